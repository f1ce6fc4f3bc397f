package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated declaration into a {@link Channel}, and tells all that is wrong with it. */
final class DeclarationReader {

  /** What the language lets be an identifier, but not the name of a class. */
  private static final Set<String> RESTRICTED_NAMES =
      Set.of("var", "yield", "record", "sealed", "permits");

  /** How many parameters a method can have, beside {@code this}. */
  private static final int MOST_PARAMETERS = 254;

  /** The longest in bytes, so that the file names of its classes have no more than 255. */
  private static final int LONGEST_NAME = 255 - "$ViewHandler.class".length();

  private final Elements elements;
  private final MessageReader messages;
  private final HiddenNames hidden;

  DeclarationReader(Elements elements, Types types) {
    this.elements = elements;
    this.messages = new MessageReader(elements, types);
    this.hidden = new HiddenNames(elements);
  }

  /**
   * The channel that a declaration asks for; empty if that is in error, and reported.
   *
   * @throws UnresolvedException if a type that it mentions does not exist yet
   */
  Optional<Channel> read(TypeElement element, MultiShotMirror annotation, Reporter reporter) {
    Declaration declaration =
        new Declaration(
            element,
            annotation,
            reporter,
            new TypeNames(element, new Surroundings(elements, element)),
            new MentionedTypes(elements));
    if (element.getKind() != ElementKind.INTERFACE && element.getKind() != ElementKind.RECORD) {
      reporter.error(Problem.KIND, declaration.name(), describe(element));
      return Optional.empty();
    }
    element
        .getTypeParameters()
        .forEach(parameter -> parameter.getBounds().forEach(declaration.mentioned()::add));
    Optional<Message> message = messages.read(declaration);
    message.ifPresent(found -> checkSize(declaration, found));
    declaration
        .mentioned()
        .variableNotOf(element)
        .ifPresent(
            variable ->
                reporter.error(
                    Problem.FOREIGN_PARAMETER,
                    declaration.name(),
                    variable,
                    variable.getGenericElement()));
    checkReachable(element, reporter);
    Optional<ClassName> name = readName(element, annotation, reporter);
    if (message.isPresent() && name.isPresent()) {
      hidden.check(declaration, name.get(), message.get());
    }
    return reporter.hasErrors()
        ? Optional.empty()
        : Optional.of(describe(declaration, name.orElseThrow(), message.orElseThrow()));
  }

  private Channel describe(Declaration declaration, ClassName name, Message message) {
    TypeElement element = declaration.element();
    MentionedTypes mentioned = declaration.mentioned();
    Surroundings surroundings = new Surroundings(elements, element);
    boolean isPublic = isPublic(element) && mentioned.areAllPublic();
    return new Channel(
        element,
        name,
        element.getTypeParameters().stream().map(declaration.types()::of).toList(),
        message,
        isPublic,
        declaration.annotation().value("padded", Boolean.class).orElse(true),
        declaration
            .annotation()
            .value("waitPolicy", VariableElement.class)
            .map(policy -> policy.getSimpleName().toString()),
        surroundings.hasClass(
            Stream.concat(
                ChannelWriter.JAVA_LANG_NAMES.stream(), mentioned.simpleNames("java.lang"))),
        mentioned.lint(),
        surroundings.generatedAnnotation(isPublic),
        surroundings.find(Surroundings.NULLABLE));
  }

  private static void checkSize(Declaration declaration, Message message) {
    int places = 0;
    for (Field field : message.fields()) {
      boolean isWide = field.type().equals(TypeName.LONG) || field.type().equals(TypeName.DOUBLE);
      places += isWide ? 2 : 1;
    }
    if (places > MOST_PARAMETERS) {
      declaration.reporter().error(Problem.TOO_MANY, declaration.name(), places);
    }
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
      reporter.errorAt(value, Problem.NAME_INVALID, Quotation.of(given));
      return Optional.empty();
    }
    if (ChannelNames.NESTED.contains(given)) {
      reporter.errorAt(value, Problem.NAME_NESTED, given);
    }
    ClassName name =
        ClassName.get(
            elements.getPackageOf(declaration).getQualifiedName().toString(),
            given.isEmpty() ? defaultName(declaration) : given);
    int length = name.simpleName().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_NAME) {
      reporter.errorAt(value, Problem.NAME_LONG, declaration, length, LONGEST_NAME);
      return Optional.empty();
    }
    TypeElement present =
        elements.getTypeElement(elements.getModuleOf(declaration), name.toString());
    if (present != null && !isGenerated(present)) {
      String other = describe(present) + " of yours";
      reporter.errorAt(value, Problem.NAME_TAKEN, declaration, name, other);
    }
    return Optional.of(name);
  }

  /** A character that identifiers ignore could make a name look like another, or be another. */
  private static boolean isClassName(String name) {
    return SourceVersion.isIdentifier(name)
        && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
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
        .anyMatch(mirror -> MultiShotMirror.isNamed(mirror, RuntimeNames.GENERATED));
  }

  private static boolean isPublic(TypeElement declaration) {
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  /** An element's kind as prose, with its article. */
  private static String describe(Element element) {
    String kind = element.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (kind.matches("[aeiou].*") ? "an " : "a ") + kind;
  }
}
