package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Whether references of a declaration are non-null unless it says otherwise. */
final class NullMarking {

  private static final List<ClassName> MARKS =
      List.of(
          ClassName.get("org.jspecify.annotations", "NullMarked"),
          ClassName.get("org.jspecify.annotations", "NullUnmarked"));

  private NullMarking() {}

  /**
   * Returns the mark of the declaration, or of the innermost enclosing class that has one; empty if
   * its package or module counts, which the target shares. A class with both has neither.
   */
  static Optional<ClassName> of(TypeElement declaration) {
    for (Element e = declaration; e instanceof TypeElement marked; e = e.getEnclosingElement()) {
      List<ClassName> marks = MARKS.stream().filter(mark -> has(marked, mark)).toList();
      if (marks.size() == 1) {
        return Optional.of(marks.get(0));
      }
    }
    return Optional.empty();
  }

  private static boolean has(TypeElement element, ClassName annotation) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> RequestMirror.isNamed(mirror, annotation));
  }
}
