package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;
import static io.multishot.processor.Compilations.assertOnlyEclipseWarns;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What compilers warn of in a declaration, they do not warn of once more in its channel. */
final class LintTest {

  @ParameterizedTest
  @EnumSource
  void deprecatedPayload_isReportedInTheDeclarationOnly(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString("example.Old", "package example; @Deprecated class Old {}"),
            forSourceString(
                "example.Gone",
                "package example; @Deprecated(forRemoval = true) class Gone { static class In {}"
                    + " }"),
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
  void deprecatedConstructorOfARecord_isNotReported(CompilerUnderTest compiler) {
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
  void deprecatedComponentOfARecord_isReportedInTheDeclarationOnly(CompilerUnderTest compiler) {
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

  /** Eclipse does not mind the overriding, and calls the suppression useless. */
  @ParameterizedTest
  @EnumSource
  void deprecatedMethodThatTheViewOverrides_isReportedInTheDeclarationOnly(
      CompilerUnderTest compiler) {
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
  void deprecatedNullnessAnnotation_isReportedInTheDeclarationOnly(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Nullable",
                """
                package example;
                import java.lang.annotation.*;
                @Deprecated @Target(ElementType.TYPE_USE) @interface Nullable {}
                """),
            forSourceString(
                "example.Gone",
                """
                package example;
                import java.lang.annotation.*;
                @Deprecated(forRemoval = true) class Gone {
                  @Target(ElementType.TYPE_USE) @interface NonNull {}
                }
                """),
            forSourceString(
                "example.Desk",
                """
                package example;
                import java.util.List;
                class Desk {
                  @SuppressWarnings("deprecation")
                  @io.multishot.MultiShot interface Fill { @Nullable String venue(); }
                  @SuppressWarnings("removal")
                  @io.multishot.MultiShot record Trade<T extends @Gone.NonNull Object>(T day) {}
                  @SuppressWarnings("deprecation")
                  interface Has<T> { @Nullable T[] all(); List<@Nullable T> more(); }
                  @io.multishot.MultiShot interface Inherited extends Has<String> {}
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "@Nullable String venue");
    assertDeclares(compilation, "Desk_TradeChannel", "T extends @Gone.NonNull Object");
    assertDeclares(compilation, "Desk_InheritedChannel", "@Nullable String[] all");
  }

  /** Eclipse's category; what else is suppressed for other reasons is not for the channel. */
  @ParameterizedTest
  @EnumSource
  void allWarningsSuppressed_areSuppressedInTheChannel(CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Desk",
                """
                package example;
                @SuppressWarnings("all") class Desk {
                  static final String UNUSED = "un" + "used";
                  @SuppressWarnings({"PMD.Rule", "checkstyle:rule", UNUSED})
                  @io.multishot.MultiShot interface Fill { long id(); }
                  @io.multishot.MultiShot interface Node<T extends String> { T node(); }
                }
                """));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "@SuppressWarnings(\"all\")");
  }

  @ParameterizedTest
  @EnumSource
  void viewOfASerializableInterface_isNotReported(CompilerUnderTest compiler) {
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

  @ParameterizedTest
  @EnumSource
  void onlyTheCanonicalConstructor_countsForItsDeprecation(CompilerUnderTest compiler) {
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
  void variableArgumentsOfAGenericType_areSentAsAnArray(CompilerUnderTest compiler) {
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

  /** The erasures of both {@code send} are the same. Eclipse warns of a bound that is final. */
  @ParameterizedTest
  @EnumSource
  void typeParameterBoundedByItsRecord_isReportedByEclipseOnly(CompilerUnderTest compiler) {
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
}
