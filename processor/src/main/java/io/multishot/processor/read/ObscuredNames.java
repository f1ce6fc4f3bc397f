package io.multishot.processor.read;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.ReservedNames;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;

/**
 * Finds the names that would mean something else inside the target than generated code wants: those
 * that are shadowed or obscured there (JLS 6.4.1, 6.4.2). Where Java has another way to say it,
 * generated code uses that; the names checked here have none.
 */
final class ObscuredNames {

  private final MemberNames members;

  ObscuredNames(Elements elements) {
    this.members = new MemberNames(elements);
  }

  void check(Declaration declaration, ClassName target, Message message) {
    checkJavaLang(declaration, target);
    checkPackages(declaration, target);
    if (target.packageName().isEmpty()) { // there is no qualified name
      checkUnnamedPackage(
          declaration,
          "class",
          declaration.kind().nested().stream(),
          " inside the " + declaration.kind().noun());
      checkUnnamedPackage(
          declaration,
          "type parameter",
          MemberNames.of(declaration.element().getTypeParameters()),
          "");
    }
    if (isImplemented(message)) {
      members.check(declaration, target);
    }
  }

  /** Whether a class inside the target implements the declaration: a view, or a stub. */
  private static boolean isImplemented(Message message) {
    return message.is(Message.Form.VIEW) || message.is(Message.Form.CALL);
  }

  /** The simple names of the classes that an implementation of the declaration inherits. */
  Set<String> inherited(Declaration declaration, Message message) {
    return isImplemented(message)
        ? MemberNames.of(members.nestedTypes(declaration)).collect(toCollection(TreeSet::new))
        : Set.of();
  }

  /** The target would shadow a class of {@code java.lang} for the sources of its package. */
  private static void checkJavaLang(Declaration declaration, ClassName target) {
    String shadowed = "java.lang." + target.simpleName();
    if (declaration.scope().find(shadowed).isPresent()) {
      declaration
          .reporter()
          .errorAt(
              declaration.annotation().value("name"),
              Problem.HIDDEN,
              "the class " + shadowed,
              "the " + declaration.kind().noun() + " " + target.simpleName());
    }
  }

  /** A qualified name begins with a package, unless there is a class of that name. */
  private static void checkPackages(Declaration declaration, ClassName target) {
    TargetScope scope = declaration.scope();
    for (String root : rootPackages(declaration)) {
      if (root.equals(target.simpleName())) {
        declaration
            .reporter()
            .errorAt(
                declaration.annotation().value("name"),
                Problem.HIDDEN,
                "the package " + root,
                "the " + declaration.kind().noun() + " " + root);
      } else if (scope.hasClass(Stream.of(root))) {
        declaration
            .reporter()
            .error(Problem.HIDDEN, "the package " + root, "the class " + root + " of " + scope);
      }
    }
  }

  private static void checkUnnamedPackage(
      Declaration declaration, String kind, Stream<String> obscuring, String where) {
    Set<String> names = obscuring.collect(toSet());
    declaration
        .referenced()
        .outermostNames("")
        .filter(names::contains)
        .distinct()
        .forEach(
            name ->
                declaration
                    .reporter()
                    .error(
                        Problem.HIDDEN,
                        "the class " + name + " of the unnamed package",
                        "the " + kind + " " + name + where));
  }

  /** The packages that generated code names, up to the first dot, in order. */
  static Set<String> rootPackages(Declaration declaration) {
    Set<String> roots = new TreeSet<>(ReservedNames.ROOT_PACKAGES);
    declaration.referenced().rootPackages().forEach(roots::add);
    return roots;
  }
}
