package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;

/** Writes the methods that read a value that is there. */
final class TakingWriter extends ElementWriter {

  private final ReceiveForm form;

  TakingWriter(Channel channel, ReceiveForm form) {
    super(channel);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(peek()).addMethod(take());
  }

  private MethodSpec peek() {
    return publicMethod("peek" + form.suffix(), form.type())
        .addJavadoc(
            """
            Returns the $1L, and leaves it to be taken.

            @return the $1L$2L
            @throws IllegalStateException if there is no $1L
            """,
            noun(),
            form.validity())
        .addCode(loadCell(names.payload()))
        .addStatement("requireValue(cell)")
        .addStatement("return $L", form.peeked())
        .build();
  }

  private MethodSpec take() {
    return publicMethod("take" + form.suffix(), form.type())
        .addJavadoc(
            """
            Takes the $1L. It can be taken once, when {@link #poll()} returns {@code READY}.
            $3L
            @return the $1L$2L
            @throws IllegalStateException if there is no $1L, or it has been taken
            """,
            noun(),
            form.validity(),
            form.remark())
        .addCode(loadCell(names.payload()))
        .addCode(form.take("takeValue(cell)", "requireValue(cell)"))
        .build();
  }
}
