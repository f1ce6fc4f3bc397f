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
  private final String id;
  private final String slot;

  public InnerNames(Target target) {
    this.target = target;
    this.padding = freePrefix("padding");
    this.viewField = freePrefix("view");
    this.cell = freePrefix("cell");
    this.id = free("id");
    this.slot = free("slot");
  }

  public TypeName receiver() {
    return parameterized("Receiver");
  }

  public TypeName payload() {
    return parameterized("Payload");
  }

  public TypeName sender() {
    return parameterized(target.kind() == TargetKind.CALL ? "Request" : "Sender");
  }

  public TypeName caller() {
    return parameterized("Caller");
  }

  public TypeName server() {
    return parameterized("Server");
  }

  public TypeName stub() {
    return parameterized("Stub");
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

  /** The parameter beside the fields that names a shot of a slab. */
  public String id() {
    return id;
  }

  /** The variable beside the fields that holds the number of a slot. */
  public String slot() {
    return slot;
  }

  /** The field of a copy that holds a field of the message, and obscures no class or package. */
  public String copied(Field field) {
    String name = field.name();
    boolean isReserved =
        ReservedNames.CALLED.contains(name)
            || ReservedNames.ROOT_PACKAGES.contains(name)
            || target.kind().called().contains(name);
    return isReserved ? free(name + "_") : name;
  }

  /** The target itself, with its type parameters as its arguments. */
  public TypeName self() {
    return parameterized(target.name());
  }

  public TypeName handler() {
    return parameterized("Handler");
  }

  public TypeName copy() {
    return parameterized("Copy");
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

  private String free(String word) {
    String name = word;
    while (isAField(name)) {
      name += "_";
    }
    return name;
  }

  private boolean isAField(String name) {
    for (Field field : target.message().fields()) {
      if (field.name().equals(name)) {
        return true;
      }
    }
    return false;
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
