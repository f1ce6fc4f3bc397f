package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.multishot.MultiShotGenerated;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated declaration into a {@link Channel}, and tells all that is wrong with it. */
final class DeclarationReader {

  /** What the language lets be an identifier, but not the name of a class. */
  private static final Set<String> RESTRICTED_NAMES =
      Set.of("var", "yield", "record", "sealed", "permits");

  private final Elements elements;
  private final PayloadReader payloads;

  DeclarationReader(Elements elements, Types types) {
    this.elements = elements;
    this.payloads = new PayloadReader(elements, types);
  }

  /**
   * The channel that {@code declaration} asks for; empty if that is in error, and reported.
   *
   * @throws UnresolvedException if a type that it mentions does not exist yet
   */
  Optional<Channel> read(TypeElement declaration, MultiShotMirror annotation, Reporter reporter) {
    if (declaration.getKind() != ElementKind.INTERFACE) {
      reporter.error(
          Problem.KIND, declaration.getSimpleName(), PayloadReader.describe(declaration));
      return Optional.empty();
    }
    Optional<TypeMirror> payload = payloads.read(declaration, annotation, reporter);
    checkReachable(declaration, reporter);
    Optional<ClassName> name = readName(declaration, annotation, reporter);
    if (payload.isEmpty() || name.isEmpty() || reporter.hasErrors()) {
      return Optional.empty();
    }
    MentionedTypes mentioned = new MentionedTypes(elements, payload.get());
    Surroundings surroundings = new Surroundings(elements, declaration);
    boolean isPublic = isPublic(declaration) && mentioned.areAllPublic();
    return Optional.of(
        new Channel(
            declaration,
            ClassName.get(declaration),
            name.get(),
            TypeName.get(payload.get()),
            isPublic,
            annotation.value("padded", Boolean.class).orElse(true),
            surroundings.hasClass(
                Stream.concat(
                    ChannelWriter.JAVA_LANG_NAMES.stream(), mentioned.simpleNames("java.lang"))),
            mentioned.lint(),
            surroundings.generatedAnnotation(isPublic),
            surroundings.find("org.jspecify.annotations.Nullable")));
  }

  private void checkReachable(TypeElement declaration, Reporter reporter) {
    if (declaration.getModifiers().contains(Modifier.PRIVATE)) {
      reporter.error(Problem.PRIVATE, declaration.getSimpleName());
    }
    for (Element outer = declaration.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        reporter.error(
            Problem.PRIVATE_ENCLOSING, declaration.getSimpleName(), outer.getSimpleName());
      }
    }
  }

  private Optional<ClassName> readName(
      TypeElement declaration, MultiShotMirror annotation, Reporter reporter) {
    Optional<AnnotationValue> value = annotation.value("name");
    String given = annotation.value("name", String.class).orElse("");
    if (!given.isEmpty() && !isClassName(given)) {
      reporter.errorAt(value, Problem.NAME_INVALID, given);
      return Optional.empty();
    }
    if (ChannelWriter.NESTED_NAMES.contains(given)) {
      reporter.errorAt(value, Problem.NAME_NESTED, given);
    }
    ClassName name =
        ClassName.get(
            elements.getPackageOf(declaration).getQualifiedName().toString(),
            given.isEmpty() ? defaultName(declaration) : given);
    TypeElement present =
        elements.getTypeElement(elements.getModuleOf(declaration), name.toString());
    if (present != null && !isGenerated(present)) {
      String other = PayloadReader.describe(present) + " of yours";
      reporter.errorAt(value, Problem.NAME_TAKEN, declaration, name, other);
    }
    return Optional.of(name);
  }

  private static boolean isClassName(String name) {
    return SourceVersion.isIdentifier(name)
        && !SourceVersion.isKeyword(name)
        && !RESTRICTED_NAMES.contains(name);
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
        .anyMatch(mirror -> MultiShotMirror.isNamed(mirror, MultiShotGenerated.class.getName()));
  }

  private static boolean isPublic(TypeElement declaration) {
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
