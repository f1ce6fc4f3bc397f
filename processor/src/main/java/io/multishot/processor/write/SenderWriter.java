package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import javax.lang.model.element.Modifier;

/** Writes the sending half. */
final class SenderWriter extends ElementWriter {

  /** When {@code send} and {@code sendFrom} throw. */
  private static final String CONSUMED = "this sender is consumed; the shot keeps its outcome";

  SenderWriter(Channel channel) {
    super(channel);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Sender",
                """
                The sending half of the channel: the right to end one shot, armed again by the receiver
                for the next one.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(names.payload())
            .addMethod(privateConstructor());
    if (channel.isPadded()) {
      new PaddingWriter(channel).addTo(type);
    }
    new SendWriter(channel, CONSUMED).addTo(type);
    return type.addMethod(sendFrom())
        .addMethod(new ResultWriter(channel).sendResult())
        .addMethod(shot())
        .build();
  }

  private MethodSpec sendFrom() {
    return new SendFromWriter(channel)
        .sendFrom(
            """
            This sender is consumed. Only {@link #close()} still ends the shot, and disconnects the
            receiver.
            """,
            CONSUMED);
  }

  private MethodSpec shot() {
    return publicMethod("shot", names.shot())
        .addJavadoc(
            """
            Makes the resource of a {@code try} statement, which ends this shot if its block does not.

            @return the right to end this shot and no other
            @throws IllegalStateException if this sender is consumed
            """)
        .addStatement("return new $T(this)", names.shot())
        .build();
  }
}
