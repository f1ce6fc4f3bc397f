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
            Looks at the $1L without taking it.

            @return the $1L$2L
            @throws IllegalStateException if there is none
            """,
            noun(),
            form.validity())
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("requireValue(cell)")
        .addStatement("return $L", form.peeked())
        .build();
  }

  private MethodSpec take() {
    return publicMethod("take" + form.suffix(), form.type())
        .addJavadoc(
            """
            Takes the $1L, once, when {@link #poll()} is {@code READY}.

            @return the $1L$2L
            @throws IllegalStateException if there is none, or it is taken already
            """,
            noun(),
            form.validity())
        .addStatement("$T cell = this.cell", names.sender())
        .addCode(form.take("takeValue(cell)", "requireValue(cell)"))
        .build();
  }
}
