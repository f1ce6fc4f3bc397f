package io.multishot.processor.read;

import io.multishot.processor.model.RuntimeNames;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Whether the runtime on the class path serves the code that is generated. It is of one version in
 * the whole compilation, so it is looked at once, and reported at one declaration.
 */
public final class RuntimeCheck {

  private boolean isDone;
  private boolean isServed;

  /** Checks the runtime, if that has not been done, and reports a problem where it is done. */
  public boolean isServed(Elements elements, Reporter reporter) {
    if (!isDone) {
      isDone = true;
      isServed = check(elements, reporter);
    }
    return isServed;
  }

  private static boolean check(Elements elements, Reporter reporter) {
    TypeElement levels = elements.getTypeElement(RuntimeNames.API_LEVEL.canonicalName());
    if (levels == null) {
      reporter.error(Problem.RUNTIME_OLD, RuntimeNames.LEVEL, "none");
      return false;
    }
    Map<String, Integer> constants = constants(levels);
    int oldest = constants.getOrDefault("OLDEST", 0);
    int newest = constants.getOrDefault("NEWEST", 0);
    if (RuntimeNames.LEVEL >= oldest && RuntimeNames.LEVEL <= newest) {
      return true;
    }
    boolean isOld = RuntimeNames.LEVEL > newest;
    reporter.error(
        isOld ? Problem.RUNTIME_OLD : Problem.RUNTIME_NEW,
        RuntimeNames.LEVEL,
        "levels " + oldest + " to " + newest);
    return false;
  }

  private static Map<String, Integer> constants(TypeElement levels) {
    Map<String, Integer> constants = new HashMap<>();
    for (VariableElement field : ElementFilter.fieldsIn(levels.getEnclosedElements())) {
      if (field.getConstantValue() instanceof Integer level) {
        constants.put(field.getSimpleName().toString(), level);
      }
    }
    return constants;
  }
}
