package io.multishot.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

/**
 * A declaration made at random, in a package of its own. It may be wrong: what matters is that each
 * thing that the language or the processor has a rule for comes up, alone and beside others.
 */
final class RandomDeclaration {

  /** What it declares. */
  private enum Kind {
    CHANNEL("@io.multishot.MultiShot", "padded = false"),
    SLAB("@io.multishot.MultiShotSlab", "deadlines = true"),
    CALL("@io.multishot.MultiShotCall", "padded = false");

    private final String annotation;
    private final String attribute;

    Kind(String annotation, String attribute) {
      this.annotation = annotation;
      this.attribute = attribute;
    }
  }

  private final RandomChoice random;
  private final String packageName;
  private final Kind kind;
  private final Map<String, String> files = new LinkedHashMap<>();

  /** The types that can be named where the declaration is, beside those that are always there. */
  private final List<String> types = new ArrayList<>();

  /** Of those, the ones that have type parameters, with their number. */
  private final Map<String, Integer> generics = new LinkedHashMap<>();

  private RandomDeclaration(RandomChoice random, String packageName, Kind kind) {
    this.random = random;
    this.packageName = packageName;
    this.kind = kind;
    generics.put("java.util.List", 1);
    generics.put("java.util.Map", 2);
    generics.put("java.util.function.Supplier", 1);
    generics.put("java.lang.Class", 1);
  }

  /**
   * The declaration of a number, the same each time.
   *
   * @param isInNamedPackage whether its package has a name
   */
  static RandomDeclaration of(long seed, int number, boolean isInNamedPackage) {
    RandomChoice random = new RandomChoice(seed * 1_000_003L + number);
    String unique = "p" + number;
    String packageName =
        switch (isInNamedPackage ? random.below(12) : -1) {
          case -1 -> "";
          case 0 -> "io." + unique;
          case 1 -> unique + ".io";
          case 2 -> unique + ".java.util";
          case 3 -> unique + ".Sender";
          case 4 -> "io.multishot." + unique;
          default -> unique;
        };
    Kind kind = Kind.values()[number % Kind.values().length];
    RandomDeclaration declaration = new RandomDeclaration(random, packageName, kind);
    declaration.make();
    return declaration;
  }

  /** The package, which no other declaration of the same seed is in, unless it has no name. */
  String packageName() {
    return packageName;
  }

  List<JavaFileObject> files() {
    return files.entrySet().stream()
        .map(file -> JavaFileObjects.forSourceString(file.getKey(), file.getValue()))
        .collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return String.join("\n", files.values());
  }

  private void make() {
    int neighbours = random.chance(2) ? random.below(4) : 0;
    for (int i = 0; i < neighbours; i++) {
      neighbour(random.typeName());
    }
    int depth = random.chance(2) ? 0 : 1 + random.below(3);
    List<String> outer = IntStream.range(0, depth).mapToObj(i -> random.typeName()).toList();
    StringBuilder text = new StringBuilder();
    StringBuilder path = new StringBuilder();
    for (String name : outer) {
      path.append(path.isEmpty() ? "" : ".").append(name);
      text.append(random.modifiers(path.length() > name.length()))
          .append(random.pick("class", "class", "interface", "enum", "record", "abstract class"))
          .append(' ')
          .append(name);
      boolean isRecord = text.toString().endsWith("record " + name);
      boolean isEnum = text.toString().endsWith("enum " + name);
      boolean isGeneric = !isEnum && random.chance(4);
      text.append(isGeneric ? "<" + random.pick("T", "E", "Q") + ">" : "")
          .append(isRecord ? "()" : "")
          .append(" {\n")
          .append(isEnum ? ";\n" : "");
      if (!isGeneric) { // javac lets static code name inner classes with type parameters out of
        // scope
        nestedTypes(text);
      }
    }
    String name = random.typeName();
    declaration(text, name, depth > 0);
    text.append("}\n".repeat(depth));
    file(depth == 0 ? name : outer.get(0), text.toString());
  }

