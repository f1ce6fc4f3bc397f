package io.multishot.processor.rounds;

import io.multishot.processor.model.Target;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RequestName;
import io.multishot.processor.write.AsciiWriter;
import io.multishot.processor.write.TargetWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** The files of targets, each written once. */
final class TargetFiles {

  private final Filer filer;
  private final Declarations declarations;
  private final String generator;

  private boolean hasModules;

  /** The request for each target that is written. */
  private final Map<DeclarationName, RequestName> written = new HashMap<>();

  TargetFiles(Filer filer, Declarations declarations, String generator) {
    this.filer = filer;
    this.declarations = declarations;
    this.generator = generator;
  }

  /** Has names of files begin with those of modules. */
  void nameModules() {
    hasModules = true;
  }

  /**
   * Writes the target of a request.
   *
   * @return {@code true} if it is written; {@code false} if it is not, and that is reported
   */
  boolean write(Target target, RequestName name, Request request) {
    DeclarationName file =
        new DeclarationName(name.declaration().module(), target.name().canonicalName());
    RequestName earlier = written.putIfAbsent(file, name);
    if (earlier != null) {
      declarations
          .reporter(request)
          .errorAt(
              request.annotation().value("name"),
              Problem.NAME_TAKEN,
              name.declaration().qualified(),
              target.name(),
              earlier);
      return false;
    }
    try {
      write(TargetWriter.of(target, generator).write(), create(file, request.element()));
      return true;
    } catch (IOException | InvalidPathException e) { // FilerException among them
      String message = String.valueOf(e.getMessage());
      declarations.reporter(request).error(Problem.WRITE, target.name(), message);
    } catch (RuntimeException bug) {
      declarations.reportBug(request, bug);
    }
    return false;
  }

  /**
   * Creates a file. Only in a compilation of several modules its name begins with that of a module:
   * the filers of some build tools know no such names.
   */
  private JavaFileObject create(DeclarationName file, TypeElement declaration) throws IOException {
    String prefix = hasModules ? file.module().map(module -> module + "/").orElse("") : "";
    return filer.createSourceFile(prefix + file.qualified(), declaration);
  }

  /** Writes in one piece: a compiler's writer takes a lock each time. */
  private static void write(String text, JavaFileObject file) throws IOException {
    try (Writer out = new AsciiWriter(file.openWriter())) {
      out.write(text);
    } catch (IOException | RuntimeException e) {
      file.delete();
      throw e;
    }
  }
}
