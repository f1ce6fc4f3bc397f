package io.multishot.report;

import com.google.common.html.HtmlEscapers;
import java.util.List;

/** Writes a report as one file that needs no other. */
final class HtmlWriter {

  private static final String START =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>%s</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
      table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; display: block; overflow-x: auto }
      th, td { padding: 3px 10px; border-bottom: 1px solid #ddd; text-align: right; vertical-align: bottom; white-space: nowrap }
      th:first-child, td:first-child { text-align: left; white-space: normal; min-width: 14rem }
      code { background: #f2f2f2; padding: 0 3px }
      figure { margin: 1rem 0 }
      svg { max-width: 100%%; height: auto }
      </style>
      </head>
      <body>
      """;

  private HtmlWriter() {}

  static String write(String title, List<Block> blocks) {
    StringBuilder page = new StringBuilder(START.formatted(escape(title)));
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        page.append("<h%d>%s</h%1$d>%n".formatted(heading.level(), inline(heading.text())));
      } else if (block instanceof Block.Paragraph paragraph) {
        page.append("<p>%s</p>%n".formatted(inline(paragraph.text())));
      } else if (block instanceof Block.Chart chart) {
        page.append("<figure>").append(chart.svg().substring(chart.svg().indexOf("<svg")));
        page.append("</figure>\n");
      } else if (block instanceof Block.Table table) {
        page.append("<table>\n");
        row(page, "th", table.head());
        table.rows().forEach(cells -> row(page, "td", cells));
        page.append("</table>\n");
      }
    }
    return page.append("</body>\n</html>\n").toString();
  }

  private static void row(StringBuilder page, String tag, List<String> cells) {
    page.append("<tr>");
    cells.forEach(cell -> page.append("<%s>%s</%1$s>".formatted(tag, inline(cell))));
    page.append("</tr>\n");
  }

  private static String inline(String text) {
    return escape(text)
        .replaceAll("`([^`]*)`", "<code>$1</code>")
        .replaceAll("\\*\\*([^*]*)\\*\\*", "<strong>$1</strong>")
        .replaceAll("\\*([^*]*)\\*", "<em>$1</em>");
  }

  private static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }
}
