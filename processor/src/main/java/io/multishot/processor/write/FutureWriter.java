package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.Field;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Writes the methods that make a future of the outcome, and its value. */
final class FutureWriter extends ElementWriter {

  private static final TypeName ANY_FUTURE =
      ParameterizedTypeName.get(
          ClassName.get(CompletableFuture.class), WildcardTypeName.subtypeOf(Object.class));

  private final ReceiveForm form;

  FutureWriter(Channel channel) {
    super(channel);
    this.form = ReceiveForm.first(channel);
  }

  MethodSpec toFuture() {
    return publicMethod(
            "toFuture",
            ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), form.type().box()))
        .addJavadoc(
            """
            Returns a future of the outcome. The thread that ends the shot completes the future, which
            owns this receiver until then. To cancel it, or to complete it in any other way, abandons
            the shot, or discards its outcome if that came first. Allocates.

            @return a future of the $1L$2L. It fails with
                the sender's failure; or with {@link io.multishot.DisconnectedException} if the sender
                closed without sending, or no shot is open
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            noun(),
            form.validity())
        .addStatement("return outcomeFuture()")
        .build();
  }

  /** Reads the payload, ends the shot, and makes the value, in this order. */
  MethodSpec valueFor() {
    MethodSpec.Builder method =
        implementation("valueFor")
            .returns(form.type().box())
            .addParameter(ANY_FUTURE, "future")
            .addCode(loadCell(names.payload()));
    if (form.isMade()) {
      addMaking(method);
    } else {
      method
          .addStatement("$T value = $L", form.type(), form.taken())
          .addStatement("taken(future)")
          .addStatement("return value");
    }
    return method.build();
  }

  private void addMaking(MethodSpec.Builder method) {
    List<Field> fields = message.fields();
    List<CodeBlock> locals =
        IntStream.range(0, fields.size()).mapToObj(i -> CodeBlock.of("field$L", i)).toList();
    for (int i = 0; i < fields.size(); i++) {
      method.addStatement(
          "$T $L = cell.$N", fields.get(i).type(), locals.get(i), fields.get(i).name());
    }
    method
        .addStatement("taken(future)")
        .addStatement("return new $T($L)", newMessage(), CodeBlock.join(locals, ",$W"));
  }
}
