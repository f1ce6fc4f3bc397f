package io.multishot.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The methods of an interface, its own and those it inherits. {@link Elements#getAllMembers} has
 * them too, but in an order that differs between compilers.
 */
final class InterfaceMethods {

  /** The public methods of {@code Object}. */
  private static final Set<String> OF_OBJECT =
      Set.of(
          "equals(java.lang.Object)",
          "getClass()",
          "hashCode()",
          "notify()",
          "notifyAll()",
          "toString()",
          "wait()",
          "wait(long)",
          "wait(long,int)");

  private final Types types;
  private final UncheckedConversion unchecked;
  private final Map<TypeElement, Supertype> supertypes = new LinkedHashMap<>();
  private final List<ExecutableElement> all = new ArrayList<>();

  /** Of the types whose methods override others. */
  private final Map<TypeElement, Set<TypeElement>> supertypesOf = new HashMap<>();

  /**
   * Collects the methods of {@code element}.
   *
   * @throws UnresolvedException if a supertype does not exist yet
   */
  InterfaceMethods(TypeElement element, TargetScope scope, Types types) {
    this.types = types;
    this.unchecked = new UncheckedConversion(types);
    for (Supertype type : Supertype.allOf(element, scope, types)) {
      supertypes.put(type.element(), type);
      all.addAll(ElementFilter.methodsIn(type.element().getEnclosedElements()));
    }
  }

  /** The methods of every kind, those of supertypes first, each in the order of declaration. */
  List<ExecutableElement> all() {
    return all;
  }

  boolean areSerializable() {
    return supertypes.keySet().stream()
        .anyMatch(type -> type.getQualifiedName().contentEquals("java.io.Serializable"));
  }

  /**
   * The abstract methods that an implementation must have, in the order of {@link #all}. Where
   * several types declare the same one, the one with the most specific result counts.
   */
  List<ExecutableElement> toImplement() {
    Set<ExecutableElement> overridden = overridden();
    Map<String, ExecutableElement> bySignature = new LinkedHashMap<>();
    for (ExecutableElement method : all) {
      if (method.getModifiers().contains(Modifier.ABSTRACT)
          && !isOfObject(method)
          && !overridden.contains(method)) {
        bySignature.merge(Signatures.of(method), method, this::moreSpecific);
      }
    }
    return new ArrayList<>(bySignature.values());
  }

  /** Whether every class has such a public method. */
  boolean isOfObject(ExecutableElement method) {
    return OF_OBJECT.contains(Signatures.of(method));
  }

  /** Compares each method only with its namesakes in subtypes that are not overridden. */
  private Set<ExecutableElement> overridden() {
    Set<ExecutableElement> overridden = new HashSet<>();
    Map<Name, List<ExecutableElement>> left = new HashMap<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      ExecutableElement method = all.get(i);
      List<ExecutableElement> namesakes =
          left.computeIfAbsent(method.getSimpleName(), name -> new ArrayList<>());
      if (namesakes.stream().anyMatch(other -> overrides(other, method))) {
        overridden.add(method);
      } else {
        namesakes.add(method);
      }
    }
    return overridden;
  }

  private boolean overrides(ExecutableElement overrider, ExecutableElement overridden) {
    return !overrider.getModifiers().contains(Modifier.STATIC)
        && !overrider.getModifiers().contains(Modifier.PRIVATE)
        && isOfSubtype(overrider, overridden)
        && Subsignature.is(typeOf(overrider), typeOf(overridden), types);
  }

  private boolean isOfSubtype(ExecutableElement overrider, ExecutableElement overridden) {
    TypeElement declaring = declaring(overrider).element();
    TypeElement other = declaring(overridden).element();
    return !declaring.equals(other)
        && supertypesOf.computeIfAbsent(declaring, this::supertypesOf).contains(other);
  }

  private Set<TypeElement> supertypesOf(TypeElement type) {
    Set<TypeElement> found = new LinkedHashSet<>(Set.of(type));
    for (Deque<TypeElement> left = new ArrayDeque<>(found); !left.isEmpty(); ) {
      for (TypeMirror supertype : left.remove().getInterfaces()) {
        TypeElement element = Supertype.elementOf(supertype);
        if (found.add(element)) {
          left.add(element);
        }
      }
    }
    return found;
  }

  private ExecutableElement moreSpecific(ExecutableElement one, ExecutableElement other) {
    TypeMirror result = resultOf(one);
    TypeMirror of = resultOf(other);
    return types.isSubtype(of, result) && !unchecked.isConversion(of, result) ? other : one;
  }

  private TypeMirror resultOf(ExecutableElement method) {
    return typeOf(method).getReturnType();
  }

  /** A method's type, in terms of the type parameters of the interface that has or inherits it. */
  ExecutableType typeOf(ExecutableElement method) {
    return (ExecutableType) types.asMemberOf(declaring(method).type(), method);
  }

  /** The type that declares a method. */
  Supertype declaring(ExecutableElement method) {
    return Objects.requireNonNull(supertypes.get((TypeElement) method.getEnclosingElement()));
  }
}
