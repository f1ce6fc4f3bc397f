package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.util.JavacTask;
import io.multishot.MultiShot;
import io.multishot.processor.MultiShotProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles users' code that uses the channels of the corpus, from their class files. */
final class Javac {

  static final Path CORPUS = Path.of("src/test/resources/misuse");

  static final String RUNTIME = path(jarOf(MultiShot.class), jarOf(NullMarked.class));

  private static final Pattern ID = Pattern.compile("^\\[multishot-([a-z]+)\\]");
  private static final Pattern MARK = Pattern.compile("// ([a-z]+)$");
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final Path CHANNELS = compileChannels();

  private Javac() {}

  /** Compiles a class {@code Case} of these members, and checks that its marks are told. */
  static void check(String members) {
    checkFile(
        """
        package misuse;
        import io.multishot.*;
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.function.*;
        class Case {
        """
            + members
            + "\n}\n");
  }

  /** Compiles a class {@code Case}: each line that ends with a kind of misuse is told to be so. */
  static void checkFile(String source) {
    assertEquals(marked(source), ids(told(List.of(), source)), source);
  }

  /** Compiles a class {@code Case}, and returns what the plugin tells. */
  static List<Diagnostic<? extends JavaFileObject>> told(List<String> arguments, String source) {
    return compile(
        arguments, List.of("-proc:none"), List.of(), forSourceString("misuse.Case", source));
  }

  /** Compiles, and returns what is said. */
  static List<Diagnostic<? extends JavaFileObject>> compile(
      List<String> arguments,
      List<String> options,
      List<? extends Processor> processors,
      JavaFileObject... sources) {
    // javac finds the plugin by itself: its loader is the tests' own.
    List<String> all = new ArrayList<>(List.of("-d", output("cases"), "-classpath", classPath()));
    if (!arguments.isEmpty()) {
      all.add("-Xplugin:" + MisusePlugin.NAME + " " + String.join(" ", arguments));
    }
    all.addAll(options);
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask) COMPILER.getTask(null, null, said, all, null, Arrays.asList(sources));
    if (!processors.isEmpty()) {
      task.setProcessors(processors);
    }
    task.call();
    return said.getDiagnostics();
  }

  static String classPath() {
    return RUNTIME + File.pathSeparator + CHANNELS;
  }

  /** The lines of a source that end with a kind of misuse, with the kind. */
  static String marked(String source) {
    TreeSet<String> marked = new TreeSet<>();
    int number = 1;
    for (String line : source.lines().toList()) {
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        marked.add(String.format("%3d %s", number, mark.group(1)));
      }
      number++;
    }
    return String.join("\n", marked);
  }

  static String ids(List<Diagnostic<? extends JavaFileObject>> said) {
    TreeSet<String> ids = new TreeSet<>();
    for (Diagnostic<? extends JavaFileObject> one : said) {
      String message = one.getMessage(null);
      Matcher id = ID.matcher(message);
      ids.add(String.format("%3d %s", one.getLineNumber(), id.find() ? id.group(1) : message));
    }
    return String.join("\n", ids);
  }

  private static Path compileChannels() {
    Path classes = Path.of(output("channels"));
    compileChannels(classes);
    return classes;
  }

  private static void compileChannels(Path classes) {
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                null,
                null,
                null,
                List.of("-d", classes.toString(), "-classpath", RUNTIME),
                null,
                COMPILER
                    .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                    .getJavaFileObjects(CORPUS.resolve("Channels.java")));
    task.setProcessors(List.of(new MultiShotProcessor()));
    assertEquals(true, task.call());
  }

  private static String output(String folder) {
    try {
      String process = Long.toString(ProcessHandle.current().pid()); // tests run in several
      return Files.createDirectories(Path.of("target/misuse", process, folder)).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String path(File... files) {
    return Stream.of(files).map(File::toString).collect(Collectors.joining(File.pathSeparator));
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
