package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
      case RECORD -> {
        addViewTo(payload);
        payload.addMethod(copy());
      }
    }
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
