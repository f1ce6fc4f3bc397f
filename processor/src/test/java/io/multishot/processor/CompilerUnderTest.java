package io.multishot.processor;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** The compilers that run the processor. */
enum CompilerUnderTest {
  JAVAC {
    @Override
    Compiler compiler(Processor... processors) {
      return Compilations.compiler(processors);
    }
  },
  /** Eclipse's, with the warnings that it gives by itself. */
  ECLIPSE {
    @Override
    Compiler compiler(Processor... processors) {
      assumeFalse(Boolean.getBoolean("io.multishot.processor.javacOnly"), "mutation testing");
      return Compiler.compiler(new EclipseInFolders())
          .withProcessors(processors)
          .withClasspath(Compilations.RUNTIME)
          .withOptions("--release", "17");
    }
  };

  abstract Compiler compiler(Processor... processors);

  final Compilation compile(JavaFileObject... sources) {
    return compiler(new MultiShotProcessor()).compile(sources);
  }
}
