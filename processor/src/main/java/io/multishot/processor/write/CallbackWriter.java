package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.RuntimeNames;
import java.util.Objects;
import java.util.concurrent.Executor;

/** Writes the methods that register a handler of the outcome. */
final class CallbackWriter extends ElementWriter {

  private final ReceiveForm form;

  CallbackWriter(Channel channel, ReceiveForm form) {
    super(channel);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver.addMethod(onReceive()).addMethod(onReceiveByExecutor());
  }

  private MethodSpec onReceive() {
    return onReceiveMethod()
        .addJavadoc(
            """
            Registers a handler of the outcome. It runs once: on the thread that ends the shot, or on
            this thread if there is an outcome already.

            @param handler what to run; it owns this receiver until it runs, see {@link $1T}
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            RuntimeNames.HANDLER)
        .addStatement("register(handler, $L, null)", form.isView())
        .build();
  }

  private MethodSpec onReceiveByExecutor() {
    return onReceiveMethod()
        .addJavadoc(
            """
            Registers a handler of the outcome, which the executor runs once when there is one.

            @param handler what to run; it owns this receiver until it runs, see {@link $1T}
            @param executor the executor of the handler
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            RuntimeNames.HANDLER)
        .addParameter(Executor.class, "executor")
        .addStatement(
            "register(handler, $L, $T.requireNonNull(executor, $S))",
            form.isView(),
            Objects.class,
            "executor")
        .build();
  }

  private MethodSpec.Builder onReceiveMethod() {
    return publicMethod("onReceive" + form.suffix(), TypeName.VOID)
        .addParameter(names.parameterized(form.handler()), "handler");
  }
}
