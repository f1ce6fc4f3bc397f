package io.multishot.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
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

  private final Elements elements;
  private final Types types;
  private final TypeElement element;
  private final Set<TypeElement> supertypes;
  private final List<ExecutableElement> all = new ArrayList<>();

  /** Of the types whose methods override others. */
  private final Map<TypeElement, Set<TypeElement>> supertypesOf = new HashMap<>();

  /**
   * Collects the methods of {@code element}.
   *
   * @throws UnresolvedException if a supertype does not exist yet
   */
  InterfaceMethods(TypeElement element, Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.element = element;
    this.supertypes = supertypesFirst(element, new LinkedHashSet<>());
    for (TypeElement type : supertypes) {
      all.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    }
  }

  /** The methods of every kind, those of supertypes first, each in the order of declaration. */
  List<ExecutableElement> all() {
    return all;
  }

  boolean areSerializable() {
    return supertypes.stream()
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
    TypeElement object = elements.getTypeElement(Object.class.getName());
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .anyMatch(
            of ->
                of.getModifiers().contains(Modifier.PUBLIC)
                    && Signatures.of(of).equals(Signatures.of(method)));
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

  /** For Eclipse, any two methods of one signature override each other: it needs a subtype. */
  private boolean overrides(ExecutableElement overrider, ExecutableElement overridden) {
    TypeElement declaring = (TypeElement) overrider.getEnclosingElement();
    return !Objects.equals(declaring, overridden.getEnclosingElement())
        && supertypesOf
            .computeIfAbsent(declaring, type -> supertypesFirst(type, new LinkedHashSet<>()))
            .contains(overridden.getEnclosingElement())
        && elements.overrides(overrider, overridden, element);
  }

  private ExecutableElement moreSpecific(ExecutableElement one, ExecutableElement other) {
    return types.isSubtype(resultOf(other), resultOf(one)) ? other : one;
  }

  private TypeMirror resultOf(ExecutableElement method) {
    DeclaredType type = (DeclaredType) element.asType();
    return ((ExecutableType) types.asMemberOf(type, method)).getReturnType();
  }

  /**
   * Collects a type and its supertypes, these first. Each is visited once: the compilers' own
   * search visits a type once for each path to it, and the number of paths may grow exponentially.
   */
  private Set<TypeElement> supertypesFirst(TypeElement type, Set<TypeElement> visited) {
    for (TypeMirror supertype : type.getInterfaces()) {
      ReferencedTypes.requireResolved(supertype, elements);
      Element found = types.asElement(supertype);
      if (found instanceof TypeElement of && !visited.contains(of)) {
        supertypesFirst(of, visited);
      }
    }
    visited.add(type);
    return visited;
  }
}
