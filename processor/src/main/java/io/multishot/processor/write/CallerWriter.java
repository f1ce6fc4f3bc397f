package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the asking half. */
final class CallerWriter extends ElementWriter {

  private final List<ReceiveForm> answers;

  CallerWriter(Source source) {
    super(source);
    this.answers = ReceiveForm.of(target);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Caller",
                "The asking half: it asks, takes the answer, and asks again. It has one owner at a"
                    + " time.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(source.use(RuntimeNames.CALLER), names.sender()))
            .addField(
                FieldSpec.builder(names.sender(), "cell", Modifier.PRIVATE)
                    .addJavadoc("A method loads it once, for {@link #abandon} replaces it.\n")
                    .initializer("new $T()", names.sender())
                    .build())
            .addMethod(constructor());
    List<CallMethod> methods = target.methods();
    for (int i = 0; i < methods.size(); i++) {
      type.addMethod(ask(methods.get(i), i));
    }
    for (ReceiveForm answer : answers) {
      if (answer.isOneOfSeveral()) {
        type.addMethod(require(answer));
      }
      new TakingWriter(source, answer).addTo(type);
      new BlockingWriter(source, answer).addTo(type);
      type.addMethod(onReceive(answer, false))
          .addMethod(onReceive(answer, true))
          .addMethod(toFuture(answer));
    }
    type.addMethod(blocking(false, false))
        .addMethod(blocking(false, true))
        .addMethod(blocking(true, false))
        .addMethod(blocking(true, true));
    new CellWriter(source).addTo(type);
    return type.addMethod(newCaller()).addMethod(deliverValue()).addMethod(readValue()).build();
  }

  /** Names the class that is made for a future, so that it is loaded in time. */
  private MethodSpec constructor() {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    TypeName only = answers.get(0).type();
    if (answers.size() == 1 && only.isPrimitive()) {
      constructor.addStatement("super($T.class)", source.box(only));
    }
    return constructor.build();
  }

  private MethodSpec ask(CallMethod method, int index) {
    MethodSpec.Builder ask =
        publicMethod(method.asker(), names.sender())
            .addJavadoc(
                "Asks {@link $T#$L}. What was not taken of the last answer is discarded.\n\n",
                declaration(),
                method.name())
            .varargs(method.isVarArgs());
    addParameters(ask, method, "the parameter of that name");
    ask.addJavadoc(
            """
            @return the request, to be handed to whoever serves it; not if that has a seat, see {@link
                #request()}
            @throws IllegalStateException if a question is open, or this caller is closed
            """)
        .addCode(loadCell(names.payload()))
        .addStatement("prepare(cell)");
    if (target.methods().size() > 1) {
      ask.addStatement("cell.$L = $L", CallMethod.SELECTOR, index);
    }
    List<String> slots = method.slots();
    for (int i = 0; i < slots.size(); i++) {
      ask.addStatement("cell.$L = $N", slots.get(i), method.parameters().get(i).name());
    }
    boolean isUnchecked =
        target.isGeneric()
            || (method.isVarArgs()
                && CallMethod.isUnchecked(
                    method.parameters().get(method.parameters().size() - 1).type()));
    ask.addStatement("return ($T) open(cell)", names.sender());
    return (isUnchecked ? uncheckedCast(ask) : ask).build();
  }

  static void addParameters(MethodSpec.Builder to, CallMethod method, String what) {
    method
        .parameters()
        .forEach(
            parameter -> {
              to.addParameter(parameter.type(), parameter.name());
              to.addJavadoc("@param $L $L\n", parameter.name(), what);
            });
  }

  /** Checks that the question was one of those with this answer. */
  private MethodSpec require(ReceiveForm answer) {
    List<CodeBlock> others = new ArrayList<>();
    String name = "";
    List<CallMethod> methods = target.methods();
    for (int i = 0; i < methods.size(); i++) {
      if (methods.get(i).answer().equals(answer.suffix())) {
        name = methods.get(i).name();
        others.add(CodeBlock.of("cell.$L != $L", CallMethod.SELECTOR, i));
      }
    }
    return MethodSpec.methodBuilder("require" + answer.suffix())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(names.any("Payload"), "cell")
        .beginControlFlow("if ($L)", CodeBlock.join(others, " && "))
        .addStatement("throw otherAsked(cell.asked(), $S)", name)
        .endControlFlow()
        .build();
  }

