package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import io.multishot.MultiShot;
import io.multishot.processor.read.Problem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the processor does towards the compiler, other processors, and earlier output. */
final class ProcessorTest {

  /** The problems that take more than a source to provoke. */
  static final Set<Problem> TESTED_PROBLEMS =
      Set.of(
          Problem.WRITE,
          Problem.INTERNAL,
          Problem.CHANGED, // RoundsTest
          Problem.SOURCE_LEVEL, // ContextTest
          Problem.UNNAMED_CLASS); // ContextTest, on JDK 25

  private static final JavaFileObject QUOTE =
      forSourceString(
          "example.Quote",
          """
          package example;
          @io.multishot.MultiShot(type = long.class)
          public interface Quote {}
          """);

  @Test
  void serviceLoader_findsTheProcessor() {
    List<Class<?>> found = new ArrayList<>();
    ServiceLoader.load(Processor.class).forEach(processor -> found.add(processor.getClass()));
    assertTrue(found.contains(MultiShotProcessor.class), found::toString);
  }

  @ParameterizedTest
  @EnumSource
  void annotation_isLeftToOtherProcessors(CompilerUnderTest compiler) {
    List<String> seen = new ArrayList<>();
    Processor other =
        new FirstRoundProcessor(Set.of(MultiShot.class.getName())) {
          @Override
          void process(ProcessingEnvironment environment, RoundEnvironment round) {
            round.getElementsAnnotatedWith(MultiShot.class).forEach(e -> seen.add(e.toString()));
          }
        };
    assertThat(compiler.compiler(new MultiShotProcessor(), other).compile(QUOTE))
        .succeededWithoutWarnings();
    assertEquals(List.of("example.Quote"), seen);
  }

  @ParameterizedTest
  @EnumSource
  void payloadThatAnotherProcessorGenerates_isWaitedFor(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler
            .compiler(
                new MultiShotProcessor(),
                new GeneratingProcessor(
                    Map.of("example.Generated", "package example; public class Generated {}")))
            .compile(
                forSourceString(
                    "example.Reply",
                    """
                    package example;
                    @io.multishot.MultiShot(type = Generated.class)
                    interface Reply {}
                    """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.ReplyChannel")
        .contentsAsUtf8String()
        .contains("send(@Nullable Generated value)");
  }

  @ParameterizedTest
  @EnumSource
  void declarationThatNamesItsChannel_isRead(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Quote",
                    """
                    package example;
                    @io.multishot.MultiShot(type = long.class)
                    interface Quote {
                      static QuoteChannel.Receiver open() {
                        return QuoteChannel.open();
                      }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  /** In contrast to a class of the user's own. Eclipse never writes over what it can see. */
  @Test
  void channelOfAnEarlierCompilation_isReplaced(@TempDir Path classes) throws IOException {
    for (JavaFileObject file : Compilations.compile(QUOTE).generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path copy = classes.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
        Files.createDirectories(requireNonNull(copy.getParent()));
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, copy);
        }
      }
    }
    assertTrue(Files.exists(classes.resolve("example/QuoteChannel.class")));
    List<File> classPath = new ArrayList<>(Compilations.RUNTIME);
    classPath.add(classes.toFile());
    assertThat(
            Compilations.compiler(new MultiShotProcessor()).withClasspath(classPath).compile(QUOTE))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void channel_isAsVisibleAsTheLessVisibleOfDeclarationAndPayload(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Replies",
                """
                package example;
                public class Replies {
                  @io.multishot.MultiShot(type = long.class) public interface Open {}
                  @io.multishot.MultiShot(type = long.class) protected interface Half {}
                  @io.multishot.MultiShot(type = Hidden.class) public interface OfHidden {}
                  static class Hidden {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    Compilations.assertDeclares(compilation, "Replies_OpenChannel", "\npublic final class");
    Compilations.assertDeclares(compilation, "Replies_HalfChannel", "\nfinal class");
    Compilations.assertDeclares(compilation, "Replies_OfHiddenChannel", "\nfinal class");
  }

  @ParameterizedTest
  @EnumSource
  void failedWrite_isReportedAtTheDeclaration(CompilerUnderTest compiler) {
    IOException full = new IOException("the disk is full");
    assertThat(compiler.compiler(failing(full)).compile(QUOTE))
        .hadErrorContaining(
            "[multishot-write] the channel example.QuoteChannel could not be written")
        .inFile(QUOTE)
        .onLine(2);
  }

  /** As where kapt and javac both run the processor. */
  @ParameterizedTest
  @EnumSource
  void channelAmongTheSources_isReportedWithKaptAndTheRemedy(CompilerUnderTest compiler)
      throws IOException {
    JavaFileObject generated =
        forSourceString("example.QuoteChannel", text(compiler.compile(QUOTE)));
    Compilation compilation = compiler.compile(QUOTE, generated);
    assertThat(compilation).hadErrorContaining("[multishot-write]").inFile(QUOTE).onLine(2);
    assertThat(compilation)
        .hadErrorContaining(
            "If kapt generates it as well, switch javac's annotation processing off: -proc:none, in"
                + " Maven <proc>none</proc>");
  }

  @ParameterizedTest
  @EnumSource
  void bugInTheProcessor_isReportedAtTheDeclarationWithItsTrace(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compiler(failing(new IllegalStateException("a bug"))).compile(QUOTE);
    assertThat(compilation).hadErrorContaining("[multishot-internal]").inFile(QUOTE).onLine(2);
    assertThat(compilation).hadErrorContaining("IllegalStateException: a bug");
  }

  @ParameterizedTest
  @EnumSource
  void secondCompilation_givesTheSameBytes(CompilerUnderTest compiler) throws IOException {
    String first = text(compiler.compile(QUOTE));
    assertEquals(first, text(compiler.compile(QUOTE)));
  }

  private static String text(Compilation compilation) throws IOException {
    return compilation
        .generatedSourceFile("example.QuoteChannel")
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }

  /** Our processor, with a filer that throws. */
  private static Processor failing(Exception thrown) {
    return new ProcessorOnFiler(
        filer ->
            ProcessorOnFiler.proxy(
                Filer.class,
                (proxy, method, arguments) -> {
                  throw thrown;
                }));
  }
}
