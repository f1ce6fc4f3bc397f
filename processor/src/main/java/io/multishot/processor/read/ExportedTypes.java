package io.multishot.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.RequiresDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types that public code of a module shows to who cannot name them: javac's lint {@code
 * exports}.
 */
final class ExportedTypes {

  private final Elements elements;
  private final @Nullable ModuleElement module;
  private final PackageElement container;

  ExportedTypes(Elements elements, @Nullable ModuleElement module, PackageElement container) {
    this.elements = elements;
    this.module = module;
    this.container = container;
  }

  /** Whether the module exports the package to anybody. */
  boolean isExported() {
    return export(container).isPresent();
  }

  /** Whether all who see the public classes of the package can name {@code types}. */
  boolean areAllNamable(Stream<TypeElement> types) {
    Optional<ExportsDirective> export = export(container);
    return export.isEmpty() || types.allMatch(type -> isNamable(type, export.get()));
  }

  private boolean isNamable(TypeElement type, ExportsDirective export) {
    PackageElement of = elements.getPackageOf(type);
    ModuleElement from = elements.getModuleOf(type);
    return isShown(of, from, export) && (isOfEveryModule(from) || isReadByReaders(from));
  }

  private static boolean isOfEveryModule(ModuleElement module) {
    return module.getQualifiedName().contentEquals("java.base");
  }

  /** Whether {@code of} is exported to all that {@code export} names. */
  private static boolean isShown(PackageElement of, ModuleElement from, ExportsDirective export) {
    List<? extends ModuleElement> readers = export.getTargetModules();
    return ElementFilter.exportsIn(from.getDirectives()).stream()
        .filter(directive -> directive.getPackage().equals(of))
        .map(ExportsDirective::getTargetModules)
        .anyMatch(targets -> targets == null || (readers != null && targets.containsAll(readers)));
  }

  /** Whether each module that reads this one reads {@code from}. */
  private boolean isReadByReaders(ModuleElement from) {
    Set<ModuleElement> read = new HashSet<>(Set.of(module));
    for (Deque<ModuleElement> left = new ArrayDeque<>(read); !left.isEmpty(); ) {
      for (RequiresDirective required : ElementFilter.requiresIn(left.remove().getDirectives())) {
        if (required.isTransitive() && read.add(required.getDependency())) {
          left.add(required.getDependency());
        }
      }
    }
    return read.contains(from);
  }

  private Optional<ExportsDirective> export(PackageElement of) {
    return module == null
        ? Optional.empty()
        : ElementFilter.exportsIn(module.getDirectives()).stream()
            .filter(directive -> directive.getPackage().equals(of))
            .findFirst();
  }
}
