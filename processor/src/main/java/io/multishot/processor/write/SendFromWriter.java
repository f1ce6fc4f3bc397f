package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.Channel;
import java.util.concurrent.CompletionStage;

/** Writes the method that leaves a shot to a future, for the sender or a shot. */
final class SendFromWriter extends ElementWriter {

  SendFromWriter(Channel channel) {
    super(channel);
  }

  /**
   * Writes the method.
   *
   * @param remark a line of Javadoc: what this object can do from then on
   * @param illegalState when the method throws {@code IllegalStateException}
   */
  MethodSpec sendFrom(String remark, String illegalState) {
    return publicMethod("sendFrom", TypeName.VOID)
        .addJavadoc(
            """
            Leaves this shot to a future. When the future completes, its result is sent; the shot
            fails if the future fails or is cancelled, or if the result cannot be sent. If the shot is
            over by then, nothing happens.

            <p>$L
            @param source the future whose result to send
            @throws IllegalStateException if $L
            """,
            remark,
            illegalState)
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(CompletionStage.class),
                WildcardTypeName.subtypeOf(message.type().box())),
            "source")
        .addStatement("leaveTo(source)")
        .build();
  }
}
