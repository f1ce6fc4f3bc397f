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
            Arms the sender: opens the next shot. An outcome that was not taken is discarded.

            @return the sender; the same object each time, until one is abandoned
            @throws IllegalStateException if the sender is live, or this receiver is closed
            """)
        .addCode(loadCell(names.sender()))
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec trySender() {
    return publicMethod("trySender", channel.nullness().nullable(names.sender()))
        .addJavadoc(
            """
            Arms the sender, as {@link #sender()} does, but returns {@code null} if that would throw.

            @return the sender, or {@code null} if it is live or this receiver is closed
            """)
        .addCode(loadCell(names.sender()))
        .addStatement("return tryArm(cell) ? cell : null")
        .build();
  }

  private MethodSpec renew() {
    return publicMethod("renew", names.sender())
        .addJavadoc(
            """
            Arms a sender in any case, and abandons the present one if it is live. The {@code send} of
            an abandoned sender has no effect and returns {@code false}. Allocates a sender if it
            abandons one.

            <p>An outcome that comes before the sender is abandoned is discarded, even if the caller
            has not seen it. An object that carries the abandoned sender, such as an entry of a queue,
            must not be reused for the new one.

            @return the sender of the next shot; another object if a live sender was abandoned
            @throws IllegalStateException if this receiver is closed
            """)
        .addStatement("abandon()")
        .addCode(loadCell(names.sender()))
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }
}