  private MethodSpec onReceive(ReceiveForm answer, boolean hasExecutor) {
    MethodSpec.Builder method =
        publicMethod("onReceive" + answer.suffix(), TypeName.VOID)
            .addJavadoc(
                """
                Registers a handler of the answer. It runs once: $L, or on this
                thread if there is an answer already.

                @param handler what to run; it owns this caller until it runs
                """,
                hasExecutor ? "by the executor" : "on the thread that answers")
            .addParameter(names.parameterized(answer.handler()), "handler");
    if (hasExecutor) {
      method
          .addJavadoc("@param executor the executor of the handler\n")
          .addParameter(source.use(Executor.class), "executor");
    }
    return method
        .addJavadoc(
            "@throws IllegalStateException if a handler, a future or a thread waits for this"
                + " answer\n")
        .addCode(answer.isOneOfSeveral() ? "require$L(cell);\n" : "", suffixOf(answer))
        .addStatement(
            hasExecutor ? "register(handler, false, executor)" : "register(handler, false)")
        .build();
  }

  private static Object[] suffixOf(ReceiveForm answer) {
    return answer.isOneOfSeveral() ? new Object[] {answer.suffix()} : new Object[0];
  }

  private MethodSpec toFuture(ReceiveForm answer) {
    TypeName result =
        answer.isVoid() ? nullable(source.use(Void.class)) : source.box(answer.type());
    return resultMethod("toFuture" + answer.suffix(), future(result))
        .addJavadoc(
            """
            Returns a future of the answer, which owns this caller until it is complete. To cancel it
            gives the question up. Allocates.

            @return the future; it fails with what the server has failed with
            @throws IllegalStateException if a handler, a future or a thread waits for this answer
            """)
        .addCode(answer.isOneOfSeveral() ? "require$L(cell);\n" : "", suffixOf(answer))
        .addStatement("return outcomeFuture()")
        .build();
  }

  private ParameterizedTypeName future(TypeName result) {
    return ParameterizedTypeName.get(source.use(CompletableFuture.class), result);
  }

  private MethodSpec blocking(boolean hasRoute, boolean isTimed) {
    RouteParameters parameters = new RouteParameters(source, hasRoute, isTimed);
    MethodSpec.Builder method =
        publicMethod("blocking", message.type())
            .addJavadoc(
                """
                Makes an implementation for the owner of this caller, whose methods ask and wait for the
                answer$L.

                """,
                hasRoute ? "" : "; for a server with a seat, see {@link #request()}");
    parameters.addTo(method);
    return method
        .addJavadoc("@return the implementation\n")
        .addJavadoc(hasRoute ? "" : "@throws IllegalStateException if there is no seat\n")
        .addStatement(
            "return new $T($L)",
            names.stub(),
            parameters.route(hasRoute ? "ofOwner" : "ofSeat", CodeBlock.of("this")))
        .build();
  }

  private MethodSpec newCaller() {
    MethodSpec.Builder method =
        implementation("newCaller")
            .returns(names.caller())
            .addStatement("return new $T()", names.caller());
    return method.build();
  }

  private MethodSpec deliverValue() {
    MethodSpec.Builder method =
        unchecked(implementation("deliverValue"))
            .addParameter(source.use(RuntimeNames.HANDLER), "handler")
            .addParameter(boolean.class, "asView");
    if (answers.size() > 1) {
      method.addCode(loadCell(names.payload()));
    }
    addForEachAnswer(
        method,
        answer -> {
          CodeBlock handler = CodeBlock.of("(($T) handler)", names.parameterized(answer.handler()));
          return answer.isVoid()
              ? CodeBlock.of("take$L();\n$L.received();\n", answer.suffix(), handler)
              : CodeBlock.of("$L.received(take$L());\n", handler, answer.suffix());
        });
    return method.build();
  }

  private MethodSpec readValue() {
    ClassName object = source.use(ClassName.OBJECT);
    MethodSpec.Builder method = implementation("readValue").returns(nullable(object));
    if (answers.size() > 1 || !answers.get(0).isVoid()) {
      method.addCode(loadCell(names.payload()));
    }
    addForEachAnswer(
        method,
        answer ->
            answer.isVoid()
                ? CodeBlock.of("return null;\n")
                : CodeBlock.of("return $L;\n", answer.taken()));
    return method.build();
  }

  /** Adds the code of the answer to the question that was asked. */
  private void addForEachAnswer(MethodSpec.Builder method, Function<ReceiveForm, CodeBlock> code) {
    if (answers.size() == 1) {
      method.addCode(code.apply(answers.get(0)));
      return;
    }
    AnswerSwitch.add(method, target.methods(), answers, "cell", code);
  }
}
