package io.multishot.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The module and the package that a channel is generated into: what names mean there. */
final class Surroundings {

  /** JSpecify's. */
  static final String NULLABLE = "org.jspecify.annotations.Nullable";

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private final Elements elements;
  private final ModuleElement module;
  private final PackageElement container;

  Surroundings(Elements elements, TypeElement declaration) {
    this.elements = elements;
    this.module = elements.getModuleOf(declaration);
    this.container = elements.getPackageOf(declaration);
  }

  /** A class as seen from the module; what that does not read, generated code cannot use. */
  Optional<ClassName> find(String name) {
    return Optional.ofNullable(elements.getTypeElement(module, name)).map(ClassName::get);
  }

  /**
   * {@code @Generated}, if it can be used. It is documented, and so a part of the class's interface
   * to the compiler: it warns if others see the class but need not see the annotation's module.
   */
  Optional<ClassName> generatedAnnotation(boolean isPublic) {
    return isPublic && isExported() && !isRequiredForOthers("java.compiler")
        ? Optional.empty()
        : find(GENERATED);
  }

  /** A reference type that says that it may be null, as far as the module knows how to say that. */
  TypeName nullable(TypeName type) {
    return find(NULLABLE)
        .map(annotation -> type.annotated(AnnotationSpec.builder(annotation).build()))
        .orElse(type);
  }

  /** Whether generated code can name a type. */
  boolean canAccess(TypeMirror type) {
    return new MentionedTypes(elements).add(type).areAccessibleFrom(container);
  }

  /** Whether generated code can name an annotation, of which no one else says that it must. */
  boolean canUse(DeclaredType annotation) {
    return canAccess(annotation)
        && find(((TypeElement) annotation.asElement()).getQualifiedName().toString()).isPresent();
  }

  /** Whether the package has a class of one of these names. */
  boolean hasClass(Stream<String> simpleNames) {
    String prefix = container.isUnnamed() ? "" : packageName() + ".";
    return simpleNames.anyMatch(name -> elements.getTypeElement(module, prefix + name) != null);
  }

  String packageName() {
    return container.getQualifiedName().toString();
  }

  /** Names the package. */
  @Override
  public String toString() {
    return container.isUnnamed() ? "the unnamed package" : "package " + packageName();
  }

  private boolean isExported() {
    return ElementFilter.exportsIn(module.getDirectives()).stream()
        .map(ExportsDirective::getPackage)
        .anyMatch(container::equals);
  }

  private boolean isRequiredForOthers(String name) {
    return ElementFilter.requiresIn(module.getDirectives()).stream()
        .filter(RequiresDirective::isTransitive)
        .anyMatch(required -> required.getDependency().getQualifiedName().contentEquals(name));
  }
}
