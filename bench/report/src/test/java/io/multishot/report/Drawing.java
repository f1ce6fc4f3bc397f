package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a chart back from its SVG: positions become values through the labels of the ticks. */
final class Drawing {

  private static final Pattern TICK = Pattern.compile("([0-9.,]+) ×");
  private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+),-?[0-9.]+");

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final List<Element> ticks = new ArrayList<>();
  private final List<Element> grid = new ArrayList<>();

  Drawing(String svg) {
    try {
      NodeList all =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)))
              .getElementsByTagName("*");
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        String id = element.getAttribute("id");
        if (!id.isEmpty()) {
          assertTrue(ids.add(id), "a second " + id);
          elements.put(id, element.hasAttribute("style") ? element : inner(element));
        } else if (!((Element) element.getParentNode()).hasAttribute("id")
            && TICK.matcher(element.getTextContent()).matches()
            && element.getTagName().equals("text")) {
          ticks.add(element);
        } else if (element.getTagName().equals("line")) {
          grid.add(element);
        }
      }
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(svg, e);
    }
  }

  /** A text stands in a group, which has the identifier. */
  private static Element inner(Element group) {
    NodeList texts = group.getElementsByTagName("text");
    return texts.getLength() == 1 ? (Element) texts.item(0) : group;
  }

  boolean has(String id) {
    return elements.containsKey(id);
  }

  Element get(String id) {
    Element element = elements.get(id);
    assertNotNull(element, id + " among " + elements.keySet());
    return element;
  }

  String text(String id) {
    return get(id).getTextContent();
  }

  /** The fill of a bar, or of a text. */
  String color(String id) {
    return get(id).getAttribute("style").replaceAll(".*fill: ?([^;]*).*", "$1");
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** Where a bar begins and ends, as values on the axis. */
  double[] bar(String id, int panel, boolean isLogarithmic) {
    double x = number(get(id), "x");
    return new double[] {
      value(x, panel, isLogarithmic), value(x + number(get(id), "width"), panel, isLogarithmic)
    };
  }

  /** The ends of an interval, as values on the axis. */
  double[] interval(String id, int panel, boolean isLogarithmic) {
    Element path = (Element) get(id).getElementsByTagName("path").item(0);
    Matcher point = POINT.matcher(path.getAttribute("d"));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    while (point.find()) {
      low = Math.min(low, Double.parseDouble(point.group(1)));
      high = Math.max(high, Double.parseDouble(point.group(1)));
    }
    return new double[] {value(low, panel, isLogarithmic), value(high, panel, isLogarithmic)};
  }

  /** What a position means, by the first and the last tick of a panel of two. */
  private double value(double x, int panel, boolean isLogarithmic) {
    int first = panel * ticks.size() / 2;
    int last = (panel + 1) * ticks.size() / 2 - 1;
    double low = tick(ticks.get(first));
    double high = tick(ticks.get(last));
    double part = (x - place(first)) / (place(last) - place(first));
    return isLogarithmic ? low * Math.pow(high / low, part) : low + part * (high - low);
  }

  /** Where a tick's line is; its label stands below, as near as whole pixels let it. */
  private double place(int tick) {
    double x = number(grid.get(tick), "x1");
    assertEquals(x, middle(ticks.get(tick)), 1.5, "the label of a tick");
    return x;
  }

  private static double tick(Element label) {
    Matcher matcher = TICK.matcher(label.getTextContent());
    assertTrue(matcher.matches());
    return Double.parseDouble(matcher.group(1).replace(",", ""));
  }

  private static double middle(Element text) {
    double width =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)
            .createGraphics()
            .getFontMetrics(Theme.TEXT)
            .getStringBounds(text.getTextContent(), null)
            .getWidth();
    return number(text, "x") + width / 2;
  }
}
