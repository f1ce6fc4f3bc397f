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
import javax.lang.model.util.Elements;

/** Reads the name of the class to generate: the one given, or the declaration's with a suffix. */
final class NameReader {

  /** The identifiers that cannot be the name of a class. */
  private static final Set<String> RESTRICTED =
      Set.of("var", "yield", "record", "sealed", "permits");

  /** In bytes: the file names of the classes inside must not have more than 255. */
  private static final int LONGEST = 255 - "$ViewHandler.class".length();

  private final Elements elements;

  NameReader(Elements elements) {
    this.elements = elements;
  }

  /** Returns the name; empty if it is invalid, and reported. */
  Optional<ClassName> read(Declaration declaration) {
    TypeElement element = declaration.element();
    Reporter reporter = declaration.reporter();
    Optional<AnnotationValue> value = declaration.annotation().value("name");
    String given = declaration.annotation().value("name", String.class).orElse("");
    if (!given.isEmpty() && !isClassName(given)) {
      reporter.errorAt(value, Problem.NAME_INVALID, Quotation.of(given));
      return Optional.empty();
    }
    if (ReservedNames.NESTED.contains(given)) {
      reporter.errorAt(value, Problem.NAME_NESTED, given);
    }
    ClassName name =
        ClassName.get(
            declaration.scope().packageName(), given.isEmpty() ? defaultName(element) : given);
    int length = name.simpleName().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      reporter.errorAt(value, Problem.NAME_LONG, element, length, LONGEST);
      return Optional.empty();
    }
    TypeElement present = elements.getTypeElement(elements.getModuleOf(element), name.toString());
    if (present != null && !isGenerated(present)) {
      String other = Kinds.describe(present) + " of yours";
      reporter.errorAt(value, Problem.NAME_TAKEN, element, name, other);
    }
    return Optional.of(name);
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
