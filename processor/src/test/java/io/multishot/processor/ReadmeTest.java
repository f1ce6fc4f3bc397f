package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README prints is what a reader gets who copies it. */
final class ReadmeTest {

  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(.*?)```\n\n```text\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVA = Pattern.compile("```java\n");
  private static final Pattern POM = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:interface|record|class) (\\w+)");
  private static final Pattern MAIN = Pattern.compile("class (\\w+)[^{]*\\{[^}]*void main\\(");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A program as printed, in a file that is called after its first type, and its output. */
  record Program(String name, String source, String main, String output) {
    @Override
    public String toString() {
      return main;
    }
  }

  static Stream<Program> programs() throws IOException {
    return PROGRAM
        .matcher(readme())
        .results()
        .map(
            found ->
                new Program(
                    first(TYPE, found.group(1)),
                    found.group(1),
                    first(MAIN, found.group(1)),
                    found.group(2)));
  }

  @Test
  void readme_saysOfEachProgramWhatItPrints() throws IOException {
    assertEquals(JAVA.matcher(readme()).results().count(), programs().count());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void program_compilesWithoutAWarningAndPrintsWhatTheReadmeSays(Program program) throws Exception {
    Compilation compilation =
        Compilations.compile(JavaFileObjects.forSourceString(program.name, program.source));
    assertThat(compilation).succeededWithoutWarnings();
    Method main =
        new CompiledClasses(compilation)
            .loadClass(program.main)
            .getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    assertEquals(program.output, outputOf(main, program.output.length()));
  }

  /** What checked mode finds it logs, and the log is on the console. */
  @ParameterizedTest
  @MethodSource("programs")
  void program_inCheckedMode_misusesNothing(Program program, @TempDir Path folder)
      throws Exception {
    UserProject project = new UserProject(folder).source(program.name + ".java", program.source);
    assertEquals("", project.javac("-cp", UserProject.RUNTIME));
    Path errors = folder.resolve("errors");
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dio.multishot.checked=places",
                "-cp",
                project.classes + File.pathSeparator + UserProject.RUNTIME,
                program.main)
            .redirectError(errors.toFile())
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "it ends");
    assertEquals("", Files.readString(errors));
    assertEquals(0, process.exitValue());
    String printed = Files.readString(output).replace(System.lineSeparator(), "\n");
    assertTrue(program.output.startsWith(printed), printed);
  }

  @Test
  void sizes_areThoseOfWhatIsGenerated() throws IOException {
    String costs =
        "A channel of a `long` is %s of source with its Javadoc, one of a view of three fields %s."
            .formatted(sizeOf("Price"), sizeOf("Fill"));
    assertTrue(readme().contains(costs), costs);
  }

  /** The classes of a program's channel, and the size of its source. */
  private static String sizeOf(String declaration) throws IOException {
    Program program =
        programs().filter(each -> each.name.equals(declaration)).findAny().orElseThrow();
    Compilation compilation =
        Compilations.compile(JavaFileObjects.forSourceString(program.name, program.source));
    String channel = declaration + "Channel";
    long classes =
        compilation.generatedFiles().stream()
            .filter(file -> file.getName().matches(".*/" + channel + "(\\$\\w+)?\\.class"))
            .count();
    int chars =
        compilation.generatedSourceFile(channel).orElseThrow().getCharContent(false).length();
    return "%d classes and %d KB".formatted(classes, Math.round(chars / 1000f));
  }

  @Test
  void pom_isThatOfAProjectThatTheBuildBuilds() throws IOException {
    String printed = first(POM, readme());
    String built = Files.readString(Path.of("src", "it", "maven-readme", "pom.xml"));
    assertTrue(built.replace("@project.version@", "0.1.0-SNAPSHOT").contains(printed), printed);
  }

  @Test
  void pomForKapt_isThatOfAModuleThatTheBuildBuilds() throws IOException {
    String printed = POM.matcher(readme()).results().skip(1).findFirst().orElseThrow().group(1);
    assertTrue(Files.readString(Path.of("kapt", "pom.xml")).contains(printed), printed);
  }

  /** Runs a program, whose other threads may go on printing behind its end. */
  private static String outputOf(Method main, int length) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
      long begin = System.nanoTime();
      while (printed.size() < length && System.nanoTime() - begin < PATIENCE.toNanos()) {
        Thread.sleep(1);
      }
    } finally {
      System.setOut(out);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "README.md"));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }
}
