package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.model.Target;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the source of a channel: a factory method, and in the same class the two halves. */
final class ChannelWriter extends TargetWriter {

  ChannelWriter(Target target, String generator) {
    super(target, generator);
  }

  @Override
  TypeSpec targetClass() {
    TypeSpec.Builder type =
        targetClass("A reusable one-shot channel of")
            .addMethod(privateConstructor())
            .addMethod(open());
    addNestedTypes(type);
    return type.build();
  }

  @Override
  List<ClassName> superclasses() {
    return List.of(RuntimeNames.RECEIVER, RuntimeNames.SHOT);
  }

  private MethodSpec open() {
    return publicMethod("open", names.receiver())
        .addJavadoc("Opens a channel. No shot is open until the receiver arms its sender.\n\n")
        .addJavadoc(typeParameters())
        .addJavadoc("@return the receiver of the new channel\n")
        .addModifiers(Modifier.STATIC)
        .addTypeVariables(target.typeVariables())
        .addCode(requireLevel())
        .addStatement("return new $T()", names.receiver())
        .build();
  }

  private void addNestedTypes(TypeSpec.Builder type) {
    type.addType(new ReceiverWriter(source).write());
    for (ReceiveForm form : ReceiveForm.of(target)) {
      type.addType(new HandlerWriter(source, form).write());
    }
    if (message.hasView()) {
      type.addType(new ViewWriter(source).write());
    }
    type.addType(new ShotWriter(source).write())
        .addType(new PayloadWriter(source).write())
        .addType(new SenderWriter(source).write()); // last, for its padding
  }
}
