package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reports the problems of one request, each where the user made it, and counts them; or only counts
 * them.
 */
public final class Reporter {

  private final @Nullable Messager messager;
  private final Element declaration;
  private final AnnotationMirror annotation;
  private final TargetKind kind;
  private int errors;

  /**
   * Begins with no problem.
   *
   * @param messager {@code null} if the problems are counted only
   */
  public Reporter(@Nullable Messager messager, Request request) {
    this.messager = messager;
    this.declaration = request.element();
    this.annotation = request.annotation().mirror();
    this.kind = request.kind();
  }

  /** Reports a problem at the annotation. */
  public void error(Problem problem, Object... arguments) {
    error(declaration, annotation, null, problem, arguments);
  }

  /** Reports a problem at a value of the annotation. */
  void errorAt(AnnotationValue value, Problem problem, Object... arguments) {
    error(declaration, annotation, value, problem, arguments);
  }

  /** Reports a problem at a value of the annotation; at the annotation if that has none. */
  public void errorAt(Optional<AnnotationValue> value, Problem problem, Object... arguments) {
    error(declaration, annotation, value.orElse(null), problem, arguments);
  }

  /** Reports a problem at an element inside the declaration. */
  void errorAt(Element member, Problem problem, Object... arguments) {
    error(member, null, null, problem, arguments);
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  private void error(
      Element element,
      @Nullable AnnotationMirror mirror,
      @Nullable AnnotationValue value,
      Problem problem,
      Object... arguments) {
    errors++;
    if (messager != null) {
      messager.printMessage(
          Diagnostic.Kind.ERROR, problem.message(kind, arguments), element, mirror, value);
    }
  }
}
