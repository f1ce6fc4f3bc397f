package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Message;

/** Writes the method that sends the result of the future that {@code sendFrom} was given. */
final class ResultWriter extends ElementWriter {

  ResultWriter(Source source) {
    super(source);
  }

  MethodSpec sendResult() {
    MethodSpec.Builder send =
        unchecked(implementation("sendResult"))
            .returns(TypeName.BOOLEAN)
            .addParameter(nullable(source.use(ClassName.OBJECT)), "result");
    if (!message.is(Message.Form.VIEW)) {
      return send.addStatement("return send($L)", result()).build();
    }
    return send.addException(source.use(Throwable.class)) // the accessors are user code
        .addStatement("$T message = $L", newMessage(), result())
        .addStatement("return send($L)", accessorCalls())
        .build();
  }

  /** The result in the message's type; a message or a primitive cannot be {@code null}. */
  private CodeBlock result() {
    TypeName type = newMessage();
    if (type.equals(source.use(ClassName.OBJECT))) {
      return CodeBlock.of("result"); // compilers warn of a needless cast
    }
    boolean admitsNull = message.is(Message.Form.VALUE) && !type.isPrimitive();
    return CodeBlock.of(
        admitsNull ? "($T) result" : "($T) requireResult(result)", source.box(type));
  }
}
