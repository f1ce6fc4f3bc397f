package io.multishot.faults;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * Loads the runtime, the generated channels, their adapters and the trials anew, the first two with
 * points in them. All else is its parent's, the {@link Injector} among it.
 */
final class InjectingLoader extends ClassLoader {

  private static final String TRIALS = "io/multishot/faults/trial/";
  private static final String ADAPTERS = "io/multishot/fixtures/";

  static {
    registerAsParallelCapable();
  }

  private final UnaryOperator<byte[]> change;

  /**
   * @param change what to do to the runtime and the generated channels before points are put in
   */
  InjectingLoader(UnaryOperator<byte[]> change) {
    super(InjectingLoader.class.getClassLoader());
    this.change = change;
  }

  /** Whether the class belongs to what is tried: channels, adapters, states, operations. */
  static boolean isOfTrials(String type) {
    return type.startsWith(TRIALS) || type.startsWith(ADAPTERS);
  }

  /** The trials, on classes of this loader. */
  Explorer explorer() {
    return explorer("Campaign");
  }

  /** The same with slabs. */
  Explorer slabExplorer() {
    return explorer("SlabCampaign");
  }

  /** The same with calls. */
  Explorer callExplorer() {
    return explorer("CallCampaign");
  }

  private Explorer explorer(String name) {
    try {
      return (Explorer)
          loadClass(TRIALS.replace('/', '.') + name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    String type = name.replace('.', '/');
    if (!Outline.isOfRuntime(type) && !isOfTrials(type)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String type = name.replace('.', '/');
    try (InputStream file = getParent().getResourceAsStream(type + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] shipped = file.readAllBytes();
      byte[] loaded =
          Outline.isRewritten(type) ? Rewriting.rewrite(change.apply(shipped)) : shipped;
      return defineClass(name, loaded, 0, loaded.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
