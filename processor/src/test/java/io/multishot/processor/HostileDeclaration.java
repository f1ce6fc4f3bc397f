package io.multishot.processor;

import static com.google.testing.compile.JavaFileObjects.forSourceString;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.tools.JavaFileObject;

/**
 * A declaration made at random, each part of which tries to be more than a part, and its twin: the
 * same with plain names and plain words.
 */
final class HostileDeclaration {

  /** Identifiers that are no more than that, whatever they look like. */
  private static final List<String> IDENTIFIERS =
      List.of(
          "$",
          "$$",
          "$L",
          "$T",
          "$S",
          "$N",
          "$W",
          "$1L",
          "a$b",
          "_$_",
          "u002a",
          "\u00e9t\u00e9",
          "e\u0301te\u0301", // the same to the eye
          "\u0441lass", // a Cyrillic letter, and "lass"
          "retur\u0578", // an Armenian one at the end
          "\uff56\uff4f\uff49\uff44", // full width
          "\ufb01nal", // with a ligature
          "\ud835\udc22\ud835\udc27\ud835\udc2d", // letters outside the basic plane
          "\u3164", // a letter that is blank
          "\u203f",
          "\u20ac",
          "\u00aa",
          "StrinG",
          "\u041ebject",
          "l".repeat(1000));

  /** What escapes from where text is put without care. */
  private static final List<String> TEXTS =
      List.of(
          "*/ class Injected {} /*",
          "\\u002a/ class Injected {}",
          "\" + new Injected() + \"",
          "\\",
          "\\\"",
          "\n",
          "\r\n}",
          "\u2028",
          "\0",
          "\u001b[2J",
          "\u202e",
          "\u200b",
          "\ud800",
          "$L$T$S$N$$$W$[$]$>$<",
          "%s%n%1$s%",
          "{@code",
          "{@link Injected",
          "<script>alert(1)</script>",
          "@param injected",
          "@Injected",
          "${jndi:x}",
          "-->",
          "'");

  private static final List<String> NAMES =
      List.of(
          "..",
          "../Injected",
          "a/B",
          "a\\B",
          "C:B",
          "a.B",
          "A B",
          "A;B",
          "A<B>",
          "class",
          "var",
          "record",
          "_",
          "true",
          "CON",
          "Receiver",
          "String",
          "Quote\u200b",
          "Quote\u202e",
          "Quote\0",
          "Quote\u007f",
          "N".repeat(237),
          "N".repeat(238),
          "\u4e2d".repeat(80),
          "N".repeat(70000));

  /** What each may mention. */
  private static final List<JavaFileObject> NEIGHBOURS =
      List.of(
          forSourceString(
              "example.Note",
              """
              package example;
              @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
              @interface Note { String value(); }
              """),
          forSourceString(
              "example.Nullable",
              """
              package example;
              @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
              @interface Nullable {
                String why() default "";
                double much() default 0;
                Class<?> by() default Object.class;
              }
              """));

  private final Random random;
  private final boolean isPlain;
  private final boolean isOfSlab;

  /** What the twin says in the place of each identifier. */
  private final Map<String, String> plain = new LinkedHashMap<>();

  private final List<String> identifiers = new ArrayList<>(IDENTIFIERS);
  private final String typeName;
  private final String targetName;
  private final String source;

  private HostileDeclaration(long seed, int number, boolean isPlain) {
    this.random = new Random(seed * 1_000_003L + number);
    random.nextLong(); // the first numbers of similar seeds are similar
    this.isPlain = isPlain;
    this.isOfSlab = number % 2 == 1;
    Collections.shuffle(identifiers, random);
    String hostileType = identifiers.remove(0);
    this.typeName = said(hostileType, "Plain");
    String given = chance(2) ? givenName() : "";
    this.targetName =
        given.isEmpty() ? typeName + (isOfSlab ? "Slab" : "Channel") : said(given, "PlainGiven");
    this.source = make(given.isEmpty() ? "" : "name = " + literal(targetName));
  }

  static HostileDeclaration of(long seed, int number) {
    return new HostileDeclaration(seed, number, false);
  }

  /** The same declaration, with nothing in it that is hostile. */
  static HostileDeclaration plainTwinOf(long seed, int number) {
    return new HostileDeclaration(seed, number, true);
  }

  /** What is generated for it is named so, if anything is. */
  String targetName() {
    return "example." + targetName;
  }

  /** What its twin says, by what this one says. */
  Map<String, String> plain() {
    return plain;
  }

