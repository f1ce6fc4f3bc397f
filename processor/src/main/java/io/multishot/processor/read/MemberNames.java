package io.multishot.processor.read;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.ReservedNames;
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
 * Finds the names that members of an interface obscure or shadow: the view inherits its constants
 * and its classes. The components of a record are private fields, and in no other class's scope.
 */
final class MemberNames {

  private final Elements elements;

  MemberNames(Elements elements) {
    this.elements = elements;
  }

  static Stream<String> of(List<? extends Element> elements) {
    return elements.stream().map(Element::getSimpleName).map(String::valueOf);
  }

  void check(Declaration declaration, ClassName target) {
    checkConstants(declaration, target);
    checkNestedTypes(declaration);
  }

  private void checkConstants(Declaration declaration, ClassName target) {
    Set<String> constants =
        of(ElementFilter.fieldsIn(elements.getAllMembers(declaration.element())))
            .collect(toCollection(TreeSet::new));
    checkCalled("the JDK's class", "java", ReservedNames.CALLED, constants, declaration, target);
    checkCalled(
        "the runtime's class", "io", declaration.kind().called(), constants, declaration, target);
  }

  private void checkCalled(
      String whose,
      String root,
      Set<String> called,
      Set<String> constants,
      Declaration declaration,
      ClassName target) {
    for (String name : constants) {
      if (called.contains(name)) {
        declaration.reporter().error(Problem.HIDDEN, whose + " " + name, "the variable " + name);
      }
    }
    if (constants.contains(root) && isCalledByQualifiedName(called, declaration, target)) {
      declaration.reporter().error(Problem.HIDDEN, "the package " + root, "the variable " + root);
    }
  }

  /** Whether there is another class named like one whose methods generated code calls. */
  private boolean isCalledByQualifiedName(
      Set<String> called, Declaration declaration, ClassName target) {
    return Stream.of(
            declaration.referenced().simpleNamesOutside(Set.of("java.lang", "java.util")),
            of(nestedTypes(declaration)),
            of(declaration.element().getTypeParameters()),
            Stream.of(target.simpleName()))
        .flatMap(names -> names)
        .anyMatch(called::contains);
  }

  private void checkNestedTypes(Declaration declaration) {
    TargetScope scope = declaration.scope();
    Set<String> ofPackage =
        declaration.referenced().outermostNames(scope.packageName()).collect(toSet());
    Set<String> packages = ObscuredNames.rootPackages(declaration);
    Map<String, TypeElement> obscuring = new TreeMap<>();
    nestedTypes(declaration).forEach(type -> obscuring.put(type.getSimpleName().toString(), type));
    obscuring.forEach(
        (name, type) -> {
          String by = "the class " + type;
          Reporter reporter = declaration.reporter();
          if (declaration.kind().nested().contains(name)) {
            reporter.error(
                Problem.HIDDEN,
                "the class " + name + " inside the " + declaration.kind().noun(),
                by);
          } else if (ofPackage.contains(name)) {
            reporter.error(Problem.HIDDEN, "the class " + name + " of " + scope, by);
          } else if (packages.contains(name)) {
            reporter.error(Problem.HIDDEN, "the package " + name, by);
          }
        });
  }

  /** The classes that an implementation inherits. */
  List<TypeElement> nestedTypes(Declaration declaration) {
    return ElementFilter.typesIn(elements.getAllMembers(declaration.element()));
  }
}
