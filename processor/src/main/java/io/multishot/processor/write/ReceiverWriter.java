package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the receiving half. */
final class ReceiverWriter extends ElementWriter {

  ReceiverWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Receiver",
                "The receiving half of the channel: it arms the sender, and takes each shot's"
                    + " outcome.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(
                    source.use(RuntimeNames.RECEIVER), names.sender(), carried(), handler()))
            .addField(
                FieldSpec.builder(names.sender(), "cell", Modifier.PRIVATE)
                    .addJavadoc("A method loads it once, for {@link #renew} replaces it.\n")
                    .initializer("new $T()", names.sender())
                    .build())
            .addMethod(constructor());
    new CellWriter(source).addTo(type);
    for (ReceiveForm form : ReceiveForm.of(target)) {
      new TakingWriter(source, form).addTo(type);
      new BlockingWriter(source, form).addTo(type);
      if (form.isView()) {
        new CallbackWriter(source, form).addTo(type);
      }
    }
    return type.addMethod(new DeliveryWriter(source).deliverValue())
        .addMethod(new FutureWriter(source).write())
        .build();
  }

  private TypeName handler() {
    return names.parameterized(ReceiveForm.first(target).handler());
  }

  /** Names the class that is made for a future or a handler, so that it is loaded in time. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    ReceiveForm form = ReceiveForm.first(target);
    if (form.type().isPrimitive() || form.isMade()) {
      TypeName made = source.box(newMessage());
      TypeName raw =
          made instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : made;
      constructor.addStatement("super($T.class)", raw);
    }
    return constructor.build();
  }
}
