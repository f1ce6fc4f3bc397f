package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads which lint a target suppresses: what compilers report where it mentions the declaration's
 * types. Most of it can be told by the types; the rest is what the declaration suppresses. To copy
 * all of that would not do: Eclipse reports what is suppressed in vain.
 */
final class LintReader {

  private static final ClassName SUPPRESS_WARNINGS = ClassName.get(SuppressWarnings.class);

  private LintReader() {}

  static Set<String> read(Declaration declaration, boolean isPublic) {
    Set<String> lint = new TreeSet<>(declaration.referenced().lint());
    Set<String> suppressed = suppressed(declaration.element());
    TargetScope scope = declaration.scope();
    ReferencedTypes referenced = declaration.referenced();
    if (isPublic
        && scope.isExported()
        && (suppressed.contains("exports") || scope.exposes(referenced.documented()))) {
      lint.add("exports");
    }
    if (suppressed.contains("restriction") && !referenced.areAllOf(scope)) {
      lint.add("restriction"); // Eclipse's rules of access to classes of other projects
    }
    if (suppressed.contains("all")) { // for Eclipse, that includes what javac does not know
      lint.add("all");
    }
    return lint;
  }

  /** What a declaration suppresses, itself, in its members and by the types that enclose it. */
  private static Set<String> suppressed(TypeElement declaration) {
    Set<String> suppressed = new HashSet<>();
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      suppressedBy(e).forEach(suppressed::add);
    }
    declaration.getEnclosedElements().stream()
        .flatMap(LintReader::suppressedBy)
        .forEach(suppressed::add);
    return suppressed;
  }

  private static Stream<String> suppressedBy(Element element) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> RequestMirror.isNamed(mirror, SUPPRESS_WARNINGS))
        .flatMap(mirror -> mirror.getElementValues().values().stream())
        .map(AnnotationValue::getValue)
        .flatMap(all -> all instanceof List<?> list ? list.stream() : Stream.of(all))
        .map(one -> one instanceof AnnotationValue value ? value.getValue() : one)
        .map(String::valueOf);
  }
}
