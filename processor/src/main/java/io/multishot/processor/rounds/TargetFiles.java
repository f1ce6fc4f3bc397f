package io.multishot.processor.rounds;

import io.multishot.processor.model.Channel;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.MultiShotMirror;
import io.multishot.processor.read.Problem;
import io.multishot.processor.write.AsciiWriter;
import io.multishot.processor.write.ChannelWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** The files of channels, each written once. */
final class ChannelFiles {

  private final Filer filer;
  private final Declarations declarations;
  private final String generator;

  private boolean hasModules;

  /** The declaration of each channel that is written. */
  private final Map<DeclarationName, DeclarationName> written = new HashMap<>();

  ChannelFiles(Filer filer, Declarations declarations, String generator) {
    this.filer = filer;
    this.declarations = declarations;
    this.generator = generator;
  }

  /** Has names of files begin with those of modules. */
  void nameModules() {
    hasModules = true;
  }

  /**
   * Writes the channel of a declaration.
   *
   * @return {@code true} if it is written; {@code false} if it is not, and that is reported
   */
  boolean write(Channel channel, DeclarationName name, TypeElement declaration) {
    DeclarationName file = new DeclarationName(name.module(), channel.name().canonicalName());
    DeclarationName earlier = written.putIfAbsent(file, name);
    if (earlier != null) {
      declarations
          .reporter(declaration)
          .errorAt(
              MultiShotMirror.of(declaration).value("name"),
              Problem.NAME_TAKEN,
              name.qualified(),
              channel.name(),
              "the channel of " + earlier.qualified());
      return false;
    }
    try {
      write(new ChannelWriter(channel, generator).write(), create(file, declaration));
      return true;
    } catch (IOException | InvalidPathException e) { // FilerException among them
      String message = String.valueOf(e.getMessage());
      declarations.reporter(declaration).error(Problem.WRITE, channel.name(), message);
    } catch (RuntimeException bug) {
      declarations.reportBug(declaration, bug);
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
