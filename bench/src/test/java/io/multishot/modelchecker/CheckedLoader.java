package io.multishot.modelchecker;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Loads the classes to be checked anew, rewritten; all others are its parent's. */
final class CheckedLoader extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

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
      byte[] rewritten = Rewriter.rewrite(change.apply(name, file.readAllBytes()));
      return defineClass(name, rewritten, 0, rewritten.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
