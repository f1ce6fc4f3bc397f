package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** What the writers of a channel's classes have in common. */
abstract class ClassWriter {

  static final String CONSUMED = "this sender is consumed; the first outcome stays";
  static final String HAS_OUTCOME = "the shot has an outcome";

  static final String CHECKED =
      """

      <p>The record's constructor sees the parts first. What it refuses is refused here, and the
      shot stays open.
      """;

  final Channel channel;
  final Message message;
  final ChannelNames names;

  ClassWriter(Channel channel, ChannelNames names) {
    this.channel = channel;
    this.message = channel.message();
    this.names = names;
  }

  /** How a message is handed to {@code send}. */
  enum Sent {
    PARTS,
    WHOLE
  }

  /** Begins a static nested class, with the type parameters of the channel. */
  final TypeSpec.Builder nestedClass(String name, String javadoc) {
    TypeSpec.Builder type =
        ChannelWriter.generatedClass(names.raw(name)).addModifiers(Modifier.STATIC);
    return describe(type, javadoc);
  }

  /** Adds its Javadoc and the type parameters of the channel. */
  final TypeSpec.Builder describe(TypeSpec.Builder type, String javadoc) {
    type.addJavadoc(javadoc).addTypeVariables(channel.typeVariables());
    if (!channel.typeVariables().isEmpty()) {
      type.addJavadoc("\n");
    }
    channel
        .typeVariables()
        .forEach(
            variable -> type.addJavadoc("@param <$L> as in the declaration\n", variable.name()));
    return type;
  }

  static MethodSpec.Builder publicMethod(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(returned);
  }

  /** Begins a method {@code send}. */
  final MethodSpec.Builder sendMethod(Sent what, String used) {
    MethodSpec.Builder send = publicMethod("send", TypeName.BOOLEAN);
    send.addJavadoc("Ends the shot with a $L. Wait-free: one atomic exchange.\n", noun());
    if (what == Sent.PARTS && message.isChecked()) {
      send.addJavadoc(CHECKED);
    }
    send.addJavadoc("\n");
    if (what == Sent.WHOLE) {
      send.addParameter(message.type(), "message").addJavadoc("@param message its parts\n");
    } else {
      for (Field field : message.fields()) {
        send.addParameter(ParameterSpec.builder(field.type(), field.name()).build())
            .addJavadoc(
                hasView() ? "@param $L a part of the message\n" : "@param $L the value to send\n",
                field.name());
      }
      send.varargs(message.isVarArgs());
    }
    return send.addJavadoc(
        """
        @return {@code true} if the $2L was published to the receiver (which may still discard
            it); {@code false} if the receiver had abandoned this shot
        @throws IllegalStateException if $1L
        """,
        used,
        noun());
  }

  /** Begins a method {@code sendFrom}. */
  final MethodSpec.Builder sendFromMethod(String leaves, String used) {
    TypeName type = message.type().isPrimitive() ? message.type().box() : message.type();
    return publicMethod("sendFrom", TypeName.VOID)
        .addJavadoc(
            """
            Leaves this shot to a future: sends its result when that is there, and fails if it fails
            or is cancelled, or if the result cannot be sent. A future that completes after the shot
            is over sends nothing.

            <p>$1L

            @param source whose result to send
            @throws IllegalStateException if $2L
            """,
            leaves,
            used)
        .addParameter(
            ParameterizedTypeName.get(
                ClassName.get(CompletionStage.class), WildcardTypeName.subtypeOf(type)),
            "source");
  }

  final boolean hasView() {
    return !message.is(Message.Form.VALUE);
  }

  /** What the message is called in Javadoc. */
  final String noun() {
    return hasView() ? "message" : "value";
  }

  /** For how long it can be read, as the end of a sentence. */
  final String validity(TypeName received) {
    boolean isView = received.equals(names.view()) || message.is(Message.Form.VIEW);
    return isView ? ", valid until the next shot is armed" : "";
  }

  /** The names of the parts, as arguments. */
  final String arguments() {
    return message.fields().stream().map(Field::name).collect(Collectors.joining(", "));
  }

  /** What stands behind {@code new} to make a message. */
  final TypeName newMessage() {
    return message.type().withoutAnnotations();
  }
}
