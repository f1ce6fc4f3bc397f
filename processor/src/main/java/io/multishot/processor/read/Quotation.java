package io.multishot.processor.read;

/** Text of a declaration, as a message can quote it. */
final class Quotation {

  private static final int LONGEST = 80;

  private Quotation() {}

  /**
   * Returns the first {@value #LONGEST} characters of {@code text}, on one line and in the order in
   * which they are written: characters that are invisible, or control a terminal, are escaped.
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
