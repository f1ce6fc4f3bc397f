package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.concurrent.Executor;

/** Writes the methods that register a handler of the second form; the runtime has the first. */
final class CallbackWriter extends ElementWriter {

  private final ReceiveForm form;

  CallbackWriter(Source source, ReceiveForm form) {
    super(source);
    this.form = form;
  }

  void addTo(TypeSpec.Builder receiver) {
    receiver
        .addMethod(
            onReceive("Registers a handler of the outcome, as {@code onReceive} does.\n")
                .addStatement("register(handler, true)")
                .build())
        .addMethod(
            onReceive(
                    "Registers a handler of the outcome, as {@code onReceive} with an executor"
                        + " does.\n")
                .addJavadoc("@param executor the executor of the handler\n")
                .addParameter(source.use(Executor.class), "executor")
                .addStatement("register(handler, true, executor)")
                .build());
  }

  private MethodSpec.Builder onReceive(String javadoc) {
    return publicMethod("onReceive" + form.suffix(), TypeName.VOID)
        .addJavadoc(javadoc + "\n@param handler what to run, with the message as a view\n")
        .addParameter(names.parameterized(form.handler()), "handler");
  }
}