  private void neighbour(String name) {
    String parameters = random.chance(4) ? "<" + random.pick("T", "A") + ">" : "";
    String kind =
        random.pick("class", "class", "interface", "enum", "@interface", "record", "final class");
    boolean isGeneric = !parameters.isEmpty() && !kind.equals("enum") && !kind.equals("@interface");
    if (isGeneric) {
      generics.put(name, 1);
    } else {
      types.add(name);
    }
    String deprecated =
        random.chance(8)
            ? "@java.lang.Deprecated" + random.pick("", "(forRemoval = true)") + " "
            : "";
    file(
        name,
        deprecated
            + random.pick("", "public ")
            + kind
            + " "
            + name
            + (isGeneric ? parameters : "")
            + (kind.equals("record") ? "()" : "")
            + " {}\n");
  }

  private void file(String name, String text) {
    String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
    files.put(packageName.isEmpty() ? name : packageName + "." + name, header + text);
  }

  private void nestedTypes(StringBuilder text) {
    if (random.chance(4)) {
      text.append(random.modifiers(true)).append("class Help {}\n");
      types.add("Help");
    }
    if (random.chance(6)) {
      text.append("class Inner<I> { class Deep {} }\n");
      generics.put("Inner", 1);
      types.add("Inner<String>.Deep");
    }
    if (random.chance(8)) {
      String name = random.typeName();
      text.append("static class ").append(name).append(" {}\n");
      types.add(name);
    }
  }

  private void declaration(StringBuilder text, String name, boolean isNested) {
    int form = random.below(24);
    String annotation = random.chance(3) ? kind.attribute : "";
    if (random.chance(8)) {
      annotation +=
          (annotation.isEmpty() ? "" : ", ")
              + "name = \""
              + (random.chance(3) ? random.pick(RandomChoice.HOSTILE_MEMBERS) : random.typeName())
              + "\"";
    }
    String type = "type = " + literal() + ".class" + (annotation.isEmpty() ? "" : ", ");
    boolean isOfValue = form < 5 && kind != Kind.CALL;
    if (isOfValue) {
      annotation = type + annotation;
    }
    text.append(random.chance(10) ? "@java.lang.Deprecated " : "")
        .append(kind.annotation)
        .append(annotation.isEmpty() ? "" : "(" + annotation + ")")
        .append('\n')
        .append(random.modifiers(isNested));
    if (isOfValue) {
      text.append("interface ").append(name).append(random.chance(20) ? "<T>" : "");
      text.append(superinterfaces(16, "extends")).append(" {\n");
      if (random.chance(10)) {
        accessors(text);
      }
    } else if (form < (kind == Kind.CALL ? 22 : 14)) {
      text.append(random.chance(25) ? "sealed " : "")
          .append("interface ")
          .append(name)
          .append(parameters(name))
          .append(superinterfaces(3, "extends"))
          .append(" {\n");
      constants(text);
      nestedTypes(text);
      if (kind == Kind.CALL) {
        methods(text);
      } else {
        accessors(text);
      }
    } else if (form < 23) {
      text.append("record ").append(name).append(parameters(name));
      record(text, name);
    } else {
      text.append(random.pick("class ", "enum ", "@interface ")).append(name).append(" {\n");
    }
    text.append("}\n");
  }

