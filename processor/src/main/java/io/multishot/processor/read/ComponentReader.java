package io.multishot.processor.read;

import static java.util.Comparator.comparing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the components of a record. */
final class ComponentReader {

  private final Elements elements;
  private final Types types;

  ComponentReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  Optional<Message> read(Declaration declaration) {
    TypeElement element = declaration.element();
    List<Field> fields = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      TypeMirror type = component.asType();
      declaration.referenced().add(type);
      ExecutableElement accessor = accessor(element, component);
      declaration.referenced().addLint(accessor);
      TypeName name = declaration.types().annotated(declaration.types().of(type), type, accessor);
      TargetScope scope = declaration.scope();
      scope
          .obstacle(type)
          .ifPresent(
              obstacle ->
                  declaration
                      .reporter()
                      .errorAt(
                          field(element, component),
                          obstacle.problem(),
                          obstacle.arguments(name, scope)));
      fields.add(new Field(component.getSimpleName().toString(), name));
    }
    if (fields.isEmpty()) {
      declaration.reporter().error(Problem.NO_COMPONENTS, declaration.name());
    }
    if (declaration.reporter().hasErrors()) {
      return Optional.empty();
    }
    declaration.referenced().add(element.asType());
    ExecutableElement constructor = canonicalConstructor(element);
    declaration.referenced().addLint(constructor);
    return Optional.of(
        Message.ofComponents(
            declaration.types().of(element.asType()),
            fields,
            constructor.isVarArgs() && isReifiable(fields.get(fields.size() - 1).type()),
            elements.getOrigin(constructor) == Elements.Origin.EXPLICIT,
            !isOnlyComponentOfItself(element)));
  }

  /** If so, {@code send} of the field and {@code send} of the record have the same erasure. */
  private boolean isOnlyComponentOfItself(TypeElement element) {
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    if (components.size() != 1) {
      return false;
    }
    TypeMirror component = components.get(0).asType();
    return component.getKind() != TypeKind.ERROR // which javac takes for the same as any type
        && types.isSameType(types.erasure(component), types.erasure(element.asType()));
  }

  /** Of a record that it shows in two rounds, Turbine has a component name a stale accessor. */
  private static ExecutableElement accessor(TypeElement element, RecordComponentElement component) {
    return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
        .filter(method -> method.getParameters().isEmpty())
        .filter(method -> method.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  /** The field of a component: compilers know the place of the field, not of the component. */
  private static Element field(TypeElement element, RecordComponentElement component) {
    return ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  /** If a type is missing, several may have the same types: then it is the one so written. */
  private ExecutableElement canonicalConstructor(TypeElement element) {
    List<TypeMirror> components =
        element.getRecordComponents().stream().map(RecordComponentElement::asType).toList();
    String written = components.toString();
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(constructor -> areSame(parameterTypes(constructor), components))
        .max(comparing(constructor -> parameterTypes(constructor).toString().equals(written)))
        .orElseThrow();
  }

  private static List<TypeMirror> parameterTypes(ExecutableElement constructor) {
    return constructor.getParameters().stream().map(VariableElement::asType).toList();
  }

  private boolean areSame(List<TypeMirror> some, List<TypeMirror> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
  }

  /** Of a type that is missing, Turbine says that it is not even the same as itself. */
  private boolean isSame(TypeMirror some, TypeMirror other) {
    return types.isSameType(some, other) || some.toString().equals(other.toString());
  }

  /** Compilers warn of variable arguments of other types. */
  private static boolean isReifiable(TypeName array) {
    TypeName element = array;
    while (element instanceof ArrayTypeName deeper) {
      element = deeper.componentType();
    }
    return !(element instanceof ParameterizedTypeName || element instanceof TypeVariableName);
  }
}
