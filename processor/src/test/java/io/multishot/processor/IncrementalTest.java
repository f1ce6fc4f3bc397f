package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/**
 * What Gradle asks of a processor that calls itself isolating: each file comes from one declaration
 * and tells so, depends on nothing that cannot be reached from it, and is written through the
 * compiler's interfaces only.
 */
final class IncrementalTest {

  /** Before 22, javac does not see it on a method it reads from a class file (JDK-8225377). */
  private static final String NULLABLE =
      Runtime.version().feature() < 22 ? "" : "@org.jspecify.annotations.Nullable";

  private static final Map<String, String> SOURCES =
      new TreeMap<>(
          Map.of(
              "Quote",
              "@io.multishot.MultiShot(type = long.class) public interface Quote {}",
              "Traded",
              """
              public interface Traded<T> {
                long orderId();
                T venue();
                %s String note();
              }
              """
                  .formatted(NULLABLE),
              "Fill",
              "@io.multishot.MultiShot public interface Fill extends Traded<Venue> { int size(); }",
              "Trade",
              "@io.multishot.MultiShot public record Trade(Venue venue, double price) {}",
              "Venue",
              "@io.multishot.MultiShot(type = Venue.class) public interface Venue {}",
              "Desk",
              """
              class Desk {
                @io.multishot.MultiShot(type = int.class) interface Count {}
                @io.multishot.MultiShot(type = Trade[].class, name = "Blotter") interface Trades {}
              }
              """));

  /** What the processor may use beside the model of the sources: neither files nor settings. */
  private static final Pattern PURE =
      Pattern.compile(
          "java\\.lang\\.(?!System$|ClassLoader$|Process|Runtime$|Thread).*"
              + "|java\\.lang\\.(invoke|runtime)\\..*"
              + "|java\\.nio\\.charset\\..*"
              + "|java\\.util\\..*"
              + "|java\\.io\\.(FilterWriter|IOException|PrintWriter|StringWriter|Writer)"
              + "|java\\.nio\\.file\\.InvalidPathException"
              + "|javax\\.lang\\.model\\..*"
              + "|javax\\.tools\\.(Diagnostic.*|JavaFileObject)"
              + "|javax\\.annotation\\.processing\\..*"
              + "|io\\.multishot\\..*"
              + "|com\\.palantir\\.javapoet\\..*");

  @TempDir Path folder;

  @Test
  void generatedFile_namesItsDeclarationAndNothingElse() {
    Map<String, String> origins = new TreeMap<>();
    ProcessorOnFiler processor =
        new ProcessorOnFiler(
            filer ->
                ProcessorOnFiler.proxy(
                    Filer.class,
                    (proxy, method, arguments) -> {
                      assertEquals("createSourceFile", method.getName());
                      origins.put(
                          arguments[0].toString(), Arrays.toString((Element[]) arguments[1]));
                      return ProcessorOnFiler.invoke(filer, method, arguments);
                    }));
    assertThat(compile(Compilations.compiler(processor), SOURCES)).succeededWithoutWarnings();
    assertEquals(
        Map.of(
            "example.QuoteChannel",
            "[example.Quote]",
            "example.FillChannel",
            "[example.Fill]",
            "example.TradeChannel",
            "[example.Trade]",
            "example.VenueChannel",
            "[example.Venue]",
            "example.Desk_CountChannel",
            "[example.Desk.Count]",
            "example.Blotter",
            "[example.Desk.Trades]"),
        origins);
  }

  /** As an incremental build does it: the rest is there as class files. */
  @Test
  void generatedFile_doesNotDependOnWhatIsCompiledWithIt() throws IOException {
    Compilation all = compile(Compilations.compiler(new MultiShotProcessor()), SOURCES);
    for (JavaFileObject file : all.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path path = folder.resolve(nameIn(StandardLocation.CLASS_OUTPUT, file));
        Files.createDirectories(path.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, path);
        }
      }
    }
    List<File> classPath = new ArrayList<>(Compilations.RUNTIME);
    classPath.add(folder.toFile());
    Map<String, String> oneByOne = new TreeMap<>();
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Compilation one =
          compile(
              Compilations.compiler(new MultiShotProcessor()).withClasspath(classPath),
              Map.ofEntries(source));
      assertThat(one).succeededWithoutWarnings();
      oneByOne.putAll(generatedSources(one));
    }
    assertEquals(6, oneByOne.size(), oneByOne.keySet()::toString);
    assertEquals(generatedSources(all), oneByOne);
  }

  /** Of a compiler it needs what every compiler offers; Gradle and others wrap just that. */
  @Test
  void processor_usesNothingButTheCompilersInterfaces() throws IOException {
    Set<String> used = typesUsed(false);
    used.removeIf(type -> PURE.matcher(type).matches());
    assertEquals(List.of(), List.copyOf(used));
  }

  /** The check of misuse is javac's; it needs what the module jdk.compiler exports, no more. */
  @Test
  void misuseCheck_usesTheExportedInterfacesOnly() throws IOException {
    Set<String> used = typesUsed(true);
    used.removeIf(
        type ->
            type.matches(
                "(io\\.multishot\\.processor\\.misuse|com\\.sun\\.source|java|javax)\\..*"));
    assertEquals(List.of(), List.copyOf(used));
  }

  private static Set<String> typesUsed(boolean byTheMisuseCheck) throws IOException {
    Set<String> used = new TreeSet<>();
    Path classes = Compilations.jarOf(MultiShotProcessor.class).toPath();
    Path misuse = classes.resolve("io/multishot/processor/misuse");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        if (file.startsWith(misuse) == byTheMisuseCheck) {
          addTypesUsed(new ClassReader(Files.readAllBytes(file)), used);
        }
      }
    }
    return used;
  }

  /** Adds the owner of every member used, and every type tested for, cast to or made. */
  private static void addTypesUsed(ClassReader reader, Set<String> used) {
    int classTag = 7;
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == classTag) {
        Type type = Type.getObjectType(reader.readUTF8(offset, buffer));
        used.add((type.getSort() == Type.ARRAY ? type.getElementType() : type).getClassName());
      }
    }
  }

  private static Compilation compile(Compiler compiler, Map<String, String> sources) {
    return compiler.compile(
        sources.entrySet().stream()
            .map(
                source ->
                    JavaFileObjects.forSourceString(
                        "example." + source.getKey(), "package example; " + source.getValue()))
            .toList());
  }

  private static Map<String, String> generatedSources(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .collect(
            Collectors.toMap(
                file -> nameIn(StandardLocation.SOURCE_OUTPUT, file),
                IncrementalTest::text,
                (first, second) -> second,
                TreeMap::new));
  }

  private static String nameIn(StandardLocation location, JavaFileObject file) {
    return file.getName().substring(("/" + location + "/").length());
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
