package io.multishot.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads how visible a declaration is, by its own modifiers and those of the enclosing types. */
final class VisibilityReader {

  private VisibilityReader() {}

  /** Reports each private type that keeps the target from naming the declaration. */
  static void checkReachable(Declaration declaration) {
    TypeElement element = declaration.element();
    if (element.getModifiers().contains(Modifier.PRIVATE)) {
      declaration.reporter().error(Problem.PRIVATE, declaration.name());
    }
    for (Element outer = element.getEnclosingElement();
        outer instanceof TypeElement;
        outer = outer.getEnclosingElement()) {
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        declaration
            .reporter()
            .error(Problem.PRIVATE_ENCLOSING, declaration.name(), outer.getSimpleName());
      }
    }
  }

  /** Whether the target can be public: code in any package can name the declaration. */
  static boolean isPublic(TypeElement declaration) {
    for (Element e = declaration; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!e.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }
}
