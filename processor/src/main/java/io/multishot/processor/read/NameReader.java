package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.RuntimeNames;
import io.multishot.processor.model.TargetKind;
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

  /** In bytes. */
  private static final int LONGEST_FILE_NAME = 255;

  /** Returns the name; empty if it is invalid, and reported. */
  Optional<ClassName> read(Declaration declaration) {
    TypeElement element = declaration.element();
    TargetKind kind = declaration.kind();
    Reporter reporter = declaration.reporter();
    Optional<AnnotationValue> value = declaration.annotation().value("name");
    String given = given(declaration.annotation());
    if (!given.isEmpty() && !isValid(given)) {
      reporter.errorAt(value, Problem.NAME_INVALID, Quotation.of(given));
      return Optional.empty();
    }
    if (kind.nested().contains(given)) {
      reporter.errorAt(value, Problem.NAME_NESTED, given);
    }
    ClassName name = nameOf(declaration.request(), declaration.scope().packageName());
    int length = name.simpleName().getBytes(StandardCharsets.UTF_8).length;
    int longest = longest(kind);
    if (length > longest) {
      reporter.errorAt(value, Problem.NAME_LONG, element, length, longest);
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

  /** The names of the files of the classes inside begin with the name. */
  private static int longest(TargetKind kind) {
    int nested = kind.nested().stream().mapToInt(String::length).max().orElseThrow();
    return LONGEST_FILE_NAME - "$".length() - nested - ".class".length();
  }

  static ClassName nameOf(Request request, String packageName) {
    return ClassName.get(packageName, simpleName(request));
  }

  /** Returns the name that is asked for, whether it is valid or not. */
  static String simpleName(Request request) {
    String given = given(request.annotation());
    return given.isEmpty() ? defaultName(request) : given;
  }

  private static String given(RequestMirror annotation) {
    return annotation.value("name", String.class).orElse("");
  }

  /** Characters that identifiers ignore are refused: they make two names look the same. */
  static boolean isValid(String name) {
    return SourceVersion.isIdentifier(name)
        && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
        && !SourceVersion.isKeyword(name)
        && !RESTRICTED.contains(name);
  }

  private static String defaultName(Request request) {
    Deque<String> names = new ArrayDeque<>();
    for (Element e = request.element(); e instanceof TypeElement; e = e.getEnclosingElement()) {
      names.addFirst(e.getSimpleName().toString());
    }
    return String.join("_", names) + request.kind().suffix();
  }

  /** An earlier compilation's output may still be on the class path. */
  private static boolean isGenerated(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(mirror -> RequestMirror.isNamed(mirror, RuntimeNames.GENERATED));
  }
}
