package io.multishot.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Valid declarations made at random, in a package of their own, that mention one another: messages
 * carry what is generated for others, or for themselves, and constants and classes that another
 * processor generates. So each is read in some round, and what is missing in it until then differs.
 */
final class RandomDesk {

  private final RandomChoice random;
  private final String packageName;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> generics = new ArrayList<>();
  private final List<String> channels = new ArrayList<>();
  private final List<String> slabs = new ArrayList<>();

  private RandomDesk(RandomChoice random, String packageName) {
    this.random = random;
    this.packageName = packageName;
  }

  /** The desk of a number, the same each time. */
  static RandomDesk of(long seed, int number) {
    RandomDesk desk = new RandomDesk(new RandomChoice(seed * 1_000_003L + number), "desk" + number);
    desk.make();
    return desk;
  }

  String packageName() {
    return packageName;
  }

  /** The sources, by their paths. */
  Map<String, String> files() {
    return files;
  }

  @Override
  public String toString() {
    return String.join("\n", files.values());
  }

  private void make() {
    for (int i = random.below(3); i > 0; i--) {
      value("V" + i);
    }
    for (int i = random.below(3); i > 0; i--) {
      generic("G" + i);
    }
    if (random.chance(2)) { // carried by none: of such a channel, Eclipse forgets the file
      file(
          "C",
          "@io.multishot.MultiShot(type = int.class, padded = Config.PADDED) ",
          "interface C {}");
    }
    int messages = 1 + random.below(4);
    List<String> names = IntStream.range(0, messages).mapToObj(i -> "M" + i).toList();
    names.forEach(name -> channels.add(name + "Channel")); // they may carry each other's
    names.forEach(name -> slabs.add(name + "Slab"));
    supertypes();
    names.forEach(this::message);
  }

  private void value(String name) {
    String type = random.pick(RandomChoice.PRIMITIVES);
    if (random.chance(3)) {
      type = random.pick("String", "long[]", "java.util.List[]", "java.util.Map.Entry", "Made");
    }
    file(name, annotation("type = " + type + ".class"), "interface " + name + " {}");
    channels.add(name + "Channel");
    slabs.add(name + "Slab");
  }

  private String annotation(String type) {
    List<String> members = new ArrayList<>();
    if (!type.isEmpty()) {
      members.add(type);
    }
    if (random.chance(3)) {
      members.add("padded = " + random.pick("false", "1 > 2", "!true"));
    }
    if (random.chance(4)) {
      members.add("waitPolicy = io.multishot.WaitPolicy." + random.pick("PARK", "SPIN_THEN_PARK"));
    }
    String lint = random.chance(4) ? "@SuppressWarnings({\"deprecation\", \"rawtypes\"}) " : "";
    return lint
        + (random.chance(6) ? "@Deprecated " : "")
        + "@io.multishot.MultiShot("
        + String.join(", ", members)
        + ") @io.multishot.MultiShotSlab("
        + String.join(", ", members)
        + ") "
        + random.pick("", "public ");
  }

  private void generic(String name) {
    String parameter =
        "T" + random.pick("", " extends Number", " extends Comparable<? super T>", "");
    String fields = "T value(); int code(); java.util.List<? extends T[]> more();";
    file(
        name,
        annotation(""),
        random.chance(2)
            ? "interface " + name + "<" + parameter + "> { " + fields + " }"
            : "record " + name + "<" + parameter + ">(T value, int n) { public " + name + " {} }");
    generics.add(name + "Channel");
  }

  /** What a default method overrides differs between the two that are made of it. */
  private void supertypes() {
    file(
        "Has",
        "",
        "interface Has<K> { K key(); <T> T convert(T from, Class<? super K> to);"
            + " int rank(java.util.List<K> of); }");
  }

  private void message(String name) {
    int number = 1 + random.below(4);
    List<String> types = IntStream.range(0, number).mapToObj(i -> type()).toList();
    if (random.chance(2)) {
      String components =
          IntStream.range(0, number)
              .mapToObj(i -> types.get(i) + " f" + i)
              .collect(Collectors.joining(", "));
      file(
          name,
          annotation(""),
          "record %s(%s) { public %1$s {} %s}".formatted(name, components, second(name, types)));
      return;
    }
    String accessors =
        IntStream.range(0, number)
            .mapToObj(i -> types.get(i) + " f" + i + "(); ")
            .collect(Collectors.joining());
    if (random.chance(3)) {
      String key = random.pick("String", "Long", "Made", "java.util.List<String>");
      String parameter = random.pick("T", "U", "K");
      accessors +=
          "default <%1$s> %1$s convert(%1$s from, Class<? super %2$s> to) { return from; } "
                  .formatted(parameter, key)
              + "default int rank(java.util.List"
              + (random.chance(3) ? "" : "<" + key + ">")
              + " of) { return 0; } ";
      file(
          name,
          annotation(""),
          "interface %s extends Has<%s> { %s}".formatted(name, key, accessors));
    } else {
      file(name, annotation(""), "interface %s { %s}".formatted(name, accessors));
    }
  }

  /** Another constructor, which has as many parameters as a compiler may have hidden some. */
  private String second(String name, List<String> types) {
    if (types.size() < 2 || random.chance(2)) {
      return "";
    }
    String rest =
        types.stream()
            .skip(1)
            .map(type -> "(" + type + ") " + zero(type))
            .collect(Collectors.joining(", "));
    return "%s(%s only) { this(only, %s); } ".formatted(name, types.get(0), rest);
  }

  private static String zero(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "char", "int", "long", "float", "double" -> "0";
      default -> "null";
    };
  }

  private String type() {
    return switch (random.below(8)) {
      case 0, 1 -> random.pick(RandomChoice.PRIMITIVES);
      case 2 -> random.pick("String", "String[]", "java.util.List<? super Long>", "int[][]");
      case 3 -> random.pick("Made", "Made[]", "java.util.List<Made>");
      case 4 -> generics.isEmpty() ? channel() : genericChannel();
      default -> channel();
    };
  }

  private String channel() {
    if (random.chance(4)) {
      return random.pick(slabs) + random.pick("", ".Handler", "[]");
    }
    String name =
        random.pick(channels) + "." + random.pick("Sender", "Receiver", "Shot", "Handler");
    return switch (random.below(5)) {
      case 0 -> name + "[]";
      case 1 -> "java.util.List<" + name + ">";
      case 2 -> packageName + "." + name;
      default -> name;
    };
  }

  private String genericChannel() {
    String name = random.pick(generics) + "." + random.pick("Sender", "Receiver");
    return switch (random.below(5)) {
      case 0 -> name + "<?>";
      case 1 -> "java.util.List<" + name + "<Long>>";
      case 2 -> name + "<Long>[]";
      default -> name + "<Long>";
    };
  }

  private void file(String name, String modifiers, String text) {
    files.put(
        packageName + "/" + name + ".java",
        "package "
            + packageName
            + "; import generated.Config; import generated.Made; "
            + modifiers
            + text
            + "\n");
  }
}
