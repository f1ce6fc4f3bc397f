package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.TargetKind;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The annotation of a request, as written in the declaration. */
public final class RequestMirror {

  /** What compilers give for an expression that they cannot evaluate. */
  private static final String UNKNOWN = "<error>";

  private final AnnotationMirror mirror;
  private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;
  private final boolean isWellTyped;

  private RequestMirror(AnnotationMirror mirror) {
    this.mirror = mirror;
    Optional<Map<? extends ExecutableElement, ? extends AnnotationValue>> read = values(mirror);
    this.values = read.orElse(Map.of());
    this.isWellTyped = read.isPresent();
  }

  /** Eclipse reports a value of another type than the member's, and then throws. */
  private static Optional<Map<? extends ExecutableElement, ? extends AnnotationValue>> values(
      AnnotationMirror mirror) {
    try {
      return Optional.of(mirror.getElementValues());
    } catch (RuntimeException illTyped) {
      return Optional.empty();
    }
  }

  static RequestMirror of(TypeElement declaration, TargetKind kind) {
    return declaration.getAnnotationMirrors().stream()
        .filter(mirror -> isNamed(mirror, kind.annotation()))
        .findFirst()
        .map(RequestMirror::new)
        .orElseThrow();
  }

  static boolean isNamed(AnnotationMirror mirror, ClassName annotation) {
    TypeElement element = (TypeElement) mirror.getAnnotationType().asElement();
    return element.getQualifiedName().contentEquals(annotation.canonicalName());
  }

  public AnnotationMirror mirror() {
    return mirror;
  }

  /** Whether its values can be read; if not, the compiler has reported why. */
  public boolean isWellTyped() {
    return isWellTyped;
  }

  /** Returns the value that the user has written; empty if it is left to its default. */
  public Optional<AnnotationValue> value(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the value that the user has written; empty if it is left to its default.
   *
   * @throws UnresolvedException if it is a constant that does not exist yet
   */
  <T> Optional<T> value(String member, Class<T> type) {
    Optional<Object> value = value(member).map(AnnotationValue::getValue);
    if (value.isPresent() && (!type.isInstance(value.get()) || UNKNOWN.equals(value.get()))) {
      throw new UnresolvedException("what its " + member + " = ... names");
    }
    return value.map(type::cast);
  }
}
