package io.multishot.processor;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Finds the names that would mean something else inside the channel than the generated code wants.
 * Where Java has another way to say it, the code takes that; here is what it has none for.
 */
final class HiddenNames {

  /** The packages of the classes that a channel mentions, whatever its message, up to a dot. */
  static final Set<String> ROOT_PACKAGES = Set.of("io", "java", "javax", "org");

  /** Classes whose static methods generated code calls, so that a variable can hide them. */
  private static final Set<String> CALLED =
      Set.of(
          "Arrays",
          "Boolean",
          "Byte",
          "Character",
          "Double",
          "Float",
          "Integer",
          "Long",
          "Objects",
          "Short");

  private final Elements elements;

  HiddenNames(Elements elements) {
    this.elements = elements;
  }

  void check(Declaration declaration, ClassName channel, Message message) {
    checkJavaLang(declaration, channel);
    checkPackages(declaration, channel);
    Reporter reporter = declaration.reporter();
    if (channel.packageName().isEmpty()) { // there is no qualified name
      checkUnnamedPackage(
          declaration, "class", ChannelNames.NESTED.stream(), " inside the channel");
      checkUnnamedPackage(
          declaration, "type parameter", names(declaration.element().getTypeParameters()), "");
    }
    Set<String> variables = variables(declaration, message);
    among(variables.stream(), CALLED)
        .forEach(
            name ->
                reporter.error(Problem.HIDDEN, "the JDK's class " + name, "the variable " + name));
    if (variables.contains("java") && isCalledInFull(declaration, channel)) {
      reporter.error(Problem.HIDDEN, "the package java", "the variable java");
    }
    if (message.is(Message.Form.VIEW)) {
      checkNested(declaration);
    }
  }

  private static void checkUnnamedPackage(
      Declaration declaration, String kind, Stream<String> hiding, String where) {
    among(declaration.mentioned().outermostNames(""), hiding.collect(toSet()))
        .forEach(
            name ->
                declaration
                    .reporter()
                    .error(
                        Problem.HIDDEN,
                        "the class " + name + " of the unnamed package",
                        "the " + kind + " " + name + where));
  }

  /** The classes inside the interface are members of the view too. */
  private void checkNested(Declaration declaration) {
    Surroundings surroundings = new Surroundings(elements, declaration.element());
    Set<String> ofPackage =
        declaration.mentioned().outermostNames(surroundings.packageName()).collect(toSet());
    Set<String> packages = rootPackages(declaration);
    Map<String, TypeElement> hiding = new TreeMap<>();
    nestedTypes(declaration).forEach(type -> hiding.put(type.getSimpleName().toString(), type));
    hiding.forEach(
        (name, type) -> {
          String by = "the class " + type;
          Reporter reporter = declaration.reporter();
          if (ChannelNames.NESTED.contains(name)) {
            reporter.error(Problem.HIDDEN, "the class " + name + " inside the channel", by);
          } else if (ofPackage.contains(name)) {
            reporter.error(Problem.HIDDEN, "the class " + name + " of " + surroundings, by);
          } else if (packages.contains(name)) {
            reporter.error(Problem.HIDDEN, "the package " + name, by);
          }
        });
  }

  private List<TypeElement> nestedTypes(Declaration declaration) {
    return ElementFilter.typesIn(elements.getAllMembers(declaration.element()));
  }

  /** Whether there is another class named like one whose methods generated code calls. */
  private boolean isCalledInFull(Declaration declaration, ClassName channel) {
    return Stream.of(
            declaration.mentioned().simpleNamesOutside(Set.of("java.lang", "java.util")),
            names(nestedTypes(declaration)),
            names(declaration.element().getTypeParameters()),
            Stream.of(channel.simpleName()))
        .flatMap(names -> names)
        .anyMatch(CALLED::contains);
  }

  private static Stream<String> among(Stream<String> names, Set<String> those) {
    return names.filter(those::contains).distinct();
  }

  private static Stream<String> names(List<? extends Element> elements) {
    return elements.stream().map(Element::getSimpleName).map(String::valueOf);
  }

  /** What the sources of the package call so would be another class once the channel is there. */
  private void checkJavaLang(Declaration declaration, ClassName channel) {
    Surroundings surroundings = new Surroundings(elements, declaration.element());
    String hidden = "java.lang." + channel.simpleName();
    if (surroundings.find(hidden).isPresent()) {
      declaration
          .reporter()
          .errorAt(
              declaration.annotation().value("name"),
              Problem.HIDDEN,
              "the class " + hidden,
              "the channel " + channel.simpleName());
    }
  }

  /** A qualified name begins with a package, unless there is a class of that name. */
  private void checkPackages(Declaration declaration, ClassName channel) {
    Surroundings surroundings = new Surroundings(elements, declaration.element());
    for (String root : rootPackages(declaration)) {
      if (root.equals(channel.simpleName())) {
        declaration
            .reporter()
            .errorAt(
                declaration.annotation().value("name"),
                Problem.HIDDEN,
                "the package " + root,
                "the channel " + root);
      } else if (surroundings.hasClass(Stream.of(root))) {
        declaration
            .reporter()
            .error(
                Problem.HIDDEN, "the package " + root, "the class " + root + " of " + surroundings);
      }
    }
  }

  private static Set<String> rootPackages(Declaration declaration) {
    Set<String> roots = new TreeSet<>(ROOT_PACKAGES);
    declaration.mentioned().rootPackages().forEach(roots::add);
    return roots;
  }

  /** The variables in whose scope it calls: the constants of a view, the fields of a cell. */
  private Set<String> variables(Declaration declaration, Message message) {
    TypeElement element = declaration.element();
    Stream<String> variables =
        switch (message.form()) {
          case VALUE -> Stream.empty();
          case VIEW -> names(ElementFilter.fieldsIn(elements.getAllMembers(element)));
          case RECORD ->
              message.fields().stream()
                  .map(Field::name)
                  .filter(name -> name.matches("Objects|java"));
        };
    return variables.collect(toCollection(TreeSet::new));
  }
}
