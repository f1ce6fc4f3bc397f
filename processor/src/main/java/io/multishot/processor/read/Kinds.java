package io.multishot.processor.read;

import java.util.Locale;
import javax.lang.model.element.Element;

/** The kinds of elements, as messages name them. */
final class Kinds {

  private Kinds() {}

  /** Returns the kind of {@code element} with its article. */
  static String describe(Element element) {
    String kind = element.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    return (kind.matches("[aeiou].*") ? "an " : "a ") + kind;
  }
}
