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
    receiver.addMethod(peek()).addMethod(take());
  }

  private MethodSpec peek() {
    return resultMethod("peek" + form.suffix(), form.type())
        .addJavadoc("{@return the $L, which stays to be taken$L}\n", noun(), form.validity())
        .addCode(loadCell(names.payload()))
        .addStatement("requireValue(cell)")
        .addStatement("return $L", form.peeked())
        .build();
  }

  private MethodSpec take() {
    return publicMethod("take" + form.suffix(), form.type())
        .addJavadoc(
            """
            Takes the $1L: once, when {@link #poll()} is {@code READY}.

            @return the $1L$2L
            """,
            noun(),
            form.validity())
        .addCode(loadCell(names.payload()))
        .addCode(form.take("takeValue(cell)", "requireValue(cell)"))
        .build();
  }
}
