package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;

/** The names inside a channel: its classes, and names that must not clash with the message's. */
public final class ChannelNames {

  private final Channel channel;
  private final String padding;
  private final String viewField;
  private final String target;

  public ChannelNames(Channel channel) {
    this.channel = channel;
    this.padding = freePrefix("padding");
    this.viewField = freePrefix("view");
    this.target = freePrefix("cell");
  }

  public TypeName receiver() {
    return parameterized("Receiver");
  }

  public TypeName payload() {
    return parameterized("Payload");
  }

  public TypeName sender() {
    return parameterized("Sender");
  }

  public TypeName shot() {
    return parameterized("Shot");
  }

  public TypeName view() {
    return parameterized("View");
  }

  /** The view, whatever its type arguments. */
  public TypeName anyView() {
    return channel.isGeneric()
        ? ParameterizedTypeName.get(
            raw("View"),
            channel.typeVariables().stream()
                .map(variable -> WildcardTypeName.subtypeOf(ClassName.OBJECT))
                .toArray(TypeName[]::new))
        : raw("View");
  }

  /** What the names of the padding begin with. */
  public String padding() {
    return padding;
  }

  /** The field of the payload that holds the view of it. */
  public String viewField() {
    return viewField;
  }

  /** The variable of a {@code send} that holds the payload to be written. */
  public String target() {
    return target;
  }

  public ClassName raw(String nested) {
    return channel.name().nestedClass(nested);
  }

  /** Returns a class inside the channel, with the channel's type parameters as its arguments. */
  public TypeName parameterized(String nested) {
    return channel.isGeneric()
        ? ParameterizedTypeName.get(
            raw(nested), channel.typeVariables().toArray(new TypeVariableName[0]))
        : raw(nested);
  }

  private String freePrefix(String word) {
    String prefix = word;
    while (startsAField(prefix)) {
      prefix += "_";
    }
    return prefix;
  }

  private boolean startsAField(String prefix) {
    for (Field field : channel.message().fields()) {
      if (field.name().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
