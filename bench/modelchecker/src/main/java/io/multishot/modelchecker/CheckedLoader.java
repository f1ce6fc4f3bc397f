package io.multishot.modelchecker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes to be checked anew, rewritten; all others are its parent's. */
final class CheckedLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** What a class becomes that is checked as it is, for there are many checks. */
  private record Key(String name, Set<String> skipped, Map<String, String> models) {}

  private static final Map<Key, byte[]> REWRITTEN = new ConcurrentHashMap<>();

  private final CheckedClasses classes;

  CheckedLoader(CheckedClasses classes) {
    super(CheckedLoader.class.getClassLoader());
    this.classes = classes;
  }

  CheckedClasses classes() {
    return classes;
  }

  /** Whether the class is of the checker itself. */
  static boolean isOurs(String name) {
    String ours = CheckedLoader.class.getPackageName();
    return name.startsWith(ours) && name.lastIndexOf('.') == ours.length();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!classes.include(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] shipped = file.readAllBytes();
      byte[] changed = classes.change().apply(name, shipped);
      byte[] rewritten =
          changed == shipped
              ? REWRITTEN.computeIfAbsent(
                  new Key(name, classes.skipped(), classes.models()),
                  any -> classes.rewrite(shipped))
              : classes.rewrite(changed);
      return defineClass(name, rewritten, 0, rewritten.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
