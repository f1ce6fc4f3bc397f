package io.multishot.report;

import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;

import com.google.common.base.Splitter;
import com.google.common.html.HtmlEscapers;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/**
 * An SVG file in the making: a white sheet with a heading, text that stays text, and elements that
 * can be found by their identifiers. The same calls always make the same file.
 */
final class Picture {

  private static final int TITLE = 26;
  private static final int LINE = 17;

  /** As many letters of the widest usual font as the width has room for. */
  private static final int LETTERS = 125;

  /** What the root says once, or what holds anyway. */
  private static final Pattern REPEATED =
      Pattern.compile(
          "(fill|stroke)-opacity: ?1\\.0;? ?|font-family: [^;]*; ?|stroke-miterlimit:10;?");

  private final SVGGraphics2D graphics;
  private final String id;
  private final String title;
  private final int top;
  private final int height;

  /**
   * A sheet with its heading.
   *
   * @param id begins every identifier in the file, so that one page can hold several files
   * @param subtitles are broken into lines
   * @param body how high the sheet is below the heading
   */
  Picture(String id, String title, List<String> subtitles, int body) {
    this.id = id;
    this.title = title;
    List<String> lines = subtitles.stream().flatMap(text -> lines(text).stream()).toList();
    top = TITLE + lines.size() * LINE;
    height = top + body;
    graphics = new SVGGraphics2D(Theme.WIDTH, height);
    graphics.setDefsKeyPrefix(id + "-");
    graphics.setGeomDoubleConverter(Picture::decimal);
    graphics.setTransformDoubleConverter(Picture::decimal);
    graphics.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE); // a chart asks for it
    graphics.setFontFunction(family -> Theme.FONT_STACK);
    fill("paper", new Rectangle2D.Double(0, 0, Theme.WIDTH, height), Theme.PAPER);
    text("title", title, 0, TITLE - 7, Theme.TITLE, Theme.INK);
    for (int i = 0; i < lines.size(); i++) {
      text("line-" + i, lines.get(i), 0, TITLE + (i + 1) * LINE - 5, Theme.TEXT, Theme.MUTED);
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Splitter.on(' ').split(text)) {
      if (line.length() + word.length() >= LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Where the heading ends. */
  int top() {
    return top;
  }

  /** What a library of charts draws on. */
  SVGGraphics2D graphics() {
    return graphics;
  }

  /** Fills a shape; {@code name} completes its identifier. */
  void fill(String name, Shape shape, Color color) {
    identify(name);
    graphics.setPaint(color);
    graphics.fill(shape);
  }

  /** Draws a line of one pixel's width. */
  void line(String name, Shape line, Color color) {
    identify(name);
    graphics.setPaint(color);
    graphics.setStroke(Theme.HAIRLINE);
    graphics.draw(line);
  }

  /** Draws a line that only leads the eye. */
  void dots(String name, Shape line, Color color) {
    identify(name);
    graphics.setPaint(color);
    graphics.setStroke(Theme.DOTS);
    graphics.draw(line);
  }

  /** Writes a text that begins at {@code x}. */
  void text(String name, String text, double x, double baseline, Font font, Color color) {
    identify(name);
    graphics.setFont(font);
    graphics.setPaint(color);
    graphics.drawString(text, (float) x, (float) baseline);
  }

  private void identify(String name) {
    graphics.setRenderingHint(SVGHints.KEY_ELEMENT_ID, id + "-" + name);
  }

  /**
   * The file.
   *
   * @param description what the chart shows, for readers who cannot see it
   */
  String svg(String description) {
    String svg =
        graphics.getSVGElement(id, true, new ViewBox(0, 0, Theme.WIDTH, height), null, null);
    int afterRoot = svg.indexOf('>');
    return svg.substring(0, afterRoot)
        + " font-family='%s' role='img'>".formatted(Theme.FONT_STACK)
        + element("title", title)
        + element("desc", description)
        + REPEATED.matcher(svg.substring(afterRoot + 1)).replaceAll("")
        + "\n";
  }

  private static String element(String name, String text) {
    return "<%s>%s</%1$s>".formatted(name, HtmlEscapers.htmlEscaper().escape(text));
  }

  /** A hundredth of a pixel is fine enough. */
  static String decimal(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
  }
}
