package io.multishot.processor.read;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Which classes the top-level classes of a package can name (JLS 6.6, 7.3). */
final class Accessibility {

  private final Elements elements;
  private final @Nullable ModuleElement module;
  private final PackageElement container;

  Accessibility(Elements elements, @Nullable ModuleElement module, PackageElement container) {
    this.elements = elements;
    this.module = module;
    this.container = container;
  }

  /** Returns what keeps code of the package from naming all of {@code types}; empty if nothing. */
  Optional<Obstacle> obstacle(Stream<TypeElement> types) {
    return types.flatMap(type -> obstacle(type).stream()).findFirst();
  }

  private Optional<Obstacle> obstacle(TypeElement type) {
    PackageElement of = elements.getPackageOf(type);
    boolean isVisible =
        type.getModifiers().contains(Modifier.PUBLIC)
            || (of.equals(container) && !type.getModifiers().contains(Modifier.PRIVATE));
    if (!isVisible) {
      return Optional.of(new Obstacle(Problem.INACCESSIBLE));
    }
    ModuleElement declaring = elements.getModuleOf(type);
    return declaring == null || declaring.equals(module) || isOfEveryModule(declaring, of)
        ? Optional.empty()
        : obstacle(type, of, declaring);
  }

  private static boolean isOfEveryModule(ModuleElement module, PackageElement of) {
    return module.getQualifiedName().contentEquals("java.base")
        && of.getQualifiedName().toString().startsWith("java.");
  }

  /** Asks the compiler first: its options can add to what modules read and export. */
  private Optional<Obstacle> obstacle(TypeElement type, PackageElement of, ModuleElement from) {
    if (type.equals(elements.getTypeElement(module, type.getQualifiedName()))) {
      return Optional.empty();
    }
    if (from.isUnnamed()) {
      return Optional.of(new Obstacle(Problem.INACCESSIBLE_CLASS_PATH, name(module)));
    }
    if (!isExported(of, from)) {
      return Optional.of(
          new Obstacle(
              Problem.INACCESSIBLE_PACKAGE,
              name(from),
              of.getQualifiedName().toString(),
              name(module)));
    }
    PackageElement seen = elements.getPackageElement(module, of.getQualifiedName());
    return seen != null && from.equals(seen.getEnclosingElement())
        ? Optional.of(new Obstacle(Problem.INACCESSIBLE))
        : Optional.of(
            new Obstacle(
                Problem.INACCESSIBLE_MODULE, name(module), from.getQualifiedName().toString()));
  }

  private boolean isExported(PackageElement of, ModuleElement from) {
    return ElementFilter.exportsIn(from.getDirectives()).stream()
        .filter(directive -> directive.getPackage().equals(of))
        .map(ExportsDirective::getTargetModules)
        .anyMatch(targets -> targets == null || targets.contains(module));
  }

  private static String name(@Nullable ModuleElement module) {
    return module == null || module.isUnnamed()
        ? "the unnamed module"
        : "module " + module.getQualifiedName();
  }
}
