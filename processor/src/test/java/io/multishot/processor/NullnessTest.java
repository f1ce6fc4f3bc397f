package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A channel says of its references what the declaration says. */
final class NullnessTest {

  private static Compilation compile(
      CompilerUnderTest compiler, String desk, JavaFileObject... more) {
    List<JavaFileObject> sources = new ArrayList<>(List.of(more));
    sources.add(
        forSourceString(
            "example.Desk",
            """
            package example;
            import io.multishot.MultiShot;
            import java.util.*;
            import org.jspecify.annotations.*;
            interface Imported { List<@Nullable String> all(); }
            %s
            """
                .formatted(desk)));
    return compiler.compile(sources.toArray(new JavaFileObject[0]));
  }

  @ParameterizedTest
  @EnumSource
  void nullnessOfATypeParameter_overridesThatOfItsArgument(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            class Desk {
              interface Has<T extends @Nullable Object> { @NonNull T a(); @Nullable T b(); T c(); }
              @MultiShot interface Maybe extends Has<@Nullable String> {}
              @MultiShot interface Never extends Has<@NonNull String> {}
              @MultiShot interface Open<X extends @Nullable Object> extends Has<X> {}
              interface Mid<U extends @Nullable Object> extends Has<@NonNull U> {}
              @MultiShot interface Far extends Mid<@Nullable String> {}
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation,
        "Desk_MaybeChannel",
        "send(@NonNull String a, @Nullable String b, @Nullable String c)");
    assertDeclares(
        compilation,
        "Desk_NeverChannel",
        "send(@NonNull String a, @Nullable String b, @NonNull String c)");
    assertDeclares(compilation, "Desk_OpenChannel", "send(@NonNull X a, @Nullable X b, X c)");
    assertDeclares(compilation, "Desk_OpenChannel", "Sender<X extends @Nullable Object>");
    assertDeclares(
        compilation,
        "Desk_FarChannel",
        "send(@NonNull String a, @Nullable String b, @NonNull String c)");
  }

  @ParameterizedTest
  @EnumSource
  void nullnessInsideAType_isThatOfTheInnermostMention(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            class Desk {
              interface Has<T extends @Nullable Object> {
                List<@Nullable T> a();
                @Nullable T @NonNull [] b();
                Map<? extends @NonNull T, ? super @Nullable T> c();
              }
              @MultiShot interface One extends Has<@Nullable String> {}
              @MultiShot interface Two extends Has<@Nullable String @NonNull []> {}
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(
        compilation,
        "Desk_OneChannel",
        "send(List<@Nullable String> a, @Nullable String @NonNull [] b,");
    assertDeclares(
        compilation, "Desk_OneChannel", "Map<? extends @NonNull String, ? super @Nullable String>");
    assertDeclares(compilation, "Desk_TwoChannel", "send(List<@Nullable String @Nullable []> a,");
  }

  /** A raw supertype leaves its type parameter, but not the annotation on that. */
  @ParameterizedTest
  @EnumSource
  void nullnessOfARawSupertype_isCarriedOver(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            class Desk {
              interface Has<T extends @Nullable Object> { @Nullable T a(); }
              @SuppressWarnings("rawtypes") @MultiShot interface Fill extends Has {}
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "send(@Nullable Object a)");
  }

  @ParameterizedTest
  @EnumSource
  void annotationsOfOneNameInTwoPackages_areBothNamedOnce(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            class Desk {
              interface Has<T extends @Nullable Object> { @other.Nullable @Nullable T a(); }
              @MultiShot interface Fill extends Has<@Nullable String> {}
              @MultiShot record Trade(@other.Nullable @Nullable String a) {}
            }
            """,
            otherNullable());
    assertThat(compilation).succeededWithoutWarnings();
    for (String channel : List.of("Desk_FillChannel", "Desk_TradeChannel")) {
      assertThat(compilation)
          .generatedSourceFile("example." + channel)
          .contentsAsUtf8String()
          .containsMatch(
              "send\\((@Nullable @[a-z.]+\\.Nullable|@[a-z.]+\\.Nullable @Nullable) String a\\)");
    }
  }

  /** It belongs to both; javac forgets that to the type, if that is a type parameter. */
  @ParameterizedTest
  @EnumSource
  void annotationOfMethodsAndTypes_isCarriedOver(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            class Desk {
              interface Has<T> { @other.Nullable T a(); @other.Nullable T[] b(); }
              @MultiShot interface Fill extends Has<@NonNull String> { @other.Nullable String c(); }
              @MultiShot record Trade<T>(@other.Nullable T a) {}
            }
            """,
            otherNullable());
    assertThat(compilation).succeededWithoutWarnings();
    for (String channel : List.of("Desk_FillChannel", "Desk_TradeChannel")) {
      assertDeclares(compilation, channel, "import other.Nullable;");
    }
    assertDeclares(
        compilation,
        "Desk_FillChannel",
        "send(@Nullable String a, @Nullable String[] b, @Nullable String c)");
    assertDeclares(compilation, "Desk_TradeChannel", "send(@Nullable T a)");
  }

  @ParameterizedTest
  @EnumSource
  void markOfAnEnclosingClass_isThatOfTheChannel(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
            @NullMarked class Desk {
              @MultiShot interface Fill<T extends @Nullable Object> { T a(); @Nullable String b(); }
              @NullUnmarked static class Open {
                @MultiShot record Trade(String a) {}
                @NullMarked @MultiShot record Closed(String a) {}
              }
              @NullMarked @NullUnmarked static class Both {
                @MultiShot(type = String.class) interface Name {}
              }
            }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "@NullMarked\n");
    assertDeclares(compilation, "Desk_FillChannel", "Sender<T extends @Nullable Object>");
    assertDeclares(compilation, "Desk_Open_TradeChannel", "@NullUnmarked\n");
    assertDeclares(compilation, "Desk_Open_ClosedChannel", "@NullMarked\n");
    assertDeclares(compilation, "Desk_Both_NameChannel", "@NullMarked\n");
  }

  /** The channel lies in the same package. */
  @ParameterizedTest
  @EnumSource
  void markOfThePackage_isNotRepeated(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            "@MultiShot interface Desk { String a(); @Nullable String b(); }",
            forSourceString(
                "example.package-info", "@org.jspecify.annotations.NullMarked package example;"));
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "DeskChannel", "send(String a, @Nullable String b)");
    assertThat(compilation)
        .generatedSourceFile("example.DeskChannel")
        .contentsAsUtf8String()
        .doesNotContain("NullMarked");
  }

  private static JavaFileObject otherNullable() {
    return forSourceString(
        "other.Nullable",
        """
        package other;
        import java.lang.annotation.*;
        @Target({
          ElementType.TYPE_USE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER
        })
        public @interface Nullable {}
        """);
  }
}
