package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the interface of a slab's handlers, which take the fields of a message. */
final class SlabHandlerWriter extends ElementWriter {

  SlabHandlerWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    return handlerInterface(
            "Handler", RuntimeNames.SLAB_HANDLER, "Handles the outcome of a shot of the slab.\n")
        .addMethod(received())
        .build();
  }

  private MethodSpec received() {
    MethodSpec.Builder method =
        publicMethod("received", TypeName.VOID)
            .addJavadoc(
                """
                Handles the $L that a shot was ended with. The shot is over, and its slot is free.

                @param $L the name that the shot had
                """,
                noun(),
                names.id())
            .addModifiers(Modifier.ABSTRACT)
            .addParameter(idType(), names.id());
    for (Field field : message.fields()) {
      method
          .addJavadoc("@param $L $L\n", field.name(), received(field))
          .addParameter(field.type(), field.name());
    }
    return method.build();
  }

  private CodeBlock received(Field field) {
    return message.hasView() ? sent(field) : CodeBlock.of("the value");
  }
}
