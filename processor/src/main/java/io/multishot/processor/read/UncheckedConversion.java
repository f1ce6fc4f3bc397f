package io.multishot.processor.read;

import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds conversions from a raw type to one with arguments (JLS 5.1.9): subtyping, for Eclipse. */
final class UncheckedConversion {

  private final Types types;

  UncheckedConversion(Types types) {
    this.types = types;
  }

  /** Whether a value of one type is a value of the other only by such a conversion. */
  boolean isConversion(TypeMirror from, TypeMirror to) {
    if (from instanceof ArrayType array && to instanceof ArrayType other) {
      return isConversion(array.getComponentType(), other.getComponentType());
    }
    return from instanceof DeclaredType one
        && to instanceof DeclaredType other
        && !other.getTypeArguments().isEmpty()
        && isRawSubtype(one, other);
  }

  private boolean isRawSubtype(DeclaredType type, DeclaredType other) {
    return type.asElement().equals(other.asElement())
        ? type.getTypeArguments().isEmpty()
        : types.directSupertypes(type).stream()
            .map(DeclaredType.class::cast)
            .anyMatch(supertype -> isRawSubtype(supertype, other));
  }
}
