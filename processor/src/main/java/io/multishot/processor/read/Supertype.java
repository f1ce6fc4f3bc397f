package io.multishot.processor.read;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * An interface that a declaration is or extends.
 *
 * @param element the interface
 * @param type what the declaration inherits from, in terms of its own type parameters; the
 *     compilers do not agree on the annotations in it
 * @param named how the clause {@code extends} names it, in terms of the subtype's type parameters
 * @param subtype the type with that clause; empty for the declaration itself
 */
record Supertype(
    TypeElement element, DeclaredType type, DeclaredType named, Optional<Supertype> subtype) {

  /**
   * Collects a type and its supertypes, these first. Each is visited once: the compilers' own
   * search visits a type once for each path to it, and the number of paths may grow exponentially.
   *
   * @throws UnresolvedException if a supertype does not exist yet
   */
  static Collection<Supertype> allOf(TypeElement element, TargetScope scope, Types types) {
    DeclaredType type = (DeclaredType) element.asType();
    Map<TypeElement, Supertype> visited = new LinkedHashMap<>();
    new Supertype(element, type, type, Optional.empty()).visit(visited, scope, types);
    return visited.values();
  }

  private void visit(Map<TypeElement, Supertype> visited, TargetScope scope, Types types) {
    for (TypeMirror named : element.getInterfaces()) {
      scope.requireSupertype(named);
    }
    for (TypeMirror named : element.getInterfaces()) {
      TypeElement supertype = elementOf(named);
      if (!visited.containsKey(supertype)) {
        new Supertype(
                supertype, inherited(supertype, types), (DeclaredType) named, Optional.of(this))
            .visit(visited, scope, types);
      }
    }
    visited.put(element, this);
  }

  private DeclaredType inherited(TypeElement supertype, Types types) {
    return types.directSupertypes(type).stream()
        .filter(candidate -> supertype.equals(elementOf(candidate)))
        .map(DeclaredType.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The element of a supertype; Eclipse's utility knows none if an argument is missing. */
  static TypeElement elementOf(TypeMirror supertype) {
    return (TypeElement) ((DeclaredType) supertype).asElement();
  }

  /** Whether the declaration inherits the erasures of its methods (JLS 4.8). */
  boolean isRaw() {
    return type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty();
  }
}
