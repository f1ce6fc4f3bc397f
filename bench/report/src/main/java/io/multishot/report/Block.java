package io.multishot.report;

import java.util.List;

/**
 * A part of a report, before it is known what it is written in. In all texts, {@code `...`} is
 * code, and stars are Markdown's.
 */
sealed interface Block {

  /** A heading; 1 is the report's own. */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** A table; the first column names the rows. */
  record Table(List<String> head, List<List<String>> rows) implements Block {}

  /**
   * A picture.
   *
   * @param name of its file, without the folder
   * @param svg what the file contains
   * @param isCommitted whether it lies beside the README; the others are shown on the page only
   */
  record Chart(String name, String title, String svg, boolean isCommitted) implements Block {}
}
