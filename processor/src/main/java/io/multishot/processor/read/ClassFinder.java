package io.multishot.processor.read;

import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds classes as one module sees them; header compilers know no modules. */
public final class ClassFinder {

  private final Elements elements;
  private final @Nullable ModuleElement module;

  public ClassFinder(Elements elements, @Nullable ModuleElement module) {
    this.elements = elements;
    this.module = module;
  }

  /** Eclipse throws if a class file that it has read references the class, and there is none. */
  public Optional<TypeElement> find(String name) {
    try {
      return Optional.ofNullable(
          module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
    } catch (RuntimeException missing) {
      return Optional.empty();
    }
  }
}
