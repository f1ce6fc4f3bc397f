package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.Nullness;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** The module and the package that a target is generated into, and what names mean there. */
final class TargetScope {

  private static final String NULLABLE = "org.jspecify.annotations.Nullable";

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Elements elements;
  private final PendingTargets pending;
  private final KnownClasses classes;
  private final @Nullable ModuleElement module;
  private final TypeElement declaration;
  private final PackageElement container;
  private final Accessibility accessibility;
  private final ExportedTypes exported;

  TargetScope(
      Elements elements, KnownClasses classes, TypeElement declaration, PendingTargets pending) {
    this.elements = elements;
    this.classes = classes;
    this.pending = pending;
    this.declaration = declaration;
    this.module = elements.getModuleOf(declaration);
    this.container = elements.getPackageOf(declaration);
    this.accessibility = new Accessibility(elements, module, container);
    this.exported = new ExportedTypes(elements, module, container);
  }

  Optional<TypeElement> findElement(String name) {
    return new ClassFinder(elements, module).find(name);
  }

  /** Finds a class as the module sees it; generated code cannot use what it does not read. */
  Optional<ClassName> find(String name) {
    return classes.find(module, name);
  }

  /**
   * {@code @Generated}, if generated code can use it. The annotation is {@code @Documented}, so it
   * belongs to the interface of a public class: javac warns if a module exports the class, but does
   * not require the annotation's module transitively.
   */
  Optional<ClassName> generatedAnnotation(boolean isPublic) {
    return isPublic && exported.isExported() && !isRequiredForOthers("java.compiler")
        ? Optional.empty()
        : find(GENERATED);
  }

  /**
   * How the module says that a reference may be null: by JSpecify's annotation, if it sees that.
   * The target is marked as the declaration is, since it lies in none of the classes that enclose
   * that.
   */
  Nullness nullness() {
    return new Nullness(find(NULLABLE), NullMarking.of(declaration));
  }

  /** Whether generated code can name a type. */
  boolean canAccess(TypeMirror type) {
    return obstacle(type).isEmpty();
  }

  /** What keeps generated code from naming a type; empty if nothing does. */
  Optional<Obstacle> obstacle(TypeMirror type) {
    ReferencedTypes referenced = new ReferencedTypes(elements, packageName(), pending).add(type);
    return referenced.isPendingAccessible()
        ? accessibility.obstacle(referenced.all())
        : Optional.of(new Obstacle(Problem.INACCESSIBLE));
  }

  /**
   * Checks that a supertype exists, and that what its arguments reference does or is about to.
   *
   * @throws UnresolvedException if that is not so
   */
  void requireSupertype(TypeMirror type) {
    if (type instanceof ErrorType missing && find(PendingTargets.written(missing)).isEmpty()) {
      throw UnresolvedException.of(missing);
    }
    new ReferencedTypes(elements, packageName(), pending).add(type);
  }

  /** The class that a missing type is going to be, or is but for its type arguments. */
  Optional<ClassName> find(ErrorType missing) {
    return pending
        .find(missing, packageName())
        .map(PendingTargets.PendingClass::name)
        .or(() -> find(PendingTargets.written(missing)));
  }

  /** Whether the module exports the package, to all or some. */
  boolean isExported() {
    return exported.isExported();
  }

  /** Whether public code here shows a type that not everybody who sees the code can name. */
  boolean exposes(Stream<TypeElement> types) {
    return !exported.areAllNamable(types);
  }

  /** Whether the package has a class of one of these names. */
  boolean hasClass(Stream<String> simpleNames) {
    String prefix = container.isUnnamed() ? "" : packageName() + ".";
    return simpleNames.anyMatch(name -> find(prefix + name).isPresent());
  }

  String packageName() {
    return container.getQualifiedName().toString();
  }

  /** Names the package. */
  @Override
  public String toString() {
    return container.isUnnamed() ? "the unnamed package" : "package " + packageName();
  }

  private boolean isRequiredForOthers(String name) {
    return module != null
        && ElementFilter.requiresIn(module.getDirectives()).stream()
            .filter(RequiresDirective::isTransitive)
            .anyMatch(required -> required.getDependency().getQualifiedName().contentEquals(name));
  }
}
