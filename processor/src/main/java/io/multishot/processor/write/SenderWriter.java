package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/** Writes the sending half. */
final class SenderWriter extends ElementWriter {

  /** When {@code send} and {@code sendFrom} throw. */
  private static final String CONSUMED = "this sender is consumed; the shot keeps its outcome";

  SenderWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Sender",
                """
                The sending half of the channel: the right to end one shot, armed again by the \
                receiver
                for the next one.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(names.payload())
            .addMethod(privateConstructor());
    if (target.options().isPadded()) {
      new PaddingWriter(source).addTo(type);
    }
    new CellSendWriter(source, CONSUMED).addTo(type);
    return type.addMethod(sendFrom())
        .addMethod(new ResultWriter(source).sendResult())
        .addMethod(shot())
        .build();
  }

  private MethodSpec sendFrom() {
    return publicMethod("sendFrom", TypeName.VOID)
        .addJavadoc(
            """
            Leaves this shot to a future: its result is sent, and the shot fails if the future fails
            or is cancelled, or its result cannot be sent. This sender is consumed; only {@link
            #close()} still ends the shot.

            @param source the future whose result to send
            @throws IllegalStateException if $L
            """,
            CONSUMED)
        .addParameter(
            ParameterizedTypeName.get(
                source.use(CompletionStage.class), WildcardTypeName.subtypeOf(carried())),
            "source")
        .addStatement("leaveTo(source)")
        .build();
  }

  private MethodSpec shot() {
    return resultMethod("shot", names.shot())
        .addJavadoc(
            """
            Makes the resource of a {@code try} statement, which ends this shot if its \
            block does not.

            @return the right to end this shot and no other
            @throws IllegalStateException if this sender is consumed
            """)
        .addStatement("return new $T(this)", names.shot())
        .build();
  }
}
