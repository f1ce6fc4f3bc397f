package io.multishot.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
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
  private record Way(String suffix, TypeName type, String peeked, String taken) {}

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
    type.addMethod(ChannelWriter.privateConstructor())
        .addMethod(cell())
        .addMethod(sender())
        .addMethod(trySender())
        .addMethod(renew());
    for (Way way : ways()) {
      type.addMethod(peek(way))
          .addMethod(take(way))
          .addMethod(receive(way))
          .addMethod(receiveUninterruptibly(way))
          .addMethod(receiveWithin(way));
    }
    return type.build();
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

  private MethodSpec cell() {
    return MethodSpec.methodBuilder("cell")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(names.sender())
        .addStatement("return cell")
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
        .beginControlFlow("if (abandon(cell))")
        .addStatement("cell = new $T()", names.sender())
        .addCode(
            hasView() ? CodeBlock.of("view = new $T(cell);\n", names.view()) : CodeBlock.of(""))
        .endControlFlow()
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
            validity(way))
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
            validity(way))
        .addStatement("$T cell = this.cell", names.sender())
        .addStatement("takeValue(cell)")
        .addStatement("return $L", way.taken)
        .build();
  }

  private MethodSpec receive(Way way) {
    return method("receive", way)
        .addJavadoc("Waits for the outcome, and takes it.\n\n")
        .addJavadoc(RETURNED, noun(), validity(way))
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
        .addJavadoc(RETURNED, noun(), validity(way))
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
        .addJavadoc(RETURNED, noun(), validity(way))
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

  private boolean hasView() {
    return !message.is(Message.Form.VALUE);
  }

  private String noun() {
    return message.is(Message.Form.VALUE) ? "value" : "message";
  }

  private static String validity(Way way) {
    return way.taken.equals("view") ? ", valid until the next shot is armed" : "";
  }
}
