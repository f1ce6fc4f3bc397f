package io.multishot.processor;

import com.palantir.javapoet.TypeName;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads {@code type = ...}. */
final class PayloadReader {

  private final Elements elements;
  private final Types types;

  PayloadReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * The payload that {@code declaration} names; empty if it is in error, and reported.
   *
   * @throws UnresolvedException if a type does not exist yet
   */
  Optional<TypeMirror> read(
      TypeElement declaration, MultiShotMirror annotation, Reporter reporter) {
    Optional<AnnotationValue> written = annotation.value("type");
    if (written.isEmpty()) {
      reporter.error(Problem.NO_PAYLOAD, declaration.getSimpleName());
      return Optional.empty();
    }
    AnnotationValue value = written.get();
    if (!(value.getValue() instanceof TypeMirror named)) {
      throw new UnresolvedException(value.toString()); // how javac gives a class it cannot find
    }
    TypeMirror payload = withWildcards(named);
    checkPayload(payload, value, elements.getPackageOf(declaration), reporter);
    checkNothingElseDeclared(declaration, value, reporter);
    return Optional.of(payload);
  }

  private void checkPayload(
      TypeMirror payload, AnnotationValue value, PackageElement from, Reporter reporter) {
    if (payload.getKind() == TypeKind.VOID) {
      reporter.errorAt(value, Problem.VOID);
    }
    String name = TypeName.get(payload).toString();
    if (TypeName.get(payload).isBoxedPrimitive()) {
      reporter.errorAt(value, Problem.BOXED, name, types.unboxedType(payload));
    }
    if (!new MentionedTypes(elements, payload).areAccessibleFrom(from)) {
      String where = from.isUnnamed() ? "the unnamed package" : from.toString();
      reporter.errorAt(value, Problem.PAYLOAD_INACCESSIBLE, name, where);
    }
  }

  private void checkNothingElseDeclared(
      TypeElement declaration, AnnotationValue value, Reporter reporter) {
    if (!declaration.getTypeParameters().isEmpty()) {
      reporter.errorAt(
          declaration.getTypeParameters().get(0), Problem.GENERIC, declaration.getSimpleName());
    }
    declaration.getInterfaces().forEach(type -> new MentionedTypes(elements, type));
    for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(declaration))) {
      if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
        continue;
      }
      if (declaration.equals(method.getEnclosingElement())) {
        reporter.errorAt(method, Problem.ACCESSOR, declaration.getSimpleName(), method);
      } else { // where it is declared may be out of the user's reach
        reporter.errorAt(
            value,
            Problem.ACCESSOR_INHERITED,
            declaration.getSimpleName(),
            method,
            String.valueOf(method.getEnclosingElement()));
      }
    }
  }

  /** A class literal names the raw type, and code that did so would be warned of. */
  private TypeMirror withWildcards(TypeMirror type) {
    if (type.getKind() == TypeKind.ARRAY) {
      return types.getArrayType(withWildcards(((ArrayType) type).getComponentType()));
    }
    if (type.getKind() == TypeKind.DECLARED) {
      return withWildcards((TypeElement) ((DeclaredType) type).asElement());
    }
    return type;
  }

  private DeclaredType withWildcards(TypeElement type) {
    TypeMirror[] arguments =
        type.getTypeParameters().stream()
            .map(parameter -> types.getWildcardType(null, null))
            .toArray(TypeMirror[]::new);
    return type.getEnclosingElement() instanceof TypeElement outer
            && !type.getModifiers().contains(Modifier.STATIC)
        ? types.getDeclaredType(withWildcards(outer), type, arguments)
        : types.getDeclaredType(type, arguments);
  }

  /** An element's kind as prose, with its article. */
  static String describe(Element element) {
    String kind = element.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (kind.matches("[aeiou].*") ? "an " : "a ") + kind;
  }
}
