package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the interface of the handlers that take one form of the message. */
final class HandlerWriter extends ElementWriter {

  private final ReceiveForm form;

  HandlerWriter(Source source, ReceiveForm form) {
    super(source);
    this.form = form;
  }

  TypeSpec write() {
    String how = form.isView() ? ", with the message as a view" : "";
    return handlerInterface(
            form.handler(), RuntimeNames.HANDLER, "Handles the outcome of a shot" + how + ".\n")
        .addMethod(received())
        .build();
  }

  private MethodSpec received() {
    if (form.isVoid()) {
      return publicMethod("received", TypeName.VOID)
          .addJavadoc("Handles that the call has returned.\n")
          .addModifiers(Modifier.ABSTRACT)
          .build();
    }
    return publicMethod("received", TypeName.VOID)
        .addJavadoc(
            """
            Handles the $1L.

            @param $1L the $1L$2L
            """,
            noun(),
            form.validity())
        .addModifiers(Modifier.ABSTRACT)
        .addParameter(form.type(), noun())
        .build();
  }
}
