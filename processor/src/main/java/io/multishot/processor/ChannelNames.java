package io.multishot.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.Set;

/** The names inside a channel: its classes, and fields that must not clash with the message's. */
final class ChannelNames {

  /** The classes inside a channel. */
  static final Set<String> NESTED =
      Set.of("Receiver", "Payload", "Sender", "Shot", "View", "Handler", "ViewHandler");

  /** What the names of the padding begin with. */
  final String padding;

  /** The field of the payload that holds the view of it. */
  final String viewField;

  private final Channel channel;

  ChannelNames(Channel channel) {
    this.channel = channel;
    String prefix = "padding";
    while (startsAField(prefix)) {
      prefix += "_";
    }
    this.padding = prefix;
    String view = "view";
    while (startsAField(view)) {
      view += "_";
    }
    this.viewField = view;
  }

  TypeName receiver() {
    return parameterized(raw("Receiver"));
  }

  TypeName payload() {
    return parameterized(raw("Payload"));
  }

  TypeName sender() {
    return parameterized(raw("Sender"));
  }

  TypeName shot() {
    return parameterized(raw("Shot"));
  }

  TypeName view() {
    return parameterized(raw("View"));
  }

  TypeName handler(String name) {
    return parameterized(raw(name));
  }

  ClassName raw(String nested) {
    return channel.name().nestedClass(nested);
  }

  /** The type, which may be null. */
  TypeName nullable(TypeName type) {
    return channel
        .nullable()
        .map(annotation -> type.annotated(AnnotationSpec.builder(annotation).build()))
        .orElse(type);
  }

  private TypeName parameterized(ClassName name) {
    return channel.typeVariables().isEmpty()
        ? name
        : ParameterizedTypeName.get(name, channel.typeVariables().toArray(new TypeVariableName[0]));
  }

  private boolean startsAField(String prefix) {
    return channel.message().fields().stream().anyMatch(field -> field.name().startsWith(prefix));
  }
}
