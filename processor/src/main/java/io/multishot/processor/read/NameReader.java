package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.ReservedNames;
import io.multishot.processor.model.RuntimeNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads the name of the class to generate: the one given, or the declaration's with a suffix. */
final class NameReader {

  /** The identifiers that cannot be the name of a class. */
  private static final Set<String> RESTRICTED =
      Set.of("var", "yield", "record", "sealed", "permits");

  /** In bytes: the file names of the classes inside must not have more than 255. */
  private static final int LONGEST = 255 - "$ViewHandler.class".length();

  /** Returns the name; empty if it is invalid, and reported. */
  Optional<ClassName> read(Declaration declaration) {
    TypeElement element = declaration.element();
    Reporter reporter = declaration.reporter();
    Optional<AnnotationValue> value = declaration.annotation().value("name");
    String given = given(declaration.annotation());
    if (!given.isEmpty() && !isClassName(given)) {
      reporter.errorAt(value, Problem.NAME_INVALID, Quotation.of(given));
      return Optional.empty();
    }
    if (ReservedNames.NESTED.contains(given)) {
      reporter.errorAt(value, Problem.NAME_NESTED, given);
    }
    ClassName name = nameOf(element, declaration.annotation(), declaration.scope().packageName());
    int length = name.simpleName().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      reporter.errorAt(value, Problem.NAME_LONG, element, length, LONGEST);
      return Optional.empty();
    }
    declaration
        .scope()
        .findElement(name.toString())
        .filter(present -> !isGenerated(present))
        .ifPresent(
            present ->
                reporter.errorAt(
                    value,
                    Problem.NAME_TAKEN,
                    element,
                    name,
                    Kinds.describe(present) + " of yours"));
    return Optional.of(name);
  }

  /** Returns the name that a declaration asks for, whether it is valid or not. */
  static ClassName nameOf(TypeElement element, MultiShotMirror annotation, String packageName) {
    String given = given(annotation);
    return ClassName.get(packageName, given.isEmpty() ? defaultName(element) : given);
  }

  private static String given(MultiShotMirror annotation) {
    return annotation.value("name", String.class).orElse("");
  }

  /** Characters that identifiers ignore are refused: they make two names look the same. */
  private static boolean isClassName(String name) {
    return SourceVersion.isIdentifier(name)
        && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
        && !SourceVersion.isKeyword(name)
        && !RESTRICTED.contains(name);
  }

  private static String defaultName(TypeElement declaration) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join("_", names) + "Channel";
  }

  /** An earlier compilation's output may still be on the class path. */
  private static boolean isGenerated(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mirror -> MultiShotMirror.isNamed(mirror, RuntimeNames.GENERATED));
  }
}
