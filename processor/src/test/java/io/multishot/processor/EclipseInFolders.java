package io.multishot.processor;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.Nullable;

/** Eclipse's compiler, which wants files in a folder, for callers that keep them in memory. */
final class EclipseInFolders implements JavaCompiler {

  private final JavaCompiler eclipse = new EclipseCompiler();

  @Override
  public CompilationTask getTask(
      @Nullable Writer out,
      JavaFileManager memory,
      DiagnosticListener<? super JavaFileObject> listener,
      Iterable<String> options,
      @Nullable Iterable<String> classes,
      Iterable<? extends JavaFileObject> units) {
    return new Task((StandardJavaFileManager) memory, listener, options, units);
  }

  @Override
  public StandardJavaFileManager getStandardFileManager(
      @Nullable DiagnosticListener<? super JavaFileObject> listener,
      @Nullable Locale locale,
      @Nullable Charset charset) {
    return eclipse.getStandardFileManager(listener, locale, charset);
  }

  @Override
  public int isSupportedOption(String option) {
    return eclipse.isSupportedOption(option);
  }

  @Override
  public int run(
      @Nullable InputStream in,
      @Nullable OutputStream out,
      @Nullable OutputStream err,
      String... arguments) {
    return eclipse.run(in, out, err, arguments);
  }

  @Override
  public Set<SourceVersion> getSourceVersions() {
    return eclipse.getSourceVersions();
  }

  @Override
  public String name() {
    return eclipse.name();
  }

  /** Writes the sources into a folder, compiles them there, and reads the output back. */
  private final class Task implements CompilationTask {

    private final StandardJavaFileManager memory;
    private final DiagnosticListener<? super JavaFileObject> listener;
    private final Iterable<String> options;
    private final Iterable<? extends JavaFileObject> units;
    private final List<Processor> processors = new ArrayList<>();

    Task(
        StandardJavaFileManager memory,
        DiagnosticListener<? super JavaFileObject> listener,
        Iterable<String> options,
        Iterable<? extends JavaFileObject> units) {
      this.memory = memory;
      this.listener = listener;
      this.options = options;
      this.units = units;
    }

    @Override
    public void addModules(Iterable<String> names) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setProcessors(Iterable<? extends Processor> all) {
      all.forEach(processors::add);
    }

    @Override
    public void setLocale(Locale locale) {}

    @Override
    public Boolean call() {
      try {
        Path folder = Files.createTempDirectory("eclipse");
        try {
          return compile(folder);
        } finally {
          try (Stream<Path> all = Files.walk(folder)) {
            all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean compile(Path folder) throws IOException {
      Path sources = Files.createDirectory(folder.resolve("sources"));
      Map<String, JavaFileObject> known = new HashMap<>();
      List<Path> files = new ArrayList<>();
      for (JavaFileObject unit : units) {
        Path file = sources.resolve(unit.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, unit.getCharContent(true));
        files.add(file);
        known.put(file.toString(), unit);
      }
      try (StandardJavaFileManager manager = eclipse.getStandardFileManager(null, null, null)) {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path generated = Files.createDirectory(folder.resolve("generated"));
        manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
        manager.setLocation(
            StandardLocation.CLASS_PATH, memory.getLocation(StandardLocation.CLASS_PATH));
        JavaCompiler.CompilationTask task =
            eclipse.getTask(
                Writer.nullWriter(),
                manager,
                diagnostic -> listener.report(Located.of(diagnostic, known)),
                options,
                null,
                manager.getJavaFileObjectsFromPaths(files));
        task.setProcessors(processors);
        boolean isSuccess = task.call();
        copy(classes, StandardLocation.CLASS_OUTPUT, JavaFileObject.Kind.CLASS);
        copy(generated, StandardLocation.SOURCE_OUTPUT, JavaFileObject.Kind.SOURCE);
        return isSuccess;
      }
    }

    private void copy(Path from, StandardLocation location, JavaFileObject.Kind kind)
        throws IOException {
      try (Stream<Path> all = Files.walk(from)) {
        for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
          String path = from.relativize(file).toString();
          String name =
              path.substring(0, path.length() - kind.extension.length())
                  .replace(File.separatorChar, '.');
          JavaFileObject copy = memory.getJavaFileForOutput(location, name, kind, null);
          try (OutputStream out = copy.openOutputStream()) {
            Files.copy(file, out);
          }
        }
      }
    }
  }

  /** A diagnostic whose file is the caller's. */
  private record Located(
      Diagnostic<? extends JavaFileObject> diagnostic, @Nullable JavaFileObject source)
      implements Diagnostic<JavaFileObject> {

    /** At once: later, the file that the compiler has read is gone. */
    static Located of(
        Diagnostic<? extends JavaFileObject> diagnostic, Map<String, JavaFileObject> known) {
      JavaFileObject source = diagnostic.getSource();
      return new Located(
          diagnostic, source == null ? null : known.getOrDefault(source.toUri().getPath(), source));
    }

    @Override
    public Kind getKind() {
      return diagnostic.getKind();
    }

    @Override
    public @Nullable JavaFileObject getSource() {
      return source;
    }

    @Override
    public long getPosition() {
      return diagnostic.getPosition();
    }

    @Override
    public long getStartPosition() {
      return diagnostic.getStartPosition();
    }

    @Override
    public long getEndPosition() {
      return diagnostic.getEndPosition();
    }

    @Override
    public long getLineNumber() {
      return diagnostic.getLineNumber();
    }

    @Override
    public long getColumnNumber() {
      return diagnostic.getColumnNumber();
    }

    @Override
    public @Nullable String getCode() {
      return diagnostic.getCode();
    }

    @Override
    public String getMessage(@Nullable Locale locale) {
      return diagnostic.getMessage(locale);
    }

    @Override
    public String toString() {
      return getKind() + ": " + getSource() + ":" + getLineNumber() + ": " + getMessage(null);
    }
  }
}
