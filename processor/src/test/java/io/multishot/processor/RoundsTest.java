package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a declaration is read, and its channel written, if it mentions what is yet to exist. */
final class RoundsTest {

  @ParameterizedTest
  @EnumSource
  void messages_thatCarryEachOthersSenders_areGenerated(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "desk.Ping",
            """
            import other.PongChannel;
            @io.multishot.MultiShot public record Ping(int n, PongChannel.Sender reply) {}
            """,
            "other.Pong",
            """
            @io.multishot.MultiShot
            public interface Pong {
              java.util.List<desk.PingChannel.Sender[]> replies();
              PangChannel.Receiver receiver();
            }
            """,
            "other.Pang",
            """
            @io.multishot.MultiShot
            public interface Pang extends Pong { desk.PingChannel.ViewHandler handler(); int n(); }
            """,
            "desk.Use",
            """
            class Use {
              static long bounce(PingChannel.Receiver pings, other.PongChannel.Sender reply)
                  throws InterruptedException {
                pings.sender().send(3, reply);
                return pings.receiveView().reply() == reply ? 1 : 0;
              }
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertEquals(3, compilation.generatedSourceFiles().size());
  }

  @ParameterizedTest
  @EnumSource
  void message_thatCarriesItsOwnSender_isGenerated(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "desk.Node",
            "@io.multishot.MultiShot interface Node { int n(); NodeChannel.Sender next(); }",
            "desk.Only",
            "@io.multishot.MultiShot record Only(OnlyChannel.Sender self) {}",
            "desk.Twice",
            """
            @io.multishot.MultiShot(name = "Two")
            record Twice(int n, Two.Sender self) {
              Twice(int n, String text) { this(n, (Two.Sender) null); }
            }
            """,
            "desk.Nest",
            "class Nest { @io.multishot.MultiShot record In(int n, Nest_InChannel.Sender s) {} }");
    assertThat(compilation).succeededWithoutWarnings();
    assertEquals(4, compilation.generatedSourceFiles().size());
  }

  @ParameterizedTest
  @EnumSource
  void message_thatInheritsItsOwnSender_isGenerated(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "other.Has",
            "public interface Has<X> { X[] replies(); int count(X reply); java.util.List<X> l(); }",
            "desk.Node",
            """
            @io.multishot.MultiShot
            interface Node extends other.Has<NodeChannel.Sender> {
              @Override default int count(NodeChannel.Sender reply) { return replies().length; }
            }
            """,
            "desk.Ping",
            """
            interface Middle<X> extends other.Has<X[]> {}
            @io.multishot.MultiShot
            interface Ping extends Middle<PongChannel.Receiver> {
              @Override default int count(PongChannel.Receiver[] reply) { return 1; }
            }
            """,
            "desk.Pong",
            """
            @io.multishot.MultiShot
            record Pong(PingChannel.Sender ping) implements Comparable<PingChannel.Sender> {
              @Override public int compareTo(PingChannel.Sender other) { return 0; }
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertEquals(3, compilation.generatedSourceFiles().size());
  }

  /** Javac does not tell which class a literal names, if that does not exist. */
  @Test
  void payload_ofTheDeclarationsOwnChannel_isGeneratedByEclipse() {
    Compilation compilation =
        compile(
            CompilerUnderTest.ECLIPSE,
            "desk.Self",
            "@io.multishot.MultiShot(type = SelfChannel.Sender.class) interface Self {}",
            "desk.Ping",
            "@io.multishot.MultiShot(type = PongChannel.Sender[].class) interface Ping {}",
            "desk.Pong",
            "@io.multishot.MultiShot(type = PingChannel.Sender.class) interface Pong {}");
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("desk.PongChannel")
        .contentsAsUtf8String()
        .contains("send((PingChannel.Sender) result)");
  }

  /** A channel is public if its declaration and all that it carries are. */
  @ParameterizedTest
  @EnumSource
  void knot_isAsVisibleAsItsLeastVisibleChannel(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "example.Open",
            "@io.multishot.MultiShot public record Open(int n, HiddenChannel.Sender s) {}",
            "example.Hidden",
            "@io.multishot.MultiShot record Hidden(int n, OpenChannel.Sender s) {}",
            "example.Wide",
            "@io.multishot.MultiShot public record Wide(int n, WideChannel.Sender s) {}");
    assertThat(compilation).succeededWithoutWarnings();
    Compilations.assertDeclares(compilation, "OpenChannel", "\nfinal class");
    Compilations.assertDeclares(compilation, "HiddenChannel", "\nfinal class");
    Compilations.assertDeclares(compilation, "WideChannel", "\npublic final class");
  }

