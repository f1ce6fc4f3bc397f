package io.multishot.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** Writes the receiving half. */
final class ReceiverWriter extends ClassWriter {

  ReceiverWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  private static final String RETURNED = "@return the $L$L\n";

  private static final String INTERRUPTED =
      """
      @throws InterruptedException if the thread is interrupted before there is an outcome; the
          shot stays open
      """;

  private static final String THROWN =
      """
      @throws java.util.concurrent.CompletionException if the sender failed the shot; the cause
          is what it gave
      @throws io.multishot.DisconnectedException if the sender closed without sending, or no
          shot is open
      """;

  /**
   * A way to have the message.
   *
   * @param suffix what the names of the methods end with
   * @param type what they return
   * @param peeked the expression for it, if it is left
   * @param taken the expression for it, if it is taken
   */
  private record Way(String suffix, TypeName type, String peeked, String taken) {
    String handler() {
      return suffix + "Handler";
    }
  }

  /** Writes what the receiver runs with the outcome: an interface for each way to have it. */
  List<TypeSpec> writeHandlers() {
    return ways().stream().map(this::handler).toList();
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        nestedClass("Receiver", "The receiving half: arms the sender, and takes what it sends.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(RuntimeNames.RECEIVER)
            .addField(
                FieldSpec.builder(names.sender(), "cell", Modifier.PRIVATE)
                    .initializer("new $T()", names.sender())
                    .build());
    if (hasView()) {
      type.addField(
          FieldSpec.builder(names.view(), "view", Modifier.PRIVATE)
              .initializer("new $T(cell)", names.view())
              .build());
    }
    type.addMethod(ChannelWriter.privateConstructor()).addMethod(cell()).addMethod(replaceCell());
    channel.waitPolicy().ifPresent(policy -> type.addMethod(waitPolicy(policy)));
    type.addMethod(sender()).addMethod(trySender()).addMethod(renew());
    for (Way way : ways()) {
      type.addMethod(peek(way))
          .addMethod(take(way))
          .addMethod(receive(way))
          .addMethod(receiveUninterruptibly(way))
          .addMethod(receiveWithin(way))
          .addMethod(onReceive(way))
          .addMethod(onReceiveWith(way));
    }
    return type.addMethod(toFuture()).addMethod(deliverValue()).build();
  }

  private List<Way> ways() {
    Way view = new Way("View", names.view(), "view", "view");
    return switch (message.form()) {
      case VALUE ->
          List.of(
              new Way(
                  "",
                  message.type(),
                  "cell.value",
                  message.hasReferences() ? "cell.release()" : "cell.value"));
      case VIEW -> List.of(new Way("", message.type(), "view", "view"));
      case RECORD -> List.of(new Way("", message.type(), "cell.copy()", "cell.copy()"), view);
    };
  }

  private TypeSpec handler(Way way) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(names.raw(way.handler()))
            .addAnnotation(RuntimeNames.GENERATED)
            .addAnnotation(FunctionalInterface.class)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addSuperinterface(RuntimeNames.HANDLER)
            .addMethod(
                MethodSpec.methodBuilder("received")
                    .addJavadoc(
                        """
                        Runs when the sender has sent.

                        @param $1L what it sent$2L
                        """,
                        noun(),
                        validity(way.type))
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .addParameter(way.type, noun())
                    .build());
    return describe(type, "What is run with the outcome of a shot.\n").build();
  }

  private MethodSpec cell() {
    return MethodSpec.methodBuilder("cell")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(names.sender())
        .addStatement("return cell")
        .build();
  }

  private MethodSpec replaceCell() {
    MethodSpec.Builder replace =
        MethodSpec.methodBuilder("replaceCell")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addStatement("cell = new $T()", names.sender());
    if (hasView()) {
      replace.addStatement("view = new $T(cell)", names.view());
    }
    return replace.build();
  }

  private static MethodSpec waitPolicy(String policy) {
    return MethodSpec.methodBuilder("waitPolicy")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(RuntimeNames.WAIT_POLICY)
        .addStatement("return $T.$L", RuntimeNames.WAIT_POLICY, policy)
        .build();
  }

