package io.multishot.modelchecker;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes to be checked anew, rewritten; all others are its parent's. */
final class CheckedLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** Of classes that are checked as they are, for there are many checks. */
  private static final Map<String, byte[]> REWRITTEN = new ConcurrentHashMap<>();

  private final List<String> checked;
  private final ClassChange change;

  /**
   * @param checked how the names of the classes to be checked begin
   * @param change what to do to them before they are rewritten
   */
  CheckedLoader(List<String> checked, ClassChange change) {
    super(CheckedLoader.class.getClassLoader());
    this.checked = checked;
    this.change = change;
  }

  /** Whether the class is of the checker itself. */
  static boolean isOurs(String name) {
    String ours = CheckedLoader.class.getPackageName();
    return name.startsWith(ours) && name.lastIndexOf('.') == ours.length();
  }

  private boolean isChecked(String name) {
    return !isOurs(name) && checked.stream().anyMatch(name::startsWith);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isChecked(name)) {
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
      byte[] changed = change.apply(name, shipped);
      byte[] rewritten =
          changed == shipped
              ? REWRITTEN.computeIfAbsent(name, any -> Rewriter.rewrite(shipped))
              : Rewriter.rewrite(changed);
      return defineClass(name, rewritten, 0, rewritten.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