  private String parameters(String name) {
    int number = random.chance(3) ? 1 + random.below(2) : 0;
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String parameter = random.chance(5) ? random.typeName() : random.pick("T", "U", "V", "K");
      String bound =
          random.pick(
              "",
              "",
              "java.lang.Number",
              "java.lang.Comparable<" + parameter + ">",
              "java.lang.Comparable<? super " + parameter + ">",
              "java.lang.Number & java.lang.Comparable<" + parameter + ">",
              "java.lang.Enum<" + parameter + ">",
              "java.util.List<? extends " + parameter + ">",
              "java.lang.Comparable",
              name + "<" + parameter + ">",
              reference(1),
              "@org.jspecify.annotations.Nullable " + simple("java.lang.Object"));
      types.add(parameter); // from here on: javac recurses for ever where bounds are circular
      parameters.add(bound.isEmpty() ? parameter : parameter + " extends " + bound);
    }
    return parameters.isEmpty() ? "" : "<" + String.join(", ", parameters) + ">";
  }

  /** A nullness annotation stands in front of the last part of a name. */
  private static String simple(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }

  private String superinterfaces(int rarity, String word) {
    if (!random.chance(rarity)) {
      return "";
    }
    List<String> supertypes = new ArrayList<>();
    for (int i = random.below(2); i >= 0; i--) {
      supertypes.add(
          switch (random.below(9)) {
            case 0 -> "java.io.Serializable";
            case 1 -> "java.util.function.Supplier<" + reference(1) + ">";
            case 2 -> random.pick("java.util.function.LongSupplier", "java.lang.Cloneable");
            case 3 -> random.pick("java.lang.Runnable", "java.lang.CharSequence", "java.util.Map");
            case 4 ->
                random.pick("java.util.Map.Entry", "java.lang.AutoCloseable", "java.io.Closeable");
            default -> supertype("S" + random.below(3));
          });
    }
    return " " + word + " " + String.join(", ", supertypes);
  }

  private String supertype(String name) {
    boolean isGeneric = random.chance(2);
    StringBuilder text = new StringBuilder();
    if (!files.containsKey(packageName.isEmpty() ? name : packageName + "." + name)) {
      text.append(random.chance(10) ? "@java.lang.Deprecated " : "")
          .append(random.pick("", "public "))
          .append("interface ")
          .append(name)
          .append("<E> {\n");
      constants(text);
      int own = types.size();
      types.add("E");
      nestedTypes(text);
      accessors(text);
      types.subList(own, types.size()).clear();
      file(name, text.append("}\n").toString());
    }
    return name + (isGeneric ? "<" + reference(1) + ">" : random.chance(8) ? "" : "<String>");
  }

  private void constants(StringBuilder text) {
    if (random.chance(6)) {
      text.append(random.pick("int ", "public static final int "))
          .append(random.chance(2) ? random.pick(RandomChoice.HOSTILE_MEMBERS) : random.typeName())
          .append(" = 1;\n");
    }
  }

  private void accessors(StringBuilder text) {
    for (int i = random.below(4); i >= 0; i--) {
      String nullable = random.chance(6) ? "@org.jspecify.annotations.Nullable " : "";
      String type = nullable.isEmpty() ? type() : simple(reference(0));
      if (type.contains(".") && !nullable.isEmpty()) {
        nullable = "";
      }
      String name = random.memberName();
      text.append(random.chance(12) ? "@java.lang.Deprecated\n" : "");
      if (!random.chance(16)) {
        text.append(random.pick("", "public ", "abstract "))
            .append(nullable)
            .append(type)
            .append(' ')
            .append(name)
            .append(random.chance(40) ? "(int a)" : "()")
            .append(random.chance(12) ? " throws java.io.IOException" : "")
            .append(";\n");
      } else {
        text.append(random.pick("default ", "static ", "private ", "void ", "<T> ", "@Override "))
            .append(random.chance(2) ? "void " : type + " ")
            .append(name)
            .append(random.pick("() { throw null; }\n", "();\n"));
      }
    }
  }

  /** What can be asked: overloads, and parameters of each kind, as well. */
  private void methods(StringBuilder text) {
    List<String> names = new ArrayList<>();
    for (int i = random.below(5); i >= 0; i--) {
      boolean isOverload = !names.isEmpty() && random.chance(4);
      String name = isOverload ? random.pick(names) : random.memberName();
      names.add(name);
      boolean isDefault = random.chance(12);
      text.append(random.chance(16) ? "@java.lang.Deprecated\n" : "")
          .append(isDefault ? random.pick("default ", "static ") : "")
          .append(random.chance(24) ? "<X> " : "")
          .append(random.chance(4) ? "void" : type())
          .append(' ')
          .append(name)
          .append('(')
          .append(String.join(", ", methodParameters()))
          .append(')')
          .append(
              random.chance(4)
                  ? " throws "
                      + random.pick(
                          "java.io.IOException",
                          "InterruptedException, java.io.IOException",
                          "java.lang.Exception",
                          "java.lang.IllegalStateException",
                          "java.util.concurrent.TimeoutException")
                  : "")
          .append(isDefault ? " { throw null; }\n" : ";\n");
    }
  }

  private List<String> methodParameters() {
    List<String> parameters = new ArrayList<>();
    for (int i = random.below(4); i > 0; i--) {
      boolean isVariable = i == 1 && random.chance(8);
      parameters.add(
          (random.chance(12) ? "final " : "")
              + type()
              + (isVariable ? "... " : " ")
              + (random.chance(3) ? random.memberName() : "p" + i));
    }
    return parameters;
  }

  private void record(StringBuilder text, String name) {
    List<String> components = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = random.below(10) * 5 / 9; i > 0; i--) {
      String component = random.memberName();
      boolean isLast = i == 1;
      components.add(
          (random.chance(15) ? "@java.lang.Deprecated " : "")
              + type()
              + (isLast && random.chance(6) ? "... " : " ")
              + component);
      names.add(component);
    }
    text.append('(')
        .append(String.join(", ", components))
        .append(')')
        .append(superinterfaces(6, "implements"))
        .append(" {\n");
    if (random.chance(5)) {
      text.append(random.chance(4) ? "@java.lang.Deprecated " : "")
          .append(random.pick("", "public ", "protected "))
          .append(name)
          .append(" {}\n");
    } else if (random.chance(8) && !names.isEmpty()) {
      text.append(name).append("(int a, int b, int c, int d, int e, int f) { this(");
      text.append(names.stream().map(n -> "null").collect(Collectors.joining(", ")));
      text.append("); }\n");
    }
    if (random.chance(8)) {
      text.append("static int ")
          .append(random.pick(RandomChoice.HOSTILE_MEMBERS))
          .append(" = 1;\n");
    }
    nestedTypes(text);
  }

  private String type() {
    return switch (random.below(10)) {
      case 0, 1, 2 -> random.pick(RandomChoice.PRIMITIVES);
      case 3 -> random.pick(RandomChoice.PRIMITIVES) + "[]";
      default -> reference(0);
    };
  }

  private String reference(int depth) {
    int kind = random.below(10);
    if (kind < 3 && depth < 3) {
      List<String> names = new ArrayList<>(generics.keySet());
      String name = random.pick(names);
      String arguments =
          IntStream.range(0, generics.getOrDefault(name, 1))
              .mapToObj(
                  i ->
                      switch (random.below(6)) {
                        case 0 -> "?";
                        case 1 -> "? extends " + reference(depth + 1);
                        case 2 -> "? super " + reference(depth + 1);
                        default -> reference(depth + 1);
                      })
              .collect(Collectors.joining(", "));
      return name + (random.chance(10) ? "" : "<" + arguments + ">");
    }
    if (kind == 3) {
      return reference(depth + 1) + "[]";
    }
    return types.isEmpty() || random.chance(3)
        ? random.pick(RandomChoice.CLASSES)
        : random.pick(types);
  }

  private String literal() {
    return switch (random.below(10)) {
      case 0, 1 -> random.pick(RandomChoice.PRIMITIVES);
      case 2 -> random.pick(RandomChoice.PRIMITIVES) + "[]";
      case 3 -> random.chance(4) ? "void" : "java.lang.String";
      default -> reference(0).replaceAll("<[^\\[]*>", "");
    };
  }
}
