package io.multishot.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the accessors of an interface, its own and those it inherits. */
final class AccessorReader {

  private final Elements elements;
  private final Types types;

  /** Of the types whose methods override others. */
  private final Map<TypeElement, Set<TypeElement>> supertypes = new HashMap<>();

  AccessorReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Optional<Message> read(Declaration declaration) {
    TypeElement element = declaration.element();
    if (element.getModifiers().contains(Modifier.SEALED)) {
      declaration.reporter().error(Problem.SEALED, declaration.name());
    }
    DeclaredType type = (DeclaredType) element.asType();
    Set<TypeElement> supertypes = supertypesFirst(element, new LinkedHashSet<>());
    List<ExecutableElement> methods = methods(supertypes);
    List<Field> fields = new ArrayList<>();
    Set<String> overridden = new HashSet<>();
    for (ExecutableElement accessor : accessors(methods, element)) {
      readAccessor(accessor, type, declaration).ifPresent(fields::add);
      overridden.add(Signatures.of(accessor));
    }
    for (ExecutableElement method : methods) {
      if (isOfObject(method) || overridden.contains(Signatures.of(method))) {
        declaration.mentioned().addLint(method); // the view overrides each of them
      }
      if (method.isDefault() && Signatures.of(method).matches("(clone|finalize)\\(\\)")) {
        report(declaration, method, Problem.ACCESSOR_OF_OBJECT, Signatures.of(method));
      }
    }
    if (declaration.reporter().hasErrors()) {
      return Optional.empty();
    }
    if (fields.isEmpty()) {
      declaration.reporter().error(Problem.NO_PAYLOAD, declaration.name());
      return Optional.empty();
    }
    declaration.mentioned().add(type);
    if (supertypes.stream().anyMatch(AccessorReader::isSerializable)) {
      declaration.mentioned().addLint("serial"); // a view cannot be serialized, and need not
    }
    return Optional.of(
        new Message(Message.Form.VIEW, declaration.types().of(type), fields, false, false, true));
  }

  private Optional<Field> readAccessor(
      ExecutableElement accessor, DeclaredType type, Declaration declaration) {
    String name = accessor.getSimpleName().toString();
    TypeMirror result = ((ExecutableType) types.asMemberOf(type, accessor)).getReturnType();
    if (!accessor.getParameters().isEmpty() || !accessor.getTypeParameters().isEmpty()) {
      report(declaration, accessor, Problem.ACCESSOR_PARAMETERS, Signatures.of(accessor));
      return Optional.empty();
    }
    if (result.getKind() == TypeKind.VOID) {
      report(declaration, accessor, Problem.ACCESSOR_VOID, Signatures.of(accessor));
      return Optional.empty();
    }
    if (name.equals("finalize") || (name.equals("clone") && result.getKind().isPrimitive())) {
      report(declaration, accessor, Problem.ACCESSOR_OF_OBJECT, Signatures.of(accessor));
      return Optional.empty();
    }
    declaration.mentioned().add(result);
    Surroundings surroundings = new Surroundings(elements, declaration.element());
    if (!surroundings.canAccess(result)) {
      report(
          declaration,
          accessor,
          Problem.INACCESSIBLE,
          declaration.types().of(result),
          surroundings);
    }
    return Optional.of(new Field(name, declaration.types().of(result, accessor.getReturnType())));
  }

  /**
   * The abstract methods that a view must implement, those of supertypes first, each in the order
   * of its declaration. Where several declare the same one, the most specific result counts.
   */
  private List<ExecutableElement> accessors(List<ExecutableElement> methods, TypeElement element) {
    Set<ExecutableElement> overridden = overridden(methods, element);
    Map<String, ExecutableElement> bySignature = new LinkedHashMap<>();
    for (ExecutableElement method : methods) {
      if (isToImplement(method) && !overridden.contains(method)) {
        bySignature.merge(Signatures.of(method), method, (x, y) -> moreSpecific(x, y, element));
      }
    }
    return new ArrayList<>(bySignature.values());
  }

  /** Each is compared only with those of its name that are left of its declarer's subtypes. */
  private Set<ExecutableElement> overridden(List<ExecutableElement> methods, TypeElement in) {
    Set<ExecutableElement> overridden = new HashSet<>();
    Map<Name, List<ExecutableElement>> left = new HashMap<>();
    for (int i = methods.size() - 1; i >= 0; i--) {
      ExecutableElement method = methods.get(i);
      List<ExecutableElement> namesakes =
          left.computeIfAbsent(method.getSimpleName(), name -> new ArrayList<>());
      if (namesakes.stream().anyMatch(other -> overrides(other, method, in))) {
        overridden.add(method);
      } else {
        namesakes.add(method);
      }
    }
    return overridden;
  }

  /** Eclipse says that methods of one signature override each other: only a subtype's does. */
  private boolean overrides(
      ExecutableElement overrider, ExecutableElement overridden, TypeElement in) {
    TypeElement declaring = (TypeElement) overrider.getEnclosingElement();
    return !Objects.equals(declaring, overridden.getEnclosingElement())
        && supertypes
            .computeIfAbsent(declaring, type -> supertypesFirst(type, new LinkedHashSet<>()))
            .contains(overridden.getEnclosingElement())
        && elements.overrides(overrider, overridden, in);
  }

  /** The methods of these types, in their order. */
  private static List<ExecutableElement> methods(Set<TypeElement> types) {
    List<ExecutableElement> methods = new ArrayList<>();
    types.forEach(type -> methods.addAll(ElementFilter.methodsIn(type.getEnclosedElements())));
    return methods;
  }

  private boolean isToImplement(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method);
  }

  /** Whether every class has such a public method. */
  private boolean isOfObject(ExecutableElement method) {
    TypeElement object = elements.getTypeElement(Object.class.getName());
    return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
        .anyMatch(
            of ->
                of.getModifiers().contains(Modifier.PUBLIC)
                    && Signatures.of(of).equals(Signatures.of(method)));
  }

  private ExecutableElement moreSpecific(
      ExecutableElement one, ExecutableElement other, TypeElement in) {
    DeclaredType type = (DeclaredType) in.asType();
    TypeMirror first = ((ExecutableType) types.asMemberOf(type, one)).getReturnType();
    TypeMirror second = ((ExecutableType) types.asMemberOf(type, other)).getReturnType();
    return types.isSubtype(second, first) ? other : one;
  }

  private static boolean isSerializable(TypeElement type) {
    return type.getQualifiedName().contentEquals("java.io.Serializable");
  }

  /**
   * A declaration and its supertypes, these first. Each is visited once, however many ways lead to
   * it: the compilers' own search goes each way anew, and there may be more than atoms in the
   * world.
   */
  private Set<TypeElement> supertypesFirst(TypeElement type, Set<TypeElement> visited) {
    for (TypeMirror supertype : type.getInterfaces()) {
      new MentionedTypes(elements).add(supertype); // throws if it does not exist yet
      Element element = types.asElement(supertype);
      if (element instanceof TypeElement of && !visited.contains(of)) {
        supertypesFirst(of, visited);
      }
    }
    visited.add(type);
    return visited;
  }

  /** At the accessor, or at the annotation if the accessor is inherited from out of sight. */
  private static void report(
      Declaration declaration, ExecutableElement accessor, Problem problem, Object... arguments) {
    if (declaration.element().equals(accessor.getEnclosingElement())) {
      declaration.reporter().errorAt(accessor, problem, arguments);
    } else {
      arguments[0] = arguments[0] + ", inherited from " + accessor.getEnclosingElement() + ",";
      declaration.reporter().error(problem, arguments);
    }
  }
}
