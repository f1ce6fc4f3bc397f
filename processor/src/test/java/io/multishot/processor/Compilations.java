package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import io.multishot.MultiShot;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullMarked;

/** Compilations as a user runs them: the runtime on the class path, every lint an error. */
final class Compilations {

  static final List<File> RUNTIME = List.of(jarOf(MultiShot.class), jarOf(NullMarked.class));

  private Compilations() {}

  static Compiler compiler(Processor... processors) {
    return Compiler.javac()
        .withProcessors(processors)
        .withClasspath(RUNTIME)
        .withOptions("-Xlint:all,-processing,-missing-explicit-ctor", "-Werror");
  }

  static Compilation compile(JavaFileObject... sources) {
    return compiler(new MultiShotProcessor()).compile(sources);
  }

  /**
   * Asserts that the source of a channel in the package {@code example} has {@code words} in it.
   */
  static void assertDeclares(Compilation compilation, String channel, String words) {
    assertThat(compilation)
        .generatedSourceFile("example." + channel)
        .contentsAsUtf8String()
        .contains(words);
  }

  /** Asserts that only Eclipse warns, and of one thing only, as it does in the declaration too. */
  static void assertOnlyEclipseWarns(
      Compilation compilation, CompilerUnderTest compiler, String words) {
    assertThat(compilation).succeeded();
    for (Diagnostic<? extends JavaFileObject> warning : compilation.warnings()) {
      assertEquals(CompilerUnderTest.ECLIPSE, compiler);
      assertTrue(warning.getMessage(null).startsWith(words), warning::toString);
    }
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
