package io.multishot.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the annotations that say whether a reference may be null, as far as generated code can name
 * them. An annotation with elements is left out: they may hold anything.
 */
final class NullnessReader {

  /** The simple names of the annotations. */
  private static final Set<String> NAMES = Set.of("Nullable", "NonNull", "Nonnull", "NotNull");

  private final TargetScope scope;
  private final ReferencedTypes referenced;

  /**
   * Makes a reader.
   *
   * @param referenced gets the annotations that are named
   */
  NullnessReader(TargetScope scope, ReferencedTypes referenced) {
    this.scope = scope;
    this.referenced = referenced;
  }

  /** Adds the nullness of {@code type} to its name. */
  TypeName added(TypeName name, TypeMirror type) {
    return added(name, type.getAnnotationMirrors().stream());
  }

  /** Lets the nullness of {@code type}, if it says any, take the place of what {@code name} has. */
  TypeName overriding(TypeName name, TypeMirror type) {
    return overriding(name, type.getAnnotationMirrors().stream());
  }

  /**
   * Adds the nullness that {@code element} has for its type. An annotation of methods and types is
   * both in one place, but javac forgets the latter where the type is a type parameter.
   */
  TypeName ofElement(TypeName name, TypeMirror type, Element element) {
    if (type instanceof ArrayType array && name instanceof ArrayTypeName of) {
      return ArrayTypeName.of(ofElement(of.componentType(), array.getComponentType(), element))
          .annotated(of.annotations());
    }
    return type.getKind() == TypeKind.TYPEVAR
        ? overriding(
            name,
            Stream.concat(
                type.getAnnotationMirrors().stream(),
                element.getAnnotationMirrors().stream().filter(NullnessReader::isOfTypes)))
        : name;
  }

  private static boolean isOfTypes(AnnotationMirror mirror) {
    Target target = mirror.getAnnotationType().asElement().getAnnotation(Target.class);
    return target != null && List.of(target.value()).contains(ElementType.TYPE_USE);
  }

  private TypeName overriding(TypeName name, Stream<? extends AnnotationMirror> annotations) {
    TypeName annotated = added(name.withoutAnnotations(), annotations);
    return annotated.isAnnotated() ? annotated : name;
  }

  private TypeName added(TypeName name, Stream<? extends AnnotationMirror> annotations) {
    List<AnnotationSpec> nullness =
        annotations
            .filter(mirror -> isNullness(mirror) && mirror.getElementValues().isEmpty())
            .map(AnnotationMirror::getAnnotationType)
            .filter(scope::canAccess)
            .map(this::use)
            .distinct()
            .toList();
    return nullness.isEmpty() || name.isPrimitive() ? name : name.annotated(nullness);
  }

  private AnnotationSpec use(DeclaredType annotation) {
    TypeElement element = (TypeElement) annotation.asElement();
    referenced.addAnnotation(element);
    return AnnotationSpec.builder(ClassName.get(element)).build();
  }

  private static boolean isNullness(AnnotationMirror mirror) {
    return NAMES.contains(mirror.getAnnotationType().asElement().getSimpleName().toString());
  }
}
