package io.multishot.processor;

/** What a declaration says, as a message can repeat it. */
final class Quotation {

  private static final int LONGEST = 80;

  private Quotation() {}

  /**
   * The text on one line, in the order in which it is written, and not much of it: what cannot be
   * seen, or would be an instruction to a terminal, is shown by its number.
   */
  static String of(String text) {
    StringBuilder quotation = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(quotation, c));
    return quotation
        .append(text.codePointCount(0, text.length()) > LONGEST ? "..." : "")
        .toString();
  }

  private static void append(StringBuilder quotation, int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          quotation.append(String.format("\\u{%x}", codePoint));
      default -> quotation.appendCodePoint(codePoint);
    }
  }
}
