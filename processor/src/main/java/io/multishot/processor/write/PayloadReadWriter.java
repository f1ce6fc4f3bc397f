package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.CallMethod;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the members of the payload by which the receiver and the view read it. */
final class PayloadReadWriter extends ElementWriter {

  PayloadReadWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder payload) {
    switch (message.form()) {
      case VALUE -> {
        if (message.hasReferences()) {
          payload.addMethod(release());
        }
      }
      case VIEW -> addViewTo(payload);
      case CALL -> addAnswersTo(payload);
      case RECORD -> {
        addViewTo(payload);
        payload.addMethod(copy());
      }
    }
  }

  /** Of each answer that is a reference: one method that leaves it, and one that takes it. */
  private void addAnswersTo(TypeSpec.Builder payload) {
    List<ReceiveForm> answers = ReceiveForm.of(target);
    if (answers.size() > 1) {
      payload.addMethod(asked());
    }
    for (ReceiveForm form : answers) {
      if (!form.isVoid() && !form.type().isPrimitive()) {
        payload
            .addMethod(
                answer("answer", form)
                    .addStatement("return $L", held(form.type(), "object0"))
                    .build())
            .addMethod(
                answer("release", form)
                    .addStatement("$T released = $L", form.type(), held(form.type(), "object0"))
                    .addStatement("clear()")
                    .addStatement("return released")
                    .build());
      }
    }
  }

  /** The name of the method that was asked. */
  private MethodSpec asked() {
    MethodSpec.Builder method =
        privateMethod("asked")
            .returns(source.use(String.class))
            .addCode("return switch ($L) {\n$>", CallMethod.SELECTOR);
    List<CallMethod> methods = target.methods();
    for (int i = 0; i < methods.size() - 1; i++) {
      method.addStatement("case $L -> $S", i, methods.get(i).name());
    }
    return method
        .addStatement("default -> $S", methods.get(methods.size() - 1).name())
        .addCode("$<};\n")
        .build();
  }

  private MethodSpec.Builder answer(String verb, ReceiveForm form) {
    MethodSpec.Builder method = privateMethod(verb + form.suffix()).returns(form.type());
    return CallMethod.isUnchecked(form.type()) ? uncheckedCast(method) : method;
  }

  private MethodSpec release() {
    return privateMethod("release")
        .returns(message.type())
        .addStatement("$T released = value", message.type())
        .addStatement("clear()")
        .addStatement("return released")
        .build();
  }

  /** Adds the view, and for it what the runtime lets only its subclasses call. */
  private void addViewTo(TypeSpec.Builder payload) {
    payload
        .addField(
            FieldSpec.builder(names.view(), names.viewField(), Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T(this)", names.view())
                .build())
        .addMethod(
            privateMethod("isViewed")
                .returns(boolean.class)
                .addStatement("return isViewable()")
                .build())
        .addMethod(privateMethod("requireViewed").addStatement("requireViewable()").build());
  }

  private MethodSpec copy() {
    return privateMethod("copy")
        .returns(message.type())
        .addStatement("return new $T($L)", newMessage(), arguments())
        .build();
  }

  private static MethodSpec.Builder privateMethod(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
  }
}
