package io.multishot.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.RuntimeNames;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.lang.model.element.Modifier;

/** Writes the request: the cell, by which a question is served and answered. */
final class RequestWriter extends ElementWriter {

  private final List<ReceiveForm> answers;

  RequestWriter(Source source) {
    super(source);
    this.answers = ReceiveForm.of(target);
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass(
                "Request",
                """
                A question, for whoever serves it: it is answered once, and forgotten then, for the \
                caller
                asks the next one by the same object.
                """)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(names.payload())
            .addSuperinterface(
                ParameterizedTypeName.get(source.use(RuntimeNames.REQUEST), message.type()))
            .addMethod(privateConstructor());
    if (target.options().isPadded()) {
      new PaddingWriter(source).addTo(type);
    }
    new ServeWriter(source).addTo(type);
    for (ReceiveForm answer : answers) {
      type.addMethod(send(answer)).addMethod(sendFrom(answer));
    }
    type.addMethod(sendResult());
    addSeatTo(type);
    return type.build();
  }

  private MethodSpec send(ReceiveForm answer) {
    MethodSpec.Builder send =
        publicMethod("send" + answer.suffix(), TypeName.BOOLEAN)
            .addJavadoc("Answers, from a {@link Server}. Wait-free: one atomic exchange.\n\n");
    if (!answer.isVoid()) {
      send.addJavadoc("@param answer the answer\n").addParameter(answer.type(), "answer");
    }
    send.addJavadoc(
            """
            @return whether it was published; {@code false} if the caller had given the question up
            @throws IllegalStateException if this request is answered already
            """)
        .addStatement("$1T request = ($1T) served()", names.sender());
    if (answer.isOneOfSeveral() || !answer.isVoid()) {
      send.addStatement("$1T cell = ($1T) request.target()", names.payload());
    }
    if (answer.isOneOfSeveral()) {
      send.addStatement("$T.require$L(cell)", names.raw("Caller"), answer.suffix());
    }
    send.beginControlFlow("if (!request.begin())").addStatement("return false").endControlFlow();
    if (!answer.isVoid()) {
      send.addStatement("cell.$L = answer", slot(answer));
    }
    return unchecked(send).addStatement("return request.publish()").build();
  }

  private String slot(ReceiveForm answer) {
    return method(answer).answerSlot();
  }

  private CallMethod method(ReceiveForm answer) {
    return target.methods().stream()
        .filter(method -> method.answer().equals(answer.suffix()))
        .findFirst()
        .orElseThrow();
  }

  private MethodSpec sendFrom(ReceiveForm answer) {
    MethodSpec.Builder send =
        publicMethod("send" + answer.suffix() + "From", TypeName.VOID)
            .addJavadoc(
                """
                Leaves the answer to a future: its result, or its failure. Only {@link #close()} still \
                ends
                the call.

                @param source the future of the answer
                @throws IllegalStateException if this request is answered already
                """)
            .addParameter(
                ParameterizedTypeName.get(
                    source.use(CompletionStage.class),
                    answer.isVoid()
                        ? WildcardTypeName.subtypeOf(ClassName.OBJECT)
                        : WildcardTypeName.subtypeOf(source.box(answer.type()))),
                "source")
            .addStatement("$1T request = ($1T) served()", names.sender());
    if (answer.isOneOfSeveral()) {
      send.addStatement(
          "$T.require$L(($T) request.target())",
          names.raw("Caller"),
          answer.suffix(),
          names.payload());
    }
    return unchecked(send)
        .addStatement("long shot = request.servedShot()") // it may be another's soon
        .addStatement("request.leaveTo(source)")
        .addStatement("pass(shot)")
        .build();
  }

  private MethodSpec sendResult() {
    MethodSpec.Builder send =
        implementation("sendResult")
            .returns(TypeName.BOOLEAN)
            .addParameter(nullable(source.use(ClassName.OBJECT)), "result");
    boolean isUnchecked = target.isGeneric();
    for (ReceiveForm answer : answers) {
      isUnchecked |= CallMethod.isUnchecked(answer.type());
    }
    if (answers.size() == 1) {
      send.addCode(sendResult(answers.get(0)));
    } else {
      send.addStatement("$1T cell = ($1T) target()", names.payload());
      AnswerSwitch.add(send, target.methods(), answers, "cell", this::sendResult);
    }
    return (isUnchecked ? uncheckedCast(send) : send).build();
  }

  private CodeBlock sendResult(ReceiveForm answer) {
    if (answer.isVoid()) {
      return CodeBlock.of("return send$L();\n", answer.suffix());
    }
    CodeBlock sent =
        answer.type().isPrimitive()
            ? CodeBlock.of("($T) requireResult(result)", source.box(answer.type()))
            : held(answer.type(), "result");
    return CodeBlock.of("return send$L($L);\n", answer.suffix(), sent);
  }

  /** What a server does without a queue. */
  private void addSeatTo(TypeSpec.Builder type) {
    ClassName poll = source.use(RuntimeNames.POLL);
    ClassName interrupted = source.use(InterruptedException.class);
    type.addMethod(
            resultMethod("awaitRequest", TypeName.BOOLEAN)
                .addJavadoc(
                    """
                    Waits for the next question. Only for what {@link Caller#request()} has returned.

                    @return {@code true} if there is one to serve; {@code false} if the caller is closed
                    @throws InterruptedException if the thread is interrupted; no question is lost
                    """)
                .addException(interrupted)
                .addStatement("return awaitQuestion()")
                .build())
        .addMethod(
            resultMethod("awaitRequest", poll)
                .addJavadoc(
                    """
                    As {@link #awaitRequest()}, but waits for at most the given time.

                    @param timeout the most to wait, in {@code unit}
                    @param unit the unit of {@code timeout}
                    @return {@code READY} if there is a question, {@code PENDING} if the time is up, {@code
                        DISCONNECTED} if the caller is closed
                    @throws InterruptedException if the thread is interrupted; no question is lost
                    """)
                .addParameter(long.class, "timeout")
                .addParameter(source.use(TimeUnit.class), "unit")
                .addException(interrupted)
                .addStatement("return awaitQuestion(timeout, unit)")
                .build())
        .addMethod(
            resultMethod("pollRequest", poll)
                .addJavadoc(
                    """
                    Tells whether there is a question, as {@link #awaitRequest(long, TimeUnit)} does, and \
                    does
                    not wait.

                    @return the same
                    """)
                .addStatement("return pollQuestion()")
                .build())
        .addMethod(
            resultMethod("pollRequest", poll)
                .addJavadoc(
                    """
                    As {@link #pollRequest()}, and if there is no question has {@code waker} run on the
                    caller's thread when there is one. Another call replaces the waker, and {@code \
                    awaitRequest}
                    takes it back before it waits.

                    @param waker what to run; once more than is needed, perhaps
                    @return the same; the waker is registered if it is {@code PENDING}
                    """)
                .addParameter(source.use(RuntimeNames.WAKER), "waker")
                .addStatement("return pollQuestion(waker)")
                .build());
  }
}
