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
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the processor behaves towards the compiler, other processors and odd surroundings. */
final class ProcessorTest {

  /** The problems that take more than a source to provoke. */
  static final Set<Problem> TESTED_PROBLEMS = Set.of(Problem.WRITE, Problem.INTERNAL);

  private static final JavaFileObject QUOTE =
      forSourceString(
          "example.Quote",
          """
          package example;
          @io.multishot.MultiShot(type = long.class)
          public interface Quote {}
          """);

  @Test
  void theCompilerFindsTheProcessor() {
    List<Class<?>> found = new ArrayList<>();
    ServiceLoader.load(Processor.class).forEach(processor -> found.add(processor.getClass()));
    assertTrue(found.contains(MultiShotProcessor.class), found::toString);
  }

  @ParameterizedTest
  @EnumSource
  void theAnnotationIsLeftToOtherProcessors(CompilerUnderTest compiler) {
    List<String> seen = new ArrayList<>();
    Processor other =
        new OneShotProcessor(Set.of(MultiShot.class.getName())) {
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
  void aPayloadMayBeGeneratedByAnotherProcessor(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler
            .compiler(
                new MultiShotProcessor(),
                generating("example.Generated", "package example; public class Generated {}"))
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
  void aDeclarationMayNameItsOwnChannel(CompilerUnderTest compiler) {
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

  @ParameterizedTest
  @EnumSource
  void namesThatHideTheOnesGeneratedCodeUsesDoNotDisturbIt(CompilerUnderTest compiler) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name :
        List.of(
            "Override",
            "InterruptedException",
            "String",
            "Object",
            "Generated",
            "Nullable",
            "TimeUnit",
            "MultiShotReceiver",
            "PaddedSender",
            "Receiver",
            "Sender",
            "Payload")) {
      sources.add(forSourceString("example." + name, "package example; class " + name + " {}"));
    }
    sources.add(
        forSourceString(
            "example.Replies",
            """
            package example;
            class Replies {
              @io.multishot.MultiShot(type = java.lang.String.class) interface OfString {}
              @io.multishot.MultiShot(type = String.class) interface OfOurString {}
              @io.multishot.MultiShot(type = Receiver.class) interface OfReceiver {}
              @io.multishot.MultiShot(type = Sender.class) interface OfSender {}
            }
            """));
    assertThat(compiler.compile(sources.toArray(new JavaFileObject[0]))).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void aDeprecatedPayloadIsReportedWhereTheUserNamesItOnly(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString("example.Old", "package example; @Deprecated class Old {}"),
            forSourceString(
                "example.Gone",
                "package example; @Deprecated(forRemoval = true) class Gone { static class In {} }"),
            forSourceString(
                "example.Replies",
                """
                package example;
                @SuppressWarnings({"deprecation", "removal"})
                class Replies {
                  @io.multishot.MultiShot(type = Old.class) interface OfOld {}
                  @io.multishot.MultiShot(type = Gone.In.class) interface OfGone {}
                  @Deprecated @io.multishot.MultiShot(type = long.class) interface OfLong {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void aGenericPayloadIsCarriedWithWildcards(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Outer",
                """
                package example;
                class Outer<T> {
                  class Inner<U extends Comparable<U>> {}
                  @io.multishot.MultiShot(type = Outer.Inner[][].class) interface Reply {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.Outer_ReplyChannel")
        .contentsAsUtf8String()
        .contains("Outer<?>.Inner<?>");
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfTheUnnamedPackageIsRefusedIfOneInsideTheChannelHidesIt(CompilerUnderTest compiler) {
    JavaFileObject sender = forSourceString("Sender", "class Sender {}");
    JavaFileObject reply =
        forSourceString(
            "Reply", "\n@io.multishot.MultiShot(type = Sender.class)\ninterface Reply {}");
    assertThat(compiler.compile(sender, reply))
        .hadErrorContaining("[multishot-hidden]")
        .inFile(reply)
        .onLine(2);
  }

  @ParameterizedTest
  @EnumSource
  void aClassOfTheUnnamedPackageIsRefusedIfATypeParameterHidesIt(CompilerUnderTest compiler) {
    JavaFileObject desk =
        forSourceString(
            "Desk",
            """
            class Desk {
              @io.multishot.MultiShot
              interface Fill<Desk> { Desk desk(); }
            }
            """);
    assertThat(compiler.compile(desk))
        .hadErrorContaining("because the type parameter Desk hides it")
        .inFile(desk)
        .onLine(2);
  }

  @ParameterizedTest
  @EnumSource
  void partsMayBeNamedLikeWhatGeneratedCodeNames(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Parts",
                """
                package example;
                class Parts {
                  @io.multishot.MultiShot record Letter(String message, int sender) {}
                  @io.multishot.MultiShot record Returns(double yield, String other) {}
                  @io.multishot.MultiShot interface Fund { float yield(); int record(); }
                  @io.multishot.MultiShot record Taught(int java, Long Long) {}
                  @io.multishot.MultiShot interface Box { long padding0(); long padding_1(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Parts_BoxChannel", "long padding__0;");
  }

  @ParameterizedTest
  @EnumSource
  void aDeprecatedConstructorOfARecordIsReportedNowhereElse(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Whole",
                    """
                    package example;
                    @io.multishot.MultiShot record Whole(int day) { @Deprecated Whole {} }
                    """)))
        .succeededWithoutWarnings();
  }

  /** Eclipse never tells that the accessor is deprecated, and so calls the suppression useless. */
  @ParameterizedTest
  @EnumSource
  void aDeprecatedComponentOfARecordIsReportedNowhereElse(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Part",
                """
                package example;
                @SuppressWarnings("deprecation") // on variables, it has no effect
                @io.multishot.MultiShot record Part(@Deprecated int day, int hour) {}
                """));
    assertOnlyEclipseWarns(compilation, compiler, "Unnecessary @SuppressWarnings(\"deprecation\")");
  }

  @ParameterizedTest
  @EnumSource
  void anAccessorMayBeDeclaredByMoreThanOneSupertype(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Fills",
                """
                package example;
                interface Fills {
                  interface Has<V> { V venue(); }
                  interface HasText { CharSequence venue(); }
                  interface HasNone extends HasText { default String venue() { return ""; } }
                  @io.multishot.MultiShot interface Two extends Has<String>, HasText {}
                  @io.multishot.MultiShot interface Own extends Has<String> { String venue(); }
                  @io.multishot.MultiShot interface Done extends HasNone, HasText { int a(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Fills_TwoChannel", "send(String venue)");
    assertDeclares(compilation, "Fills_OwnChannel", "send(String venue)");
    assertDeclares(compilation, "Fills_DoneChannel", "send(int a)");
  }

  /** Eclipse does not mind the overriding, and calls the suppression useless. */
  @ParameterizedTest
  @EnumSource
  void aDeprecatedMethodThatTheViewOverridesIsReportedNowhereElse(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Fills",
                """
                package example;
                interface Fills {
                  interface Dated { @Deprecated int day(); }
                  interface Daily { int day(); }
                  @io.multishot.MultiShot interface Both extends Dated, Daily {}
                  @io.multishot.MultiShot interface Redeclared extends Dated {
                    @SuppressWarnings("deprecation") int day();
                  }
                  @io.multishot.MultiShot interface Shown {
                    int day();
                    @Deprecated String toString();
                  }
                }
                """));
    assertOnlyEclipseWarns(compilation, compiler, "Unnecessary @SuppressWarnings(\"deprecation\")");
  }

  @ParameterizedTest
  @EnumSource
  void nullnessIsLeftOutWhereItsAnnotationCannotBeNamed(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Desk",
                """
                package example;
                import java.lang.annotation.*;
                class Desk {
                  @Target(ElementType.TYPE_USE) private @interface Nullable {}
                  @io.multishot.MultiShot interface Fill { @Nullable String venue(); long price(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.Desk_FillChannel")
        .contentsAsUtf8String()
        .contains("send(String venue, long price)");
  }

  @ParameterizedTest
  @EnumSource
  void aPartMayBeOfAClassInsideAGenericOne(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Outer",
                """
                package example;
                import java.util.Map;
                class Outer<T> {
                  interface Book<S> {}
                  @io.multishot.MultiShot record Reply(Map.Entry<String, ?> a, Book<Long> b) {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation, "Outer_ReplyChannel", "send(Map.Entry<String, ?> a, Outer.Book<Long> b)");
  }

  @ParameterizedTest
  @EnumSource
  void anAccessorMayBeInheritedFromAGenericInterface(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString("example.Has", "package example; interface Has<V> { V venue(); }"),
            forSourceString(
                "example.Fill",
                """
                package example;
                @io.multishot.MultiShot interface Fill extends Has<String> { long price(); }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.FillChannel")
        .contentsAsUtf8String()
        .contains("send(String venue, long price)");
  }

  @ParameterizedTest
  @EnumSource
  void aViewOfASerializableInterfaceIsNoLint(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Price",
                    """
                    package example;
                    @io.multishot.MultiShot interface Price extends java.io.Serializable {
                      long price();
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  /** The compiler cannot infer the arguments. */
  @ParameterizedTest
  @EnumSource
  void typeParametersMayBeBoundedByOthers(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Bounds",
                    """
                    package example;
                    class Bounds {
                      @io.multishot.MultiShot
                      interface Pair<E extends Enum<E>, T extends E> { T one(); }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void typeParametersMayBeNamedLikeWhatGeneratedCodeNames(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.TimeUnit", "package example; class TimeUnit {}"),
                forSourceString(
                    "example.Hiding",
                    """
                    package example;
                    class Hiding {
                      @io.multishot.MultiShot
                      record Classes<MultiShotGenerated, Sender>(MultiShotGenerated a, Sender b) {}
                      @io.multishot.MultiShot
                      interface Packages<java> { TimeUnit unit(); java value(); }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  /** The erasures of both {@code send} are the same. Eclipse warns of a bound that is final. */
  @ParameterizedTest
  @EnumSource
  void aTypeParameterMayBeBoundedByTheDeclaration(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Node",
                """
                package example;
                @io.multishot.MultiShot record Node<T extends Node<T>>(T next) {}
                """));
    assertOnlyEclipseWarns(
        compilation, compiler, "The type parameter T should not be bounded by the final type");
  }

  @ParameterizedTest
  @EnumSource
  void aMessageMayHaveAsManyPartsAsAMethodHasParameters(CompilerUnderTest compiler) {
    String parts =
        IntStream.range(0, 127)
            .mapToObj(i -> (i % 2 == 0 ? "long" : "double") + " a" + i + "();")
            .collect(Collectors.joining());
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Wide",
                    "package example; @io.multishot.MultiShot interface Wide {" + parts + "}")))
        .succeededWithoutWarnings();
  }

  /** The name of the file of its longest class has 255 bytes, then. */
  @ParameterizedTest
  @EnumSource
  void aNameMayBeAsLongAsFilesMayBeNamed(CompilerUnderTest compiler) {
    String name = "A".repeat(255 - "$ViewHandler.class".length());
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Quote",
                    """
                    package example;
                    @io.multishot.MultiShot(name = "%s") record Quote(long price) {}
                    """
                        .formatted(name))))
        .succeededWithoutWarnings();
  }

  /** In contrast to a class of the user's own. Eclipse never writes over what it can see. */
  @Test
  void aChannelOfAnEarlierCompilationIsMadeAnew(@TempDir Path classes) throws IOException {
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
  void aClassOfJavaLangIsMeantThoughThePackageHasOneOfItsName(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("example.Iterable", "package example; class Iterable {}"),
                forSourceString(
                    "example.Reply",
                    """
                    package example;
                    @io.multishot.MultiShot(type = java.lang.Iterable.class) interface Reply {}
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void inTheUnnamedPackageNothingHidesWhatHasAQualifiedName(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString("other.Receiver", "package other; public class Receiver {}"),
                forSourceString("Desk", "class Desk { static class Sender {} }"),
                forSourceString(
                    "Reply",
                    """
                    @io.multishot.MultiShot record Reply(Desk.Sender a, other.Receiver b) {}
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void anotherConstructorIsNotTakenForTheOneOfTheParts(CompilerUnderTest compiler) {
    assertThat(
            compiler.compile(
                forSourceString(
                    "example.Old",
                    """
                    package example;
                    @io.multishot.MultiShot record Old(int day) {
                      Old(String day) { this(0); }
                      Old() { this(0); }
                      @Deprecated Old(int day) { this.day = day; }
                    }
                    """)))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @EnumSource
  void variableArgumentsThatWouldBeWarnedOfAreSentAsAnArray(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.All",
                """
                package example;
                import java.util.List;
                class All {
                  @io.multishot.MultiShot record Lists(List<String>[]... all) {
                    @SafeVarargs Lists {}
                  }
                  @io.multishot.MultiShot record Of<T>(T... all) {
                    @SafeVarargs Of {}
                  }
                  @io.multishot.MultiShot record Texts(String[]... all) {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "All_ListsChannel", "send(List<String>[][] all)");
    assertDeclares(compilation, "All_OfChannel", "send(T[] all)");
    assertDeclares(compilation, "All_TextsChannel", "send(String[]... all)");
  }

  /** Whatever else is written on a type is for whoever reads the declaration. */
  @ParameterizedTest
  @EnumSource
  void ofAnnotationsOnTypesOnlyPlainNullnessIsRepeated(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Desk",
                """
                package example;
                import java.lang.annotation.*;
                class Desk {
                  @Target(ElementType.TYPE_USE) @interface Short {}
                  @Target(ElementType.TYPE_USE) @interface NonNull { String value() default ""; }
                  @io.multishot.MultiShot interface Fill {
                    @Short String venue();
                    @NonNull("a reason") String note();
                    @NonNull String name();
                  }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation,
        "Desk_FillChannel",
        "send(String venue, String note, @Desk.NonNull String name)");
  }

  @ParameterizedTest
  @EnumSource
  void aPartMayBeOfAnInnerClassAndHaveWildcards(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Outer",
                """
                package example;
                class Outer<T> { class Inner<S> {} }
                """),
            forSourceString(
                "example.Plain",
                """
                package example;
                import java.util.List;
                class Plain {
                  class Inner {}
                  @io.multishot.MultiShot
                  interface Fill {
                    Outer<String>.Inner<? super Integer> book();
                    Inner plain();
                    List<? extends Number> prices();
                  }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation,
        "Plain_FillChannel",
        "send(Outer<String>.Inner<? super Integer> book, Plain.Inner plain,");
    assertDeclares(compilation, "Plain_FillChannel", "List<? extends Number> prices)");
  }

  @ParameterizedTest
  @EnumSource
  void theChannelIsAsVisibleAsTheLessVisibleOfDeclarationAndPayload(CompilerUnderTest compiler) {
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
    assertDeclares(compilation, "Replies_OpenChannel", "\npublic final class");
    assertDeclares(compilation, "Replies_HalfChannel", "\nfinal class");
    assertDeclares(compilation, "Replies_OfHiddenChannel", "\nfinal class");
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeWrittenIsAnErrorOnTheDeclaration(CompilerUnderTest compiler) {
    IOException full = new IOException("the disk is full");
    assertThat(compiler.compiler(failing(full)).compile(QUOTE))
        .hadErrorContaining(
            "[multishot-write] the channel example.QuoteChannel could not be written")
        .inFile(QUOTE)
        .onLine(2);
  }

  @ParameterizedTest
  @EnumSource
  void aBugInTheProcessorIsAnErrorOnTheDeclarationWithItsTrace(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compiler(failing(new IllegalStateException("a bug"))).compile(QUOTE);
    assertThat(compilation).hadErrorContaining("[multishot-internal]").inFile(QUOTE).onLine(2);
    assertThat(compilation).hadErrorContaining("IllegalStateException: a bug");
  }

  @ParameterizedTest
  @EnumSource
  void twoCompilationsGiveTheSameBytes(CompilerUnderTest compiler) throws IOException {
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

  private static void assertDeclares(Compilation compilation, String channel, String words) {
    assertThat(compilation)
        .generatedSourceFile("example." + channel)
        .contentsAsUtf8String()
        .contains(words);
  }

  /** That Eclipse warns of one thing only, of which it warns in the declaration as well. */
  private static void assertOnlyEclipseWarns(
      Compilation compilation, CompilerUnderTest compiler, String words) {
    assertThat(compilation).succeeded();
    for (Diagnostic<? extends JavaFileObject> warning : compilation.warnings()) {
      assertEquals(CompilerUnderTest.ECLIPSE, compiler);
      assertTrue(warning.getMessage(null).startsWith(words), warning::toString);
    }
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

  private static Processor generating(String name, String source) {
    return new OneShotProcessor(Set.of("*")) {
      @Override
      void process(ProcessingEnvironment environment, RoundEnvironment round) {
        try (Writer out = environment.getFiler().createSourceFile(name).openWriter()) {
          out.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** A processor that acts in the first round. */
  private abstract static class OneShotProcessor extends AbstractProcessor {
    private final Set<String> annotations;
    private boolean isDone;

    OneShotProcessor(Set<String> annotations) {
      this.annotations = annotations;
    }

    abstract void process(ProcessingEnvironment environment, RoundEnvironment round);

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return annotations;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> ignored, RoundEnvironment round) {
      if (!isDone) {
        isDone = true;
        process(processingEnv, round);
      }
      return false;
    }
  }
}
