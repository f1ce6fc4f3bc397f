package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.List;

/** Writes the methods by which a slab's base class passes values on, from or to a future. */
final class SlotDeliveryWriter extends ElementWriter {

  private final SlotLocals locals;

  SlotDeliveryWriter(Source source) {
    super(source);
    this.locals = new SlotLocals(message);
  }

  void addTo(TypeSpec.Builder slab) {
    slab.addMethod(sendResult()).addMethod(deliverValue()).addMethod(valueOf());
  }

  private MethodSpec sendResult() {
    MethodSpec.Builder method =
        implementation("sendResult")
            .returns(TypeName.BOOLEAN)
            .addParameter(long.class, ID)
            .addParameter(carried(), "result");
    if (message.is(Message.Form.VALUE)) {
      String result = message.hasReferences() ? "result" : "requireResult(result)";
      return method.addStatement("return send(id, $L)", result).build();
    }
    method.addStatement("$T message = requireResult(result)", newMessage());
    if (message.is(Message.Form.RECORD)) {
      return method.addStatement("return send(id, message)").build();
    }
    return method
        .addException(source.use(Throwable.class)) // the accessors are user code
        .addStatement("return send(id,$W$L)", accessorCalls())
        .build();
  }

  private MethodSpec deliverValue() {
    return implementation("deliverValue")
        .addParameter(names.handler(), "handler")
        .addParameter(long.class, ID)
        .addParameter(int.class, "slot")
        .addCode(locals.read("slot"))
        .addStatement("release(slot)")
        .addStatement("handler.received(id,$W$L)", locals.asArguments())
        .build();
  }

  /** Makes the message last: it is user code, or takes memory that there may not be. */
  private MethodSpec valueOf() {
    MethodSpec.Builder method =
        implementation("valueOf")
            .returns(carried())
            .addParameter(int.class, "slot")
            .addCode(locals.read("slot"))
            .addStatement("release(slot)");
    if (message.is(Message.Form.VIEW)) {
      return method.addCode(newCopy()).build();
    }
    return method.addStatement("return $L", locals.message(newMessage())).build();
  }

  private CodeBlock newCopy() {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$1T copy = new $1T()", names.copy());
    List<Field> fields = message.fields();
    for (int i = 0; i < fields.size(); i++) {
      code.addStatement("copy.$N = $L", names.copied(fields.get(i)), locals.name(i));
    }
    return code.addStatement("return copy").build();
  }
}
