package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;

/** The names inside a target: its classes, and names that must not clash with the message's. */
public final class InnerNames {

  private final Target target;
  private final String padding;
  private final String viewField;
  private final String cell;

  public InnerNames(Target target) {
    this.target = target;
    this.padding = freePrefix("padding");
    this.viewField = freePrefix("view");
    this.cell = freePrefix("cell");
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

  /** What the names of the padding begin with. */
  public String padding() {
    return padding;
  }

  /** The field of the payload that holds the view of it. */
  public String viewField() {
    return viewField;
  }

  /** The variable of a {@code send} that holds the payload to be written. */
  public String cell() {
    return cell;
  }

  public ClassName raw(String nested) {
    return target.name().nestedClass(nested);
  }

  /** Returns a class inside the target, with the target's type parameters as its arguments. */
  public TypeName parameterized(String nested) {
    return parameterized(raw(nested));
  }

  /** Returns a class inside the target, whatever its type arguments. */
  public TypeName any(String nested) {
    return target.isGeneric()
        ? ParameterizedTypeName.get(
            raw(nested),
            target.typeVariables().stream()
                .map(variable -> WildcardTypeName.subtypeOf(ClassName.OBJECT))
                .toArray(TypeName[]::new))
        : raw(nested);
  }

  private TypeName parameterized(ClassName raw) {
    return target.isGeneric()
        ? ParameterizedTypeName.get(raw, target.typeVariables().toArray(new TypeVariableName[0]))
        : raw;
  }

  private String freePrefix(String word) {
    String prefix = word;
    while (startsAField(prefix)) {
      prefix += "_";
    }
    return prefix;
  }

  private boolean startsAField(String prefix) {
    for (Field field : target.message().fields()) {
      if (field.name().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
