package io.multishot.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.multishot.MultiShot;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullMarked;

/** Compilations as a user runs them: the runtime on the class path, every lint an error. */
final class Compilations {

  static final List<File> CLASS_PATH = List.of(jarOf(MultiShot.class), jarOf(NullMarked.class));

  private Compilations() {}

  static Compiler compiler(Processor... processors) {
    return Compiler.javac()
        .withProcessors(processors)
        .withClasspath(CLASS_PATH)
        .withOptions("-Xlint:all,-processing,-missing-explicit-ctor", "-Werror");
  }

  static Compilation compile(JavaFileObject... sources) {
    return compiler(new MultiShotProcessor()).compile(sources);
  }

  /** The jar or folder that a class is loaded from. */
  static File jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
