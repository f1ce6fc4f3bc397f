package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.multishot.MultiShotReceiver;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.lang.model.element.Modifier;

/** Writes the receiving half. */
final class ReceiverWriter {

  private final ChannelWriter writer;

  ReceiverWriter(ChannelWriter writer) {
    this.writer = writer;
  }

  TypeSpec write(ClassName name) {
    return ChannelWriter.generatedClass(name)
        .addJavadoc("The receiving half: arms the sender, and takes what it sends.\n")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(MultiShotReceiver.class)
        .addField(
            FieldSpec.builder(writer.sender(), "cell", Modifier.PRIVATE)
                .initializer("new $T()", writer.sender())
                .build())
        .addMethod(ChannelWriter.privateConstructor())
        .addMethod(cell())
        .addMethod(sender())
        .addMethod(trySender())
        .addMethod(renew())
        .addMethod(peek())
        .addMethod(take())
        .addMethod(receive())
        .addMethod(receiveUninterruptibly())
        .addMethod(receiveWithin())
        .build();
  }

  private MethodSpec cell() {
    return MethodSpec.methodBuilder("cell")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(writer.sender())
        .addStatement("return cell")
        .build();
  }

  private MethodSpec sender() {
    return method("sender", writer.sender())
        .addJavadoc(
            """
            Arms the sender: opens the next shot. An outcome not taken is dropped.

            @return the same sender each time, unless one was abandoned
            @throws IllegalStateException if the sender is live, or the receiver closed
            """)
        .addStatement("arm()")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec trySender() {
    return method("trySender", writer.nullable(writer.sender()))
        .addJavadoc(
            """
            Arms the sender, as {@link #sender()} does, if it can.

            @return the sender, or {@code null} if it is live or the receiver closed
            """)
        .addStatement("return tryArm() ? cell : null")
        .build();
  }

  private MethodSpec renew() {
    return method("renew", writer.sender())
        .addJavadoc(
            """
            Arms a sender at once, always. A live one is abandoned: what it sends goes nowhere, now or
            later, and it is told so. Allocates only then.

            <p>An outcome that came meanwhile is dropped: poll once more if it is still welcome. What
            carries an abandoned sender through a queue must not be used again for the next one.

            @return the sender of the next shot: another one if a live one was abandoned
            @throws IllegalStateException if the receiver is closed
            """)
        .beginControlFlow("if (abandon())")
        .addStatement("cell = new $T()", writer.sender())
        .endControlFlow()
        .addStatement("arm()")
        .addStatement("return cell")
        .build();
  }

  private MethodSpec peek() {
    return method("peek", writer.value())
        .addJavadoc(
            """
            Looks at the value without taking it.

            @return the value
            @throws IllegalStateException if there is none
            """)
        .addStatement("requireValue()")
        .addStatement("return cell.value")
        .build();
  }

  private MethodSpec take() {
    return taking("take")
        .addJavadoc(
            """
            Takes the value, once, when {@link #poll()} is {@code READY}.

            @return the value
            @throws IllegalStateException if there is none, or it is taken already
            """)
        .addStatement("takeValue()")
        .addCode(returnValue())
        .build();
  }

  private MethodSpec receive() {
    return taking("receive")
        .addJavadoc(
            """
            Waits for the outcome, and takes it.

            @return the value
            @throws InterruptedException if the thread is interrupted before there is an outcome; the
                shot stays open
            @throws java.util.concurrent.CompletionException if the sender failed the shot; the cause
                is what it gave
            @throws io.multishot.DisconnectedException if the sender closed without sending, or no
                shot is open
            """)
        .addException(InterruptedException.class)
        .addStatement("awaitValue()")
        .addCode(returnValue())
        .build();
  }

  private MethodSpec receiveUninterruptibly() {
    return taking("receiveUninterruptibly")
        .addJavadoc(
            """
            Waits for the outcome, and takes it. An interrupt stays pending meanwhile.

            @return the value
            @throws java.util.concurrent.CompletionException if the sender failed the shot; the cause
                is what it gave
            @throws io.multishot.DisconnectedException if the sender closed without sending, or no
                shot is open
            """)
        .addStatement("awaitValueUninterruptibly()")
        .addCode(returnValue())
        .build();
  }

  private MethodSpec receiveWithin() {
    return taking("receive")
        .addJavadoc(
            """
            Waits for the outcome, but at most for the given time, and takes it.

            @param timeout how long to wait; not at all if zero or less. What exceeds 292 years is for
                ever
            @param unit the unit of {@code timeout}
            @return the value
            @throws InterruptedException if the thread is interrupted before there is an outcome; the
                shot stays open
            @throws TimeoutException if there is no outcome within the time; the shot stays open, and
                nothing is lost
            @throws java.util.concurrent.CompletionException if the sender failed the shot; the cause
                is what it gave
            @throws io.multishot.DisconnectedException if the sender closed without sending, or no
                shot is open
            """)
        .addParameter(ParameterSpec.builder(long.class, "timeout").build())
        .addParameter(ParameterSpec.builder(TimeUnit.class, "unit").build())
        .addException(InterruptedException.class)
        .addException(TimeoutException.class)
        .addStatement("awaitValue(timeout, unit)")
        .addCode(returnValue())
        .build();
  }

  private MethodSpec.Builder taking(String name) {
    return method(name, writer.value());
  }

  private static MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returned);
  }

  private CodeBlock returnValue() {
    return CodeBlock.of(
        writer.channel().type().isPrimitive()
            ? "return cell.value;\n"
            : "return cell.release();\n");
  }
}
