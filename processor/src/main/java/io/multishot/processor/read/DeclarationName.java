package io.multishot.processor.read;

import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Identifies a declaration from one round to the next, where another element may stand for it.
 *
 * @param module the name of its module; empty if the compiler knows no modules
 * @param qualified its qualified name
 */
public record DeclarationName(Optional<String> module, String qualified) {

  public static DeclarationName of(TypeElement declaration, Elements elements) {
    return new DeclarationName(
        Optional.ofNullable(elements.getModuleOf(declaration))
            .map(module -> module.getQualifiedName().toString()),
        declaration.getQualifiedName().toString());
  }

  /** Returns the element of this round; empty if there is none. */
  public Optional<TypeElement> find(Elements elements) {
    ModuleElement in = module.map(elements::getModuleElement).orElse(null);
    return new ClassFinder(elements, in).find(qualified);
  }
}
