package io.multishot.modelchecker;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened in one execution, step by step, to be read by a person. */
final class Trace {

  private static final int FRAMES = 3;

  /** What is longer goes round, and is shown in part. */
  private static final int LONGEST = 100;

  private static final int AT_THE_END = 10;

  private final List<String> lines = new ArrayList<>();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Adds a line below the last step. */
  void add(String more) {
    lines.add("                   " + more);
  }

  void add(int step, Actor actor, String what) {
    lines.add("%4d  %-10s %s%n                   at %s".formatted(step, actor.name, what, site()));
  }

  /** Where the code that is checked stands. */
  static String site() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !isOurs(frame.getClassName()))
                    .limit(FRAMES)
                    .map(
                        frame ->
                            frame.getMethodName()
                                + "("
                                + frame.getFileName()
                                + ":"
                                + frame.getLineNumber()
                                + ")")
                    .collect(Collectors.joining(" <- ")));
  }

  private static boolean isOurs(String type) {
    return CheckedLoader.isOurs(type) || type.startsWith("java.");
  }

  /** Names an object by its class and a number, or by the constant that holds it. */
  String name(@Nullable Object object) {
    if (object == null
        || object instanceof String
        || object instanceof Number
        || object instanceof Boolean
        || object instanceof Character
        || object instanceof Worker) {
      return String.valueOf(object);
    }
    return names.computeIfAbsent(object, this::newName);
  }

  private String newName(Object object) {
    Class<?> type = object.getClass();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
        field.setAccessible(true);
        try {
          if (field.get(null) == object) {
            return type.getSimpleName() + "." + field.getName();
          }
        } catch (IllegalAccessException impossible) {
          throw new AssertionError(impossible);
        }
      }
    }
    String name = simpleName(type);
    return name + "#" + counts.merge(name, 1, Integer::sum);
  }

  static String describePlainly(Location location) {
    return simpleName(location.owner.getClass()) + location.variable;
  }

  private static String simpleName(Class<?> type) {
    if (type.isArray()) {
      return simpleName(type.getComponentType()) + "[]";
    }
    String name = type.getName();
    int lambda = name.indexOf("$$Lambda");
    String cut = lambda < 0 ? name : name.substring(0, lambda) + " lambda";
    return cut.substring(cut.lastIndexOf('.') + 1).replace('$', '.');
  }

  @Override
  public String toString() {
    if (lines.size() <= LONGEST) {
      return String.join(System.lineSeparator(), lines);
    }
    List<String> shown = new ArrayList<>(lines.subList(0, LONGEST / 2));
    shown.add("      ... %d more ...".formatted(lines.size() - LONGEST / 2 - AT_THE_END));
    shown.addAll(lines.subList(lines.size() - AT_THE_END, lines.size()));
    return String.join(System.lineSeparator(), shown);
  }
}
