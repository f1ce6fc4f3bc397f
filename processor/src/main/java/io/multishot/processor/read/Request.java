package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;
import javax.lang.model.element.TypeElement;

/**
 * A declaration with one of its annotations, as this round shows them.
 *
 * @param element the annotated type
 * @param kind what the annotation asks for
 */
public record Request(TypeElement element, TargetKind kind) {

  /** The annotation, as written there. */
  public RequestMirror annotation() {
    return RequestMirror.of(element, kind);
  }

  public String simpleName() {
    return element.getSimpleName().toString();
  }

  public boolean isGeneric() {
    return !element.getTypeParameters().isEmpty();
  }

  /** Whether it has {@code type = ...}, and so no parts. */
  public boolean namesType() {
    return annotation().value("type").isPresent();
  }
}
