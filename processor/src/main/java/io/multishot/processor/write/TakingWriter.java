package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

/** Writes the methods that read a value that is there. */
final class TakingWriter extends ElementWriter {

  private final ReceiveForm form;

  TakingWriter(Source source, ReceiveForm form) {
    super(source);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    if (!form.isVoid()) {
      receiver.addMethod(peek());
    }
    receiver.addMethod(take());
  }

  private MethodSpec peek() {
    return resultMethod("peek" + form.suffix(), form.type())
        .addJavadoc("{@return the $L, which stays to be taken$L}\n", noun(), form.validity())
        .addCode(loadCell(names.payload()))
        .addCode(form.check())
        .addStatement("requireValue(cell)")
        .addStatement("return $L", form.peeked())
        .build();
  }

  private MethodSpec take() {
    return publicMethod("take" + form.suffix(), form.type())
        .addJavadoc(
            """
            Takes the $1L: once, when {@link #poll()} is {@code READY}.

            $2L
            """,
            noun(),
            form.isVoid() ? "" : "@return the " + noun() + form.validity())
        .addCode(loadCell(names.payload()))
        .addCode(form.check())
        .addCode(form.take("takeValue(cell)", "requireValue(cell)"))
        .build();
  }
}
