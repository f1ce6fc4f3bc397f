package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes of one round by name, each looked up once: a compiler searches all its paths for a
 * class that does not exist, each time that it is asked.
 */
final class KnownClasses {

  private final Elements elements;
  private final Map<String, Optional<ClassName>> found = new HashMap<>();

  KnownClasses(Elements elements) {
    this.elements = elements;
  }

  /**
   * Finds a class as a module sees it.
   *
   * @param module {@code null} if the compiler knows no modules
   */
  Optional<ClassName> find(@Nullable ModuleElement module, String name) {
    String key = module == null ? name : module.getQualifiedName() + "/" + name;
    Optional<ClassName> known = found.get(key);
    if (known == null) {
      known = new ClassFinder(elements, module).find(name).map(ClassName::get);
      found.put(key, known);
    }
    return known;
  }
}
