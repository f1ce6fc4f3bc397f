package io.multishot.modelchecker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which classes are checked, and in which form.
 *
 * @param prefixes how the names of the classes to be checked begin
 * @param skipped methods that do nothing: class and name, with a point between them
 * @param models the internal names of classes, and of what takes their place
 * @param change what to do to classes before all else
 */
record CheckedClasses(
    List<String> prefixes, Set<String> skipped, Map<String, String> models, ClassChange change) {

  static CheckedClasses of(String prefix) {
    return new CheckedClasses(List.of(prefix), Set.of(), Map.of(), ClassChange.NONE);
  }

  CheckedClasses with(String prefix) {
    List<String> more = new ArrayList<>(prefixes);
    more.add(prefix);
    return new CheckedClasses(more, skipped, models, change);
  }

  CheckedClasses without(String type, String method) {
    Set<String> more = new TreeSet<>(skipped);
    more.add(type + "." + method);
    return new CheckedClasses(prefixes, more, models, change);
  }

  CheckedClasses with(Class<?> type, Class<?> model) {
    Map<String, String> more = new TreeMap<>(models);
    more.put(internal(type), internal(model));
    return new CheckedClasses(prefixes, skipped, more, change);
  }

  CheckedClasses changedBy(ClassChange newChange) {
    return new CheckedClasses(prefixes, skipped, models, newChange);
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  boolean include(String name) {
    return !CheckedLoader.isOurs(name) && prefixes.stream().anyMatch(name::startsWith);
  }

  /** Rewrites a class file, changed or not. */
  byte[] rewrite(byte[] file) {
    byte[] renamed = models.isEmpty() ? file : Renamer.rename(file, models);
    return Rewriter.rewrite(renamed, skipped);
  }
}
