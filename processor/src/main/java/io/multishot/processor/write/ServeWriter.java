package io.multishot.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the methods that read the question and have it served. */
final class ServeWriter extends ElementWriter {

  private final List<CallMethod> methods;

  ServeWriter(Source source) {
    super(source);
    this.methods = target.methods();
  }

  void addTo(TypeSpec.Builder request) {
    request.addMethod(serve(true)).addMethod(serve(false));
    if (methods.size() > 1) {
      for (int i = 0; i < methods.size(); i++) {
        request.addMethod(serve(i, true)).addMethod(serve(i, false));
      }
    }
  }

  private MethodSpec serve(boolean isAtOnce) {
    MethodSpec.Builder serve =
        isAtOnce
            ? publicMethod("serve", TypeName.BOOLEAN)
                .addAnnotation(source.use(Override.class))
                .addParameter(message.type(), "server")
            : publicMethod("serve", TypeName.BOOLEAN)
                .addJavadoc(
                    """
                    Has {@code server} answer, now or later: calls the method that was asked, with this
                    request. What that throws is the answer, unless it has answered.

                    @param server who answers
                    @return whether it was called and has not thrown; {@code false} if the caller has given
                        the question up, and nothing was called
                    @throws IllegalStateException if this request is answered already
                    """)
                .addParameter(names.server(), "server");
    serve
        .addStatement("$T.requireNonNull(server, $S)", source.use(Objects.class), "server")
        .addStatement("$1T request = ($1T) served()", names.sender())
        .beginControlFlow("if (!request.beginServing())")
        .addStatement("return false")
        .endControlFlow();
    if (methods.size() > 1 || hasParameters(0)) {
      serve.addStatement("$1T cell = ($1T) request.target()", names.payload());
    }
    if (!isAtOnce) {
      serve.addStatement("pass(request.servedShot())");
    }
    boolean isUnchecked = target.isGeneric();
    if (methods.size() == 1) {
      serve.addCode(serving(methods.get(0), isAtOnce));
      isUnchecked |= isUnchecked(methods.get(0));
    } else {
      addSwitch(serve, isAtOnce);
    }
    return (isUnchecked ? uncheckedCast(serve) : serve).build();
  }

  private void addSwitch(MethodSpec.Builder serve, boolean isAtOnce) {
    serve.addCode("return switch (cell.$L) {\n$>", CallMethod.SELECTOR);
    for (int i = 0; i < methods.size(); i++) {
      CodeBlock which =
          i < methods.size() - 1 ? CodeBlock.of("case $L", i) : CodeBlock.of("default");
      serve.addStatement(
          "$L -> $L(request, $Lserver)",
          which,
          helper(i, isAtOnce),
          hasParameters(i) ? "cell, " : "");
    }
    serve.addCode("$<};\n");
  }

  private boolean hasParameters(int index) {
    return !methods.get(index).parameters().isEmpty();
  }

  private static String helper(int index, boolean isAtOnce) {
    return (isAtOnce ? "serve" : "pass") + index;
  }

  private MethodSpec serve(int index, boolean isAtOnce) {
    CallMethod method = methods.get(index);
    MethodSpec.Builder serve =
        MethodSpec.methodBuilder(helper(index, isAtOnce))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addTypeVariables(target.typeVariables())
            .returns(TypeName.BOOLEAN)
            .addParameter(names.sender(), "request");
    if (hasParameters(index)) {
      serve.addParameter(names.payload(), "cell");
    }
    serve
        .addParameter(isAtOnce ? message.type() : names.server(), "server")
        .addCode(serving(method, isAtOnce));
    return (isUnchecked(method) ? uncheckedCast(serve) : serve).build();
  }

  private static boolean isUnchecked(CallMethod method) {
    return method.isRaw()
        || method.parameters().stream().anyMatch(field -> CallMethod.isUnchecked(field.type()));
  }

  /** Reads the question, lets go of its references, calls, and answers. */
  private CodeBlock serving(CallMethod method, boolean isAtOnce) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> arguments = new ArrayList<>();
    List<String> slots = method.slots();
    if (!isAtOnce) {
      code.addStatement("long shot = request.servedShot()");
    }
    for (int i = 0; i < slots.size(); i++) {
      Field parameter = method.parameters().get(i);
      code.addStatement(
          "$T $N = $L", parameter.type(), parameter.name(), value(parameter, slots.get(i)));
      arguments.add(CodeBlock.of("$N", parameter.name()));
    }
    for (int i = 0; i < slots.size(); i++) {
      if (method.parameters().get(i).isReference()) {
        code.addStatement("cell.$L = none()", slots.get(i));
      }
    }
    if (!isAtOnce) {
      arguments.add(CodeBlock.of("request"));
      return code.beginControlFlow("try")
          .addStatement("server.$N($L)", method.name(), joined(arguments))
          .nextControlFlow("catch ($T thrown)", source.use(Throwable.class))
          .addStatement("return request.failServing(shot, thrown)")
          .endControlFlow()
          .addStatement("return true")
          .build();
    }
    CodeBlock call = CodeBlock.of("server.$N($L)", method.name(), joined(arguments));
    if (!method.isVoid()) {
      code.addStatement("$T answer", method.result());
      call = CodeBlock.of("answer = $L", call);
    }
    return code.beginControlFlow("try")
        .addStatement("$L", call)
        .nextControlFlow("catch ($T thrown)", source.use(Throwable.class))
        .addStatement("return request.failServing(thrown)")
        .endControlFlow()
        .addStatement("return request.send$L($L)", method.answer(), method.isVoid() ? "" : "answer")
        .build();
  }

  private CodeBlock value(Field parameter, String slot) {
    String read = "cell." + slot;
    return parameter.isReference() ? held(parameter.type(), read) : CodeBlock.of("$L", read);
  }
}
