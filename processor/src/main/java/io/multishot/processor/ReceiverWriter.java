package io.multishot.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes the receiving half. */
final class ReceiverWriter extends ClassWriter {

  ReceiverWriter(Channel channel, ChannelNames names) {
    super(channel, names);
  }

  private static final TypeName FUTURE =
      ParameterizedTypeName.get(
          ClassName.get(CompletableFuture.class), WildcardTypeName.subtypeOf(Object.class));

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
    type.addMethod(constructor()).addMethod(cell()).addMethod(newCell()).addMethod(install());
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
    return type.addMethod(toFuture()).addMethod(deliverValue()).addMethod(valueFor()).build();
  }

  /** Names the class of what is made for a future or a handler, so that it is loaded in time. */
  private MethodSpec constructor() {
    Way way = ways().get(0);
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    if (way.type.isPrimitive() || isMade(way)) {
      TypeName made = newMessage().box();
      TypeName raw =
          made instanceof ParameterizedTypeName parameterized ? parameterized.rawType() : made;
      constructor.addStatement("super($T.class)", raw);
    }
    return constructor.build();
  }

  private List<Way> ways() {
    String lying = "cell." + names.viewField;
    Way view = new Way("View", names.view(), lying, lying);
    return switch (message.form()) {
      case VALUE ->
          List.of(
              new Way(
                  "",
                  message.type(),
                  "cell.value",
                  message.hasReferences() ? "cell.release()" : "cell.value"));
      case VIEW -> List.of(new Way("", message.type(), lying, lying));
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

  private MethodSpec newCell() {
    return MethodSpec.methodBuilder("newCell")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(names.sender())
        .addStatement("return new $T()", names.sender())
        .build();
  }

  private MethodSpec install() {
    return unchecked(MethodSpec.methodBuilder("install"))
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(RuntimeNames.SENDER, "newCell")
        .addStatement("cell = ($T) newCell", names.sender())
        .build();
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
        .addStatement("abandon()")
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
        .addCode(taking(way, "takeValue(cell)", "requireValue(cell)"))
        .build();
  }

  private MethodSpec receive(Way way) {
    return method("receive", way)
        .addJavadoc("Waits for the outcome, and takes it.\n\n")
        .addJavadoc(RETURNED, noun(), validity(way.type))
        .addJavadoc(INTERRUPTED)
        .addJavadoc(THROWN)
        .addException(InterruptedException.class)
        .addCode(taking(way, "awaitValue(cell)", "awaitMessage(cell)"))
        .build();
  }

  private MethodSpec receiveUninterruptibly(Way way) {
    return method("receive", way, "Uninterruptibly")
        .addJavadoc(
            "Waits for the outcome, and takes it. An interrupt stays pending meanwhile.\n\n")
        .addJavadoc(RETURNED, noun(), validity(way.type))
        .addJavadoc(THROWN)
        .addCode(
            taking(way, "awaitValueUninterruptibly(cell)", "awaitMessageUninterruptibly(cell)"))
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
        .addCode(
            taking(way, "awaitValue(cell, timeout, unit)", "awaitMessage(cell, timeout, unit)"))
        .build();
  }

  /**
   * Ends the shot and returns what it carried. A record is made before that, since its constructor
   * may throw: then nothing is lost.
   *
   * @param ends what checks that there is a value, and ends the shot
   * @param leaves what checks it, and returns the shot's number
   */
  private CodeBlock taking(Way way, String ends, String leaves) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("$T cell = this.cell", names.sender());
    if (!isMade(way)) {
      return code.addStatement(ends).addStatement("return $L", way.taken).build();
    }
    return code.addStatement("long shot = $L", leaves)
        .addStatement("$T message = $L", way.type, way.taken)
        .addStatement("takeValue(cell, shot)")
        .addStatement("return message")
        .build();
  }

  private boolean isMade(Way way) {
    return message.is(Message.Form.RECORD) && way.suffix.isEmpty();
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

            @param handler what to run; it owns the receiver until it runs, see {@link $1T}
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            RuntimeNames.HANDLER)
        .addStatement("register(handler, $L, null)", isView(way))
        .build();
  }

  private MethodSpec onReceiveWith(Way way) {
    return onReceiveMethod(way)
        .addJavadoc(
            """
            Has a handler run by an executor when there is an outcome.

            @param handler what to run; it owns the receiver until it runs, see {@link $1T}
            @param executor what runs it
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            RuntimeNames.HANDLER)
        .addParameter(Executor.class, "executor")
        .addStatement(
            "register(handler, $L, $T.requireNonNull(executor, $S))",
            isView(way),
            Objects.class,
            "executor")
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
            Makes a future of the outcome. It is completed by the thread that ends the shot, and owns
            the receiver until then. Whoever cancels it, or completes it in any other way, abandons
            the shot; if the outcome came first, that is discarded. Allocates.

            @return the $1L$2L; or the sender's failure, which is a
                {@link io.multishot.DisconnectedException} if it closed without sending, or no shot
                is open
            @throws IllegalStateException if a handler, a future or a thread waits for this shot
            """,
            noun(),
            validity(way.type))
        .addStatement("return outcomeFuture()")
        .build();
  }

  /** Whether it is the second of two ways, of which the runtime keeps which was asked for. */
  private static boolean isView(Way way) {
    return !way.suffix.isEmpty();
  }

  /** Hands a handler the value in the way that it was registered for. */
  private MethodSpec deliverValue() {
    MethodSpec.Builder deliver =
        unchecked(MethodSpec.methodBuilder("deliverValue"))
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameter(RuntimeNames.HANDLER, "handler")
            .addParameter(boolean.class, "asView");
    for (Way way : ways()) {
      if (isView(way)) {
        deliver.nextControlFlow("else");
      } else if (ways().size() > 1) {
        deliver.beginControlFlow("if (!asView)");
      }
      deliver.addStatement(
          "(($T) handler).received(take$L())", names.handler(way.handler()), way.suffix);
    }
    if (ways().size() > 1) {
      deliver.endControlFlow();
    }
    return deliver.build();
  }

  /** Reads the payload, ends the shot, and makes the value, in this order. */
  private MethodSpec valueFor() {
    Way way = ways().get(0);
    TypeName value = way.type.isPrimitive() ? way.type.box() : way.type;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("valueFor")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(value)
            .addParameter(FUTURE, "future")
            .addStatement("$T cell = this.cell", names.sender());
    if (isMade(way)) {
      return addMaking(method).build();
    }
    return method
        .addStatement("$T value = $L", way.type, way.taken)
        .addStatement("taken(future)")
        .addStatement("return value")
        .build();
  }

  private MethodSpec.Builder addMaking(MethodSpec.Builder method) {
    List<Field> fields = message.fields();
    List<String> parts = IntStream.range(0, fields.size()).mapToObj(i -> "part" + i).toList();
    for (int i = 0; i < fields.size(); i++) {
      method.addStatement(
          "$T $L = cell.$N", fields.get(i).type(), parts.get(i), fields.get(i).name());
    }
    return method
        .addStatement("taken(future)")
        .addStatement("return new $T($L)", newMessage(), String.join(", ", parts));
  }

  private MethodSpec.Builder unchecked(MethodSpec.Builder method) {
    if (!channel.typeVariables().isEmpty()) {
      method.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "unchecked")
              .build());
    }
    return method;
  }
}
