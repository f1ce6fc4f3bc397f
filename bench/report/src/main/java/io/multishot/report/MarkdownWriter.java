package io.multishot.report;

import java.util.List;

/** Writes a report for those who read the repository: all tables, and the committed charts. */
final class MarkdownWriter {

  private MarkdownWriter() {}

  static String write(List<Block> blocks) {
    StringBuilder page = new StringBuilder();
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        page.append("#".repeat(heading.level())).append(' ').append(heading.text()).append('\n');
      } else if (block instanceof Block.Paragraph paragraph) {
        page.append(paragraph.text()).append('\n');
      } else if (block instanceof Block.Chart chart) {
        if (!chart.isCommitted()) {
          continue;
        }
        page.append("![%s](%s)%n".formatted(chart.title(), chart.name()));
      } else if (block instanceof Block.Table table) {
        row(page, table.head());
        page.append('|').append(" --- |".repeat(table.head().size())).append('\n');
        table.rows().forEach(cells -> row(page, cells));
      }
      page.append('\n');
    }
    return page.toString().strip() + "\n";
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append('|');
    cells.forEach(cell -> page.append(' ').append(cell.replace("|", "\\|")).append(" |"));
    page.append('\n');
  }
}