  /** Its own file, then others. */
  List<JavaFileObject> files() {
    List<JavaFileObject> files = new ArrayList<>(NEIGHBOURS);
    files.add(0, forSourceString("example." + typeName, source));
    return files;
  }

  @Override
  public String toString() {
    return source;
  }

  private String make(String name) {
    boolean isRecord = chance(3);
    boolean isGeneric = chance(3);
    boolean isValue = !isRecord && !isGeneric && chance(3);
    StringBuilder text = new StringBuilder("package example;\n");
    text.append(comment());
    text.append("@Deprecated(since = ").append(text(1)).append(")\n");
    text.append("@SuppressWarnings(").append(text(1)).append(")\n");
    String type = isValue ? "type = long.class" : "";
    text.append(isOfSlab ? "@io.multishot.MultiShotSlab(" : "@io.multishot.MultiShot(")
        .append(name)
        .append(name.isEmpty() || type.isEmpty() ? "" : ", ")
        .append(type)
        .append(")\n");
    String variable = identifier();
    text.append(isRecord ? "record " : "interface ").append(disguised(typeName));
    if (isGeneric) {
      text.append('<')
          .append(disguised(variable))
          .append(" extends Comparable<? super ")
          .append(disguised(variable))
          .append(">>");
    }
    List<String> parts = new ArrayList<>();
    for (int i = isValue ? 0 : 1 + random.nextInt(4); i > 0; i--) {
      String fieldType = isGeneric && chance(3) ? disguised(variable) : type();
      parts.add(comment() + annotations() + fieldType + " " + disguised(identifier()));
    }
    if (isRecord) {
      text.append("(").append(String.join(", ", parts)).append(") {\n");
    } else {
      text.append(" {\n");
      parts.forEach(part -> text.append(part).append("();\n"));
      text.append("String ").append(disguised(identifier())).append(" = ").append(text(2));
      text.append(";\n");
    }
    return text.append("}\n").toString();
  }

  private String type() {
    return switch (random.nextInt(8)) {
      case 0 -> "long";
      case 1 -> "double" + "[]".repeat(random.nextInt(255));
      case 2 -> nested(1 + random.nextInt(50));
      case 3 -> "java.util.List<? extends @Note(" + text(1) + ") String>";
      case 4 -> "java.util.Map<@Nullable(why = " + text(1) + ") String, @Nullable Object>";
      case 5 -> "@Nullable(why = " + text(2) + ", much = 0.0 / 0) String";
      case 6 -> "@Nullable(by = java.util.Map.Entry.class) String";
      default -> "@Nullable String";
    };
  }

  private static String nested(int depth) {
    return "java.util.List<".repeat(depth) + "String" + ">".repeat(depth);
  }

  private String annotations() {
    return chance(3) ? "@Deprecated(since = " + text(1) + ") " : "";
  }

  private String comment() {
    StringBuilder words = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      words.append(' ').append(pick(TEXTS).replace("*/", "* /").replace("\\", ""));
    }
    boolean isLong = chance(20);
    String opening = random.nextBoolean() ? "/** " : "/* ";
    return isPlain
        ? opening + "plain */ "
        : opening + words.toString().repeat(isLong ? 500 : 1) + " */ ";
  }

  /** Some hostile texts as the literal of a string. */
  private String text(int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      text.append(pick(TEXTS));
    }
    return isPlain ? "\"plain\"" : literal(text.toString());
  }

  private String givenName() {
    return switch (random.nextInt(4)) {
      case 0 -> pick(TEXTS);
      case 1 -> pick(NAMES);
      case 2 -> pick(NAMES) + pick(TEXTS);
      default -> identifiers.remove(0);
    };
  }

  private String identifier() {
    return said(identifiers.remove(0), "plain" + plain.size());
  }

  private String said(String hostile, String instead) {
    plain.put(hostile, instead);
    return isPlain ? instead : hostile;
  }

  /** The identifier, some of its letters by their numbers: to the compiler it is the same. */
  private String disguised(String identifier) {
    StringBuilder text = new StringBuilder();
    long drawn = random.nextLong();
    for (int i = 0; i < identifier.length(); i++) {
      char letter = identifier.charAt(i);
      boolean isEscaped = !isPlain && (drawn >>> (i % Long.SIZE) & 3) == 0;
      text.append(isEscaped ? escape(letter) : String.valueOf(letter));
    }
    return text.toString();
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        default -> literal.append(c < ' ' || c > '~' ? escape(c) : String.valueOf(c));
      }
    }
    return literal.append('"').toString();
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
