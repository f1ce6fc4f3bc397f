package io.multishot.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import javax.lang.model.element.Modifier;

/** Writes the implementation of the declared interface, whose methods ask and wait. */
final class StubWriter extends ElementWriter {

  StubWriter(Source source) {
    super(source);
  }

  TypeSpec write() {
    TypeName route =
        ParameterizedTypeName.get(
            source.use(RuntimeNames.CALL_ROUTE), names.sender(), names.caller());
    TypeSpec.Builder type =
        nestedClass("Stub", "Asks, and waits for the answer.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addSuperinterface(message.type())
            .addField(route, "route", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(route, "route")
                    .addStatement("this.route = route")
                    .build());
    for (CallMethod method : target.methods()) {
      type.addMethod(method(method));
    }
    if (target.methods().stream().anyMatch(StubWriter::closesAndMayThrow)) {
      type.addAnnotation( // of an AutoCloseable; javac warns of the interface, and of this again
          AnnotationSpec.builder(source.use(SuppressWarnings.class))
              .addMember("value", "$S", "try")
              .build());
    }
    return type.build();
  }

  private static boolean closesAndMayThrow(CallMethod method) {
    return method.name().equals("close")
        && method.parameters().isEmpty()
        && !method.thrown().isEmpty();
  }

  private MethodSpec method(CallMethod method) {
    MethodSpec.Builder stub =
        publicMethod(method.name(), method.result())
            .addAnnotation(source.use(Override.class))
            .varargs(method.isVarArgs())
            .addExceptions(method.thrown());
    List<CodeBlock> arguments = new ArrayList<>();
    for (Field parameter : method.parameters()) {
      stub.addParameter(parameter.type(), parameter.name());
      arguments.add(CodeBlock.of("$N", parameter.name()));
    }
    stub.addStatement("$T caller = route.begin()", names.caller())
        .beginControlFlow("try")
        .addStatement(
            "route.$L(caller, caller.$L($L))",
            method.isInterruptible() ? "awaitInterruptibly" : "await",
            method.asker(),
            joined(arguments))
        .addStatement(
            "$Lcaller.receive$LUninterruptibly()",
            method.isVoid() ? "" : "return ",
            method.answer());
    List<TypeName> caught =
        method.thrown().stream().filter(thrown -> !isInterruption(thrown)).toList();
    if (!caught.isEmpty()) {
      stub.nextControlFlow("catch ($T failed)", source.use(CompletionException.class))
          .addStatement(
              "$T thrown = $T.causeOf(failed)",
              source.use(Throwable.class),
              source.use(RuntimeNames.CALL_ROUTE));
      addThrowing(stub, caught);
    }
    stub.nextControlFlow("finally").addStatement("route.end(caller)").endControlFlow();
    boolean isUnchecked =
        method.isVarArgs()
            && CallMethod.isUnchecked(
                method.parameters().get(method.parameters().size() - 1).type());
    return (isUnchecked ? uncheckedCast(stub) : stub).build();
  }

  private void addThrowing(MethodSpec.Builder stub, List<TypeName> declared) {
    if (declared.contains(source.use(Throwable.class))) {
      stub.addStatement("throw thrown");
      return;
    }
    for (TypeName exception : declared) {
      stub.beginControlFlow("if (thrown instanceof $T declared)", exception)
          .addStatement("throw declared")
          .endControlFlow();
    }
    stub.addStatement("throw failed");
  }

  private boolean isInterruption(TypeName thrown) {
    return thrown.equals(source.use(InterruptedException.class));
  }
}
