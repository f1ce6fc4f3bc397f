package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import io.multishot.processor.model.RuntimeNames;
import java.util.List;

/** Writes the method that takes the value and hands it to a handler. */
final class DeliveryWriter extends ElementWriter {

  DeliveryWriter(Source source) {
    super(source);
  }

  /** The handler takes the message in the form for which it was registered. */
  MethodSpec deliverValue() {
    MethodSpec.Builder method =
        unchecked(implementation("deliverValue"))
            .addParameter(source.use(RuntimeNames.HANDLER), "handler")
            .addParameter(boolean.class, "asView");
    List<ReceiveForm> forms = ReceiveForm.of(target);
    if (forms.size() == 1) {
      addDelivery(method, forms.get(0));
      return method.build();
    }
    method.beginControlFlow("if (!asView)");
    addDelivery(method, forms.get(0));
    method.nextControlFlow("else");
    addDelivery(method, forms.get(1));
    return method.endControlFlow().build();
  }

  private void addDelivery(MethodSpec.Builder method, ReceiveForm form) {
    method.addStatement(
        "(($T) handler).received(take$L())", names.parameterized(form.handler()), form.suffix());
  }
}
