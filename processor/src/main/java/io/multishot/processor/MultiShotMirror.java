package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The {@code @MultiShot} of a declaration, as written. */
final class MultiShotMirror {

  private final AnnotationMirror mirror;

  private MultiShotMirror(AnnotationMirror mirror) {
    this.mirror = mirror;
  }

  static MultiShotMirror of(TypeElement declaration) {
    return declaration.getAnnotationMirrors().stream()
        .filter(mirror -> isNamed(mirror, RuntimeNames.ANNOTATION))
        .findFirst()
        .map(MultiShotMirror::new)
        .orElseThrow();
  }

  static boolean isNamed(AnnotationMirror mirror, ClassName annotation) {
    TypeElement element = (TypeElement) mirror.getAnnotationType().asElement();
    return element.getQualifiedName().contentEquals(annotation.canonicalName());
  }

  AnnotationMirror mirror() {
    return mirror;
  }

  /** The value that the user has written; empty if it is left to its default. */
  Optional<AnnotationValue> value(String member) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /** As {@link #value(String)}, read as a {@code T}; empty also if it is in error. */
  <T> Optional<T> value(String member, Class<T> type) {
    return value(member).map(AnnotationValue::getValue).filter(type::isInstance).map(type::cast);
  }
}
