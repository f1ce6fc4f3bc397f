package io.multishot.processor;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the right to end one particular shot. */
final class ShotWriter extends ClassWriter {

  ShotWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass("Shot", "The right to end one particular shot, for a {@code try} statement.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(RuntimeNames.SHOT)
            .addField(names.sender(), "sender", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(names.sender(), "sender")
                    .addStatement("super(sender)")
                    .addStatement("this.sender = sender")
                    .build());
    if (message.isSentInParts()) {
      type.addMethod(send(Sent.PARTS, arguments()));
    }
    if (message.is(Message.Form.RECORD)) {
      type.addMethod(send(Sent.WHOLE, "message"));
    }
    return type.addMethod(sendFrom()).build();
  }

  private MethodSpec sendFrom() {
    return sendFromMethod(
            "The shot is the future's then, and to close this object does nothing.",
            HAS_OUTCOME + ", or is left to a future")
        .addStatement("leaveTo(source)")
        .build();
  }

  private MethodSpec send(Sent what, String arguments) {
    return sendMethod(what, HAS_OUTCOME)
        .addStatement("requireOpen()")
        .addStatement("return this.sender.send($L)", arguments)
        .build();
  }
}
