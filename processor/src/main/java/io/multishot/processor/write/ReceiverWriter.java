package io.multishot.processor.write;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.RuntimeNames;
import javax.lang.model.element.Modifier;

/** Writes the receiving half. */
final class ReceiverWriter extends ElementWriter {

  ReceiverWriter(Channel channel) {
    super(channel);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Receiver",
                "The receiving half of the channel: it arms the sender, and takes each shot's"
                    + " outcome.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(RuntimeNames.RECEIVER)
            .addField(
                FieldSpec.builder(names.sender(), "cell", Modifier.PRIVATE)
                    .initializer("new $T()", names.sender())
                    .build())
            .addMethod(constructor());
    new CellWriter(channel).addTo(type);
    new ArmingWriter(channel).addTo(type);
    for (ReceiveForm form : ReceiveForm.of(channel)) {
      new TakingWriter(channel, form).addTo(type);
      new BlockingWriter(channel, form).addTo(type);
      new CallbackWriter(channel, form).addTo(type);
    }
    FutureWriter future = new FutureWriter(channel);
    return type.addMethod(future.toFuture())
        .addMethod(new DeliveryWriter(channel).deliverValue())
        .addMethod(future.valueFor())
        .build();
  }

  /** Names the class that is made for a future or a handler, so that it is loaded in time. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    ReceiveForm form = ReceiveForm.first(channel);
    if (form.type().isPrimitive() || form.isMade()) {
      TypeName made = newMessage().box();
      TypeName raw =
          made instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : made;
      constructor.addStatement("super($T.class)", raw);
    }
    return constructor.build();
  }
}
