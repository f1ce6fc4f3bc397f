package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes the method that takes the value for a future. */
final class FutureWriter extends ElementWriter {

  FutureWriter(Source source) {
    super(source);
  }

  MethodSpec write() {
    ReceiveForm form = ReceiveForm.first(target);
    return form.isMade() ? valueFor() : readValue(form);
  }

  private MethodSpec readValue(ReceiveForm form) {
    boolean admitsNull = message.is(Message.Form.VALUE) && message.hasReferences();
    ClassName object = source.use(ClassName.OBJECT);
    return implementation("readValue")
        .returns(admitsNull ? nullable(object) : object)
        .addCode(loadCell(names.payload()))
        .addStatement("return $L", form.taken())
        .build();
  }

  /** Reads the payload, ends the shot, and makes the record, in this order. */
  private MethodSpec valueFor() {
    MethodSpec.Builder method =
        implementation("valueFor")
            .returns(source.use(ClassName.OBJECT))
            .addParameter(
                ParameterizedTypeName.get(
                    source.use(CompletableFuture.class),
                    WildcardTypeName.subtypeOf(ClassName.OBJECT)),
                "future")
            .addCode(loadCell(names.payload()));
    List<Field> fields = message.fields();
    List<CodeBlock> locals = new ArrayList<>();
    for (Field field : fields) {
      CodeBlock local = CodeBlock.of("field$L", locals.size());
      method.addStatement("$T $L = cell.$N", field.type(), local, field.name());
      locals.add(local);
    }
    return method
        .addStatement("taken(future)")
        .addStatement("return new $T($L)", newMessage(), joined(locals))
        .build();
  }
}
