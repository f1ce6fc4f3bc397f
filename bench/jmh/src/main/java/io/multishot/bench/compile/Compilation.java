package io.multishot.bench.compile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What is compiled, again and again, by this virtual machine's own {@code javac}. Each run starts
 * anew; what lasts is the classes of the compiler and of the processor, which get faster, as in the
 * daemon of a build tool. The processor's do, too, as the loader that {@code javac} makes for them
 * has this class's own as its parent.
 */
final class Compilation {

  private static final JavaCompiler JAVAC =
      Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");

  private final Over over;
  private final Declares declares;
  private final int declarations;
  private final Processing processing;
  private final List<Source> sources;
  private final List<String> options;

  Compilation(Over over, Declares declares, int declarations, Processing processing) {
    this.over = over;
    this.declares = declares;
    this.declarations = declarations;
    this.processing = processing;
    this.sources = over.sources(declares, declarations);
    this.options = options(over, processing);
  }

  private static List<String> options(Over over, Processing processing) {
    String path = System.getProperty("java.class.path");
    List<String> options = new ArrayList<>(List.of("-classpath", path));
    switch (processing) {
      case NONE -> options.add("-proc:none");
      case ONLY -> options.add("-proc:only");
      case FULL -> {}
    }
    if (processing != Processing.NONE) {
      options.addAll(List.of("-processorpath", path, "-processor", over.processor()));
    }
    return options;
  }

  /** Compiles. Whatever the compiler or the processor has to say is a failure. */
  void run(Output output) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = JAVAC.getStandardFileManager(diagnostics, null, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output.directory()));
      boolean isDone = JAVAC.getTask(null, files, diagnostics, options, null, sources).call();
      if (!isDone || !diagnostics.getDiagnostics().isEmpty()) {
        throw new AssertionError(diagnostics.getDiagnostics());
      }
    }
  }

  /** Fails if a run has not written what it should. */
  void check(Output output) {
    int declared = processing == Processing.ONLY ? 0 : declarations;
    int generatedSources = processing == Processing.NONE ? 0 : declarations;
    int generated =
        processing == Processing.FULL ? declarations * over.generatedClasses(declares) : 0;
    require(declared, output.declaredClasses(), "classes of declarations");
    require(generatedSources, output.sources(), "generated sources");
    require(generated, output.generatedClasses(), "generated classes");
  }

  private static void require(int expected, List<?> files, String what) {
    if (files.size() != expected) {
      throw new AssertionError(
          "%d instead of %d %s: %s".formatted(files.size(), expected, what, files));
    }
  }
}
