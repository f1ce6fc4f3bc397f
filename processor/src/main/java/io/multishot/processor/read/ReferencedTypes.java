package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.read.PendingTargets.PendingClass;
import java.lang.annotation.Documented;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** The classes that some types reference, and the classes that enclose these. */
final class ReferencedTypes {

  private final Elements elements;
  private final String packageName;
  private final PendingTargets pendingTargets;
  private final Set<TypeElement> referenced = new LinkedHashSet<>();
  private final Set<PendingClass> pending = new LinkedHashSet<>();
  private final Set<TypeParameterElement> variables = new LinkedHashSet<>();
  private final Set<TypeElement> annotations = new LinkedHashSet<>();
  private final Set<String> lint = new TreeSet<>();

  /**
   * Begins with none.
   *
   * @param packageName the package where the types are referenced
   * @param pendingTargets the targets that need not exist yet
   */
  ReferencedTypes(Elements elements, String packageName, PendingTargets pendingTargets) {
    this.elements = elements;
    this.packageName = packageName;
    this.pendingTargets = pendingTargets;
  }

  /**
   * Adds what {@code type} references.
   *
   * @throws UnresolvedException if it references what does not exist
   */
  ReferencedTypes add(TypeMirror type) {
    new Visitor().visit(type);
    return this;
  }

  /** Adds an annotation of a type, which need not be as visible as that. */
  void addAnnotation(TypeElement annotation) {
    annotations.add(annotation);
    addLintOfAll(annotation);
  }

  /** Adds the lint that a compiler reports where {@code element} is used. */
  void addLint(Element element) {
    Deprecated deprecated = element.getAnnotation(Deprecated.class);
    if (deprecated != null) {
      lint.add(deprecated.forRemoval() ? "removal" : "deprecation");
    }
  }

  /** Adds a lint category. */
  void addLint(String category) {
    lint.add(category);
  }

  /** The first type parameter referenced that {@code declaration} does not declare itself. */
  Optional<TypeParameterElement> variableNotOf(TypeElement declaration) {
    return variables.stream()
        .filter(variable -> !declaration.equals(variable.getGenericElement()))
        .findFirst();
  }

  boolean areAllPublic() {
    return referenced.stream().allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC))
        && pending.stream().allMatch(PendingClass::isPublic);
  }

  /** Whether code of the package can name all that is about to be written. */
  boolean isPendingAccessible() {
    return pending.stream()
        .allMatch(type -> type.isPublic() || packageName.equals(type.packageName()));
  }

  /** Whether they all belong to one package. */
  boolean areAllOf(TargetScope scope) {
    return names().allMatch(name -> name.packageName().equals(scope.packageName()));
  }

  Stream<TypeElement> all() {
    return referenced.stream();
  }

  /** The types that are a part of what their users see: an annotation is if it is documented. */
  Stream<TypeElement> documented() {
    return Stream.concat(
        all(),
        annotations.stream()
            .filter(annotation -> annotation.getAnnotation(Documented.class) != null));
  }

  /** The simple names of the classes in a package. */
  Stream<String> simpleNames(String packageName) {
    return names()
        .filter(name -> name.packageName().equals(packageName))
        .map(ClassName::simpleName);
  }

  /** The simple names of the classes in other packages than these. */
  Stream<String> simpleNamesOutside(Set<String> packageNames) {
    return names()
        .filter(name -> !packageNames.contains(name.packageName()))
        .map(ClassName::simpleName);
  }

  /** The simple names of the top-level classes of a package. */
  Stream<String> outermostNames(String packageName) {
    return names()
        .filter(name -> name.enclosingClassName() == null)
        .filter(name -> name.packageName().equals(packageName))
        .map(ClassName::simpleName);
  }

  /** The names of their packages, up to the first dot. */
  Stream<String> rootPackages() {
    return names()
        .map(ClassName::packageName)
        .filter(name -> !name.isEmpty())
        .map(name -> name.replaceFirst("\\..*", ""));
  }

  private Stream<ClassName> names() {
    return Stream.concat(
        referenced.stream().map(ClassName::get),
        pending.stream().flatMap(type -> Stream.of(type.name(), type.target().name())));
  }

  /** The lint categories that a compiler reports where they are named, in order. */
  Set<String> lint() {
    return lint;
  }

  private void addNamed(TypeElement named) {
    enclosing(named).forEach(referenced::add);
    addLintOfAll(named);
  }

  private void addPending(ErrorType type) {
    PendingClass found =
        pendingTargets.find(type, packageName).orElseThrow(() -> UnresolvedException.of(type));
    pending.add(found);
    if (found.target().isGeneric() && type.getTypeArguments().isEmpty()) {
      lint.add("rawtypes");
    }
  }

  private void addLintOfAll(TypeElement named) {
    enclosing(named).forEach(this::addLint);
  }

  /** A type and the types that enclose it: whoever names it, names them. */
  private static List<TypeElement> enclosing(TypeElement named) {
    List<TypeElement> all = new ArrayList<>();
    for (Element e = named; e instanceof TypeElement outer; e = e.getEnclosingElement()) {
      all.add(outer);
    }
    return all;
  }

  private final class Visitor extends SimpleTypeVisitor14<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitArray(ArrayType type, @Nullable Void unused) {
      return visit(type.getComponentType());
    }

    @Override
    public @Nullable Void visitError(ErrorType type, @Nullable Void unused) {
      Optional<TypeElement> named =
          new ClassFinder(elements, null).find(PendingTargets.written(type));
      if (named.isPresent() && !type.getTypeArguments().isEmpty()) {
        addNamed(named.get()); // an argument is missing, for which Eclipse blames all of the type
      } else {
        addPending(type);
      }
      type.getTypeArguments().forEach(this::visit);
      return null;
    }

    @Override
    public @Nullable Void visitTypeVariable(TypeVariable type, @Nullable Void unused) {
      variables.add((TypeParameterElement) type.asElement());
      return null;
    }

    @Override
    public @Nullable Void visitWildcard(WildcardType type, @Nullable Void unused) {
      if (type.getExtendsBound() != null) {
        visit(type.getExtendsBound());
      }
      if (type.getSuperBound() != null) {
        visit(type.getSuperBound());
      }
      return null;
    }

    @Override
    public @Nullable Void visitDeclared(DeclaredType type, @Nullable Void unused) {
      TypeElement named = (TypeElement) type.asElement();
      addNamed(named);
      if (type.getTypeArguments().isEmpty() && !named.getTypeParameters().isEmpty()) {
        lint.add("rawtypes");
      }
      type.getTypeArguments().forEach(this::visit);
      if (!named
          .getModifiers()
          .contains(Modifier.STATIC)) { // Eclipse has a raw outer type even then
        visit(type.getEnclosingType());
      }
      return null;
    }
  }
}