  private MethodSpec sender() {
    return publicMethod("sender", names.sender())
        .addJavadoc(
            """
            Arms the sender: opens the next shot. An outcome not taken is dropped.

            @return the same sender each time, unless one was abandoned
            @throws IllegalStateException if the sender is live, or the receiver closed
            """)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec trySender() {
    return publicMethod("trySender", names.nullable(names.sender()))
        .addJavadoc(
            """
            Arms the sender, as {@link #sender()} does, if it can.

            @return the sender, or {@code null} if it is live or the receiver closed
            """)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("return tryArm(cell) ? cell : null")
        .build();
  }

  private MethodSpec renew() {
    return publicMethod("renew", names.sender())
        .addJavadoc(
            """
            Arms a sender at once, always. A live one is abandoned: what it sends goes nowhere, now or
            later, and it is told so. Allocates only then.

            <p>An outcome that came meanwhile is dropped: poll once more if it is still welcome. What
            carries an abandoned sender through a queue must not be used again for the next one.

            @return the sender of the next shot: another one if a live one was abandoned
            @throws IllegalStateException if the receiver is closed
            """)
        .addStatement("abandon(cell)")
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("arm(cell)")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec peek(Way way) {
    return method("peek", way)
        .addJavadoc(
            """
            Looks at the $1L without taking it.

            @return the $1L$2L
            @throws IllegalStateException if there is none
            """,
            noun(),
            validity(way.type))
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("requireValue(cell)")
        .addStatement("return $L", way.peeked)
        .build();
  }

  private MethodSpec take(Way way) {
    return method("take", way)
        .addJavadoc(
            """
            Takes the $1L, once, when {@link #poll()} is {@code READY}.

            @return the $1L$2L
            @throws IllegalStateException if there is none, or it is taken already
            """,
            noun(),
            validity(way.type))
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("takeValue(cell)")
        .addStatement("return $L", way.taken)
        .build();
  }

  private MethodSpec receive(Way way) {
    return method("receive", way)
        .addJavadoc("Waits for the outcome, and takes it.\n\n")
        .addJavadoc(RETURNED, noun(), validity(way.type))
        .addJavadoc(INTERRUPTED)
        .addJavadoc(THROWN)
        .addException(InterruptedException.class)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("awaitValue(cell)")
        .addStatement("return $L", way.taken)
        .build();
  }

  private MethodSpec receiveUninterruptibly(Way way) {
    return method("receive", way, "Uninterruptibly")
        .addJavadoc(
            "Waits for the outcome, and takes it. An interrupt stays pending meanwhile.\n\n")
        .addJavadoc(RETURNED, noun(), validity(way.type))
        .addJavadoc(THROWN)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("awaitValueUninterruptibly(cell)")
        .addStatement("return $L", way.taken)
        .build();
  }

  private MethodSpec receiveWithin(Way way) {
    return method("receive", way)
        .addJavadoc(
            """
            Waits for the outcome, but at most for the given time, and takes it.

            @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for
                ever
            @param unit the unit of {@code timeout}
            """)
        .addJavadoc(RETURNED, noun(), validity(way.type))
        .addJavadoc(INTERRUPTED)
        .addJavadoc(
            """
            @throws TimeoutException if there is no outcome within the time; the shot stays open, and
                nothing is lost
            """)
        .addJavadoc(THROWN)
        .addParameter(long.class, "timeout")
        .addParameter(TimeUnit.class, "unit")
        .addException(InterruptedException.class)
        .addException(TimeoutException.class)
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("awaitValue(cell, timeout, unit)")
        .addStatement("return $L", way.taken)
        .build();
  }

  private static MethodSpec.Builder method(String name, Way way) {
    return method(name, way, "");
  }

  private static MethodSpec.Builder method(String name, Way way, String ending) {
    return publicMethod(name + way.suffix + ending, way.type);
  }

  private MethodSpec onReceive(Way way) {
    return onReceiveMethod(way)
        .addJavadoc(
            """
            Has a handler run when there is an outcome: on the thread that ends the shot, or on this
            one if it is over already.

            @param handler what to run; until then the receiver is its, see {@link $1T}
            @throws IllegalStateException if a handler waits for this shot already
            """,
            RuntimeNames.HANDLER)
        .addStatement("deliverTo(handler, null)")
        .build();
  }

  private MethodSpec onReceiveWith(Way way) {
    return onReceiveMethod(way)
        .addJavadoc(
            """
            Has a handler run by an executor when there is an outcome.

            @param handler what to run; until then the receiver is its, see {@link $1T}
            @param executor what runs it
            @throws IllegalStateException if a handler waits for this shot already
            """,
            RuntimeNames.HANDLER)
        .addParameter(Executor.class, "executor")
        .addStatement(
            "deliverTo(handler, $T.requireNonNull(executor, $S))", Objects.class, "executor")
        .build();
  }

  private MethodSpec.Builder onReceiveMethod(Way way) {
    return publicMethod("onReceive" + way.suffix, TypeName.VOID)
        .addParameter(names.handler(way.handler()), "handler");
  }

  private MethodSpec toFuture() {
    Way way = ways().get(0);
    TypeName result = way.type.isPrimitive() ? way.type.box() : way.type;
    return publicMethod(
            "toFuture", ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), result))
        .addJavadoc(
            """
            Makes a future of the outcome. It is completed by the thread that ends the shot, and until
            then the receiver is the future's. To cancel it, or to complete it in any other way,
            abandons the shot. Allocates.

            @return the $1L$2L; or the sender's failure, which is a
                {@link io.multishot.DisconnectedException} if it closed without sending, or no shot
                is open
            @throws IllegalStateException if a handler waits for this shot already
            """,
            noun(),
            validity(way.type))
        .addStatement("return outcomeFuture()")
        .build();
  }

  /** Each handler gets what it asks for; what is no handler of this channel is a future. */
  private MethodSpec deliverValue() {
    MethodSpec.Builder deliver =
        MethodSpec.methodBuilder("deliverValue")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(RuntimeNames.HANDLER, "handler");
    boolean isGeneric = !channel.typeVariables().isEmpty();
    if (isGeneric) {
      deliver.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    for (Way way : ways()) {
      TypeName handler = names.handler(way.handler());
      CodeBlock test =
          isGeneric
              ? CodeBlock.of("$T", names.anyHandler(way.handler()))
              : CodeBlock.of("$T typed", handler);
      CodeBlock typed = isGeneric ? CodeBlock.of("(($T) handler)", handler) : CodeBlock.of("typed");
      deliver
          .beginControlFlow("if (handler instanceof $L)", test)
          .addStatement("$L.received(take$L())", typed, way.suffix)
          .addStatement("return")
          .endControlFlow();
    }
    return deliver.addStatement("complete(handler, take())").build();
  }
}
