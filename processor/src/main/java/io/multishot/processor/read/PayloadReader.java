package io.multishot.processor.read;

import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Message;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the payload that {@code type = ...} names. */
final class PayloadReader {

  private final Types types;

  PayloadReader(Types types) {
    this.types = types;
  }

  Optional<Message> read(Declaration declaration, AnnotationValue value) {
    if (!(value.getValue() instanceof TypeMirror named)) {
      throw new UnresolvedException("what its type = ... names"); // javac gives a string for it
    }
    TypeMirror payload = withWildcards(named);
    checkPayload(payload, declaration, value);
    checkNothingElseDeclared(declaration, value);
    if (declaration.reporter().hasErrors()) {
      return Optional.empty();
    }
    TypeName type = declaration.types().of(payload);
    return Optional.of(
        Message.ofValue(type.isPrimitive() ? type : declaration.scope().nullness().nullable(type)));
  }

  private void checkPayload(TypeMirror payload, Declaration declaration, AnnotationValue value) {
    Reporter reporter = declaration.reporter();
    declaration.referenced().add(payload);
    if (payload.getKind() == TypeKind.VOID) {
      reporter.errorAt(value, Problem.VOID);
    }
    TypeName name = TypeName.get(payload);
    if (name.isBoxedPrimitive()) {
      reporter.errorAt(value, Problem.BOXED, name, types.unboxedType(payload));
    }
    TargetScope scope = declaration.scope();
    scope
        .obstacle(payload)
        .ifPresent(
            obstacle ->
                reporter.errorAt(value, obstacle.problem(), obstacle.arguments(name, scope)));
  }

  private void checkNothingElseDeclared(Declaration declaration, AnnotationValue value) {
    Reporter reporter = declaration.reporter();
    TypeElement element = declaration.element();
    if (!element.getTypeParameters().isEmpty()) {
      reporter.errorAt(
          element.getTypeParameters().get(0), Problem.TYPE_AND_PARAMETERS, declaration.name());
    }
    for (ExecutableElement method :
        new InterfaceMethods(element, declaration.scope(), types).toImplement()) {
      if (element.equals(method.getEnclosingElement())) {
        reporter.errorAt(
            method, Problem.TYPE_AND_ACCESSOR, declaration.name(), Signatures.of(method));
      } else { // the declaring type may be in no source
        reporter.errorAt(
            value,
            Problem.TYPE_AND_INHERITED,
            declaration.name(),
            Signatures.of(method),
            String.valueOf(method.getEnclosingElement()));
      }
    }
  }

  /** A class literal names the raw type, for which compilers warn: wildcards take its place. */
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
}
