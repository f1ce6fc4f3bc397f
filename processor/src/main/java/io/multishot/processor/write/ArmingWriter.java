package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;

/** Writes the methods that open the next shot. */
final class ArmingWriter extends ElementWriter {

  ArmingWriter(Channel channel) {
    super(channel);
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(sender()).addMethod(trySender()).addMethod(renew());
  }

  private MethodSpec sender() {
    return publicMethod("sender", names.sender())
        .addJavadoc(
            """
            Arms the sender: opens the next shot. An outcome not taken is dropped.

            @return the same sender each time, unless one was abandoned
            @throws IllegalStateException if the sender is live, or the receiver closed
            """)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec trySender() {
    return publicMethod("trySender", channel.nullness().nullable(names.sender()))
        .addJavadoc(
            """
            Arms the sender, as {@link #sender()} does, if it can.

            @return the sender, or {@code null} if it is live or the receiver closed
            """)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("return tryArm(cell) ? cell : null")
        .build();
  }

  private MethodSpec renew() {
    return publicMethod("renew", names.sender())
        .addJavadoc(
            """
            Arms a sender at once, always. A live one is abandoned: what it sends goes nowhere, now or
            later, and it is told so. Allocates only then.

            <p>An outcome that came meanwhile is dropped: poll once more if it is still welcome. What
            carries an abandoned sender through a queue must not be used again for the next one.

            @return the sender of the next shot: another one if a live one was abandoned
            @throws IllegalStateException if the receiver is closed
            """)
        .addStatement("abandon()")
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }
}