  @ParameterizedTest
  @EnumSource
  void knot_withAMistake_hasThatReportedAlone(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "desk.Ping",
            "@io.multishot.MultiShot interface Ping { PongChannel.Sender a(); }",
            "desk.Pong",
            "@io.multishot.MultiShot interface Pong { PingChannel.Sender a(); Missing b(); }",
            "desk.Innocent",
            "@io.multishot.MultiShot interface Innocent { InnocentChannel.Sender a(); }");
    assertEquals(
        List.of("[multishot-unresolved] Pong mentions"), reports(compilation, " a type or"));
    assertThat(compilation).hadErrorContaining("generate: Missing");
  }

  /**
   * Eclipse hides what has the type of a parameterized member of a class that is yet to be
   * generated, wherever it is mentioned.
   */
  @Test
  void parts_thatEclipseHides_areGeneratedAsByJavac() {
    String[] sources = {
      "desk.Reply",
      "@io.multishot.MultiShot interface Reply<T> { T value(); int code(); }",
      "desk.Ask",
      "@io.multishot.MultiShot interface Ask { int n(); ReplyChannel.Sender<String> reply(); }",
      "desk.Has",
      "interface Has<T> { int n(); T[] replies(); ReplyChannel.Receiver<? super Long> other(); }",
      "desk.Inherit",
      "@io.multishot.MultiShot interface Inherit extends Has<ReplyChannel.Sender<String>> {}",
      "desk.Record",
      """
      @io.multishot.MultiShot
      record Record(
          int n, java.util.List<ReplyChannel.Sender<String>> l, ReplyChannel.Sender<?> s) {
        Record {}
        Record(int n) { this(n, null, null); }
      }
      """,
      "desk.Overrides",
      """
      @io.multishot.MultiShot
      interface Overrides extends Ask {
        long m();
        default ReplyChannel.Sender<String> reply() { return null; }
      }
      """,
      "desk.Value",
      "@io.multishot.MultiShot(type = ReplyChannel.Sender[].class) interface Value {}"
    };
    Compilation javac = compile(CompilerUnderTest.JAVAC, sources);
    Compilation eclipse = compile(CompilerUnderTest.ECLIPSE, sources);
    assertThat(javac).succeeded();
    assertThat(eclipse).succeeded();
    assertEquals(6, javac.generatedSourceFiles().size());
    assertEquals(generatedSources(javac), generatedSources(eclipse));
  }

  /** What is hidden may be the supertype that has the accessors, or what overrides one. */
  @Test
  void declaration_thatSeemsFaultyWhileEclipseHidesPartsOfIt_isGeneratedAsByJavac() {
    String[] sources = {
      "desk.Inherit",
      "@io.multishot.MultiShot interface Inherit extends Made.Has<String> {}",
      "desk.Deep",
      """
      interface Middle extends Made.Has<Long> {}
      @io.multishot.MultiShot interface Deep extends Middle {}
      """,
      "desk.Generic",
      "@io.multishot.MultiShot interface Generic<T> extends Made.Has<T> {}",
      "desk.Only",
      "@io.multishot.MultiShot record Only(Made.Item<String> item) { Only {} }",
      "desk.Value",
      """
      interface Holds<T> { T item(); int use(T item); }
      @io.multishot.MultiShot(type = int.class)
      interface Value extends Holds<Made.Item<String>> {
        @Override default Made.Item<String> item() { return null; }
        @Override default int use(Made.Item<String> item) { return 0; }
      }
      """
    };
    Compilation javac = compile(withMade(CompilerUnderTest.JAVAC), sources);
    Compilation eclipse = compile(withMade(CompilerUnderTest.ECLIPSE), sources);
    assertThat(javac).succeeded();
    assertThat(eclipse).succeeded();
    assertEquals(6, javac.generatedSourceFiles().size());
    assertEquals(generatedSources(javac), generatedSources(eclipse));
  }

  private static Compiler withMade(CompilerUnderTest compiler) {
    return compiler.compiler(
        new MultiShotProcessor(),
        new GeneratingProcessor(
            Map.of(
                "desk.Made",
                """
                package desk;
                class Made<M> {
                  interface Has<T> { T value(); int code(); }
                  static class Item<T> {}
                }
                """)));
  }

  /** Then Eclipse's tells the processor no value at all. Javac calls no processor. */
  @Test
  void annotation_withAValueOfAnotherType_isTheCompilersOwnError() {
    Compilation compilation =
        compile(
            CompilerUnderTest.ECLIPSE,
            "desk.Bad",
            "@io.multishot.MultiShot(type = long.class, padded = 1) interface Bad {}",
            "desk.Innocent",
            "@io.multishot.MultiShot record Innocent(int n, BadChannel.Sender s) {}",
            "desk.Good",
            "@io.multishot.MultiShot(type = int.class) interface Good {}",
            "desk.Use",
            "class Use { GoodChannel.Sender sender; }");
    assertThat(compilation).hadErrorCount(2);
    assertThat(compilation).hadErrorContaining("cannot convert from int to boolean");
    assertThat(compilation).hadErrorContaining("BadChannel cannot be resolved");
  }

  /** It was read too early, and nobody can know that before the class is there. */
  @Test
  void declaration_thatEclipseShowsTooLate_isReported() {
    Compilation compilation =
        compile(
            CompilerUnderTest.ECLIPSE,
            "desk.Ask",
            """
            @io.multishot.MultiShot
            record Ask<T>(T question, ReplyChannel.Sender<T> reply) {
              Ask(T question) { this(question, null); }
            }
            """,
            "desk.Reply",
            "@io.multishot.MultiShot interface Reply<T> { T value(); }");
    assertThat(compilation)
        .hadErrorContaining(
            "[multishot-changed] the compiler shows Ask otherwise now than when its channel was"
                + " generated: then as <T>(T question), now as <T>(T question,"
                + " desk.ReplyChannel.Sender<T> reply)");
  }

  @ParameterizedTest
  @EnumSource
  void declaration_thatWaitsWhileAnotherIsInError_isNotReported(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "desk.Quote",
            "@io.multishot.MultiShot(type = long.class) interface Quote {}",
            "desk.Request",
            "@io.multishot.MultiShot interface Request { QuoteChannel.Sender reply(); }",
            "desk.Value",
            "@io.multishot.MultiShot(type = QuoteChannel.Sender.class) interface Value {}",
            "desk.Bad",
            "@io.multishot.MultiShot(type = Long.class) interface Bad {}");
    assertEquals(List.of("[multishot-boxed] java.lang.Long"), reports(compilation, " would"));
  }

  /** Under {@code -Werror} a warning ends the rounds. */
  @Test
  void declaration_thatWaitsWhileSomethingIsWarnedOf_isNotReported() {
    Compilation compilation =
        compile(
            Compilations.compiler(new MultiShotProcessor(), warning()),
            "desk.Quote",
            "@io.multishot.MultiShot(type = long.class) interface Quote {}",
            "desk.Request",
            "@io.multishot.MultiShot interface Request { QuoteChannel.Sender reply(); }");
    assertThat(compilation).failed();
    assertEquals(List.of(), reports(compilation, " "));
  }

  @ParameterizedTest
  @EnumSource
  void constant_thatAnotherProcessorGenerates_isWaitedFor(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler.compiler(
                new MultiShotProcessor(),
                new GeneratingProcessor(
                    Map.of(
                        "example.Config",
                        """
                        package example;
                        class Config {
                          static final boolean PADDED = false;
                          static final String NAME = "Prices";
                        }
                        """))),
            "example.Quote",
            """
            @io.multishot.MultiShot(
                type = long.class, padded = Config.PADDED, name = Config.NAME + "Of")
            interface Quote {}
            """);
    assertThat(compilation).succeededWithoutWarnings();
    Compilations.assertDeclares(compilation, "PricesOf", "extends UnpaddedSender");
  }

  /** Javac reports it, and by that ends the rounds. */
  @Test
  void constant_thatNobodyGenerates_isReported() {
    assertThat(
            compile(
                CompilerUnderTest.ECLIPSE,
                "desk.Quote",
                """
                @io.multishot.MultiShot(type = long.class, waitPolicy = Missing.POLICY)
                interface Quote {}
                """))
        .hadErrorContaining("generate: what its waitPolicy = ... names");
  }

  private static Compilation compile(CompilerUnderTest compiler, String... sources) {
    return compile(compiler.compiler(new MultiShotProcessor()), sources);
  }

  /** Compiles sources, each given by the name of its class and what stands behind the package. */
  private static Compilation compile(Compiler compiler, String... sources) {
    JavaFileObject[] files = new JavaFileObject[sources.length / 2];
    for (int i = 0; i < files.length; i++) {
      String name = sources[2 * i];
      String packageName = name.substring(0, name.lastIndexOf('.'));
      files[i] = forSourceString(name, "package " + packageName + "; " + sources[2 * i + 1]);
    }
    return compiler.compile(files);
  }

  /** Returns what the processor has reported, each up to some words. */
  private static List<String> reports(Compilation compilation, String until) {
    return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
        .map(diagnostic -> diagnostic.getMessage(null))
        .filter(message -> message.startsWith("[multishot-"))
        .map(message -> message.substring(0, message.indexOf(until)))
        .toList();
  }

  private static Map<String, String> generatedSources(Compilation compilation) {
    Map<String, String> texts = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      try {
        texts.put(simpleName(file), file.getCharContent(false).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static String simpleName(JavaFileObject file) {
    return file.getName().replaceAll(".*/|\\.java", "");
  }

  private static FirstRoundProcessor warning() {
    return new FirstRoundProcessor(Set.of("*")) {
      @Override
      void process(ProcessingEnvironment environment, RoundEnvironment round) {
        environment.getMessager().printMessage(Diagnostic.Kind.WARNING, "a warning");
      }
    };
  }
}
