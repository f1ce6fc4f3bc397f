package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;

import com.google.testing.compile.Compilation;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the types of a declaration are named in its channel. */
final class TypesTest {

  @ParameterizedTest
  @EnumSource
  void genericPayload_isCarriedWithWildcards(CompilerUnderTest compiler) {
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
  void accessorDeclaredBySeveralSupertypes_isOneField(CompilerUnderTest compiler) {
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

  @ParameterizedTest
  @EnumSource
  void nullnessAnnotationThatCannotBeNamed_isLeftOut(CompilerUnderTest compiler) {
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
  void fieldOfAClassInsideAGenericClass_isNamed(CompilerUnderTest compiler) {
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
  void accessorInheritedFromAGenericInterface_hasItsTypeArgument(CompilerUnderTest compiler) {
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

  /** The compiler cannot infer the arguments. */
  @ParameterizedTest
  @EnumSource
  void typeParametersBoundedByOthers_compile(CompilerUnderTest compiler) {
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
  void message_canHaveAsManyFieldsAsAMethodHasParameters(CompilerUnderTest compiler) {
    String accessors =
        IntStream.range(0, 127)
            .mapToObj(i -> (i % 2 == 0 ? "long" : "double") + " a" + i + "();")
            .collect(Collectors.joining());
    Compilation compilation =
        compiler.compile(
            forSourceString(
                "example.Wide",
                "package example; @io.multishot.MultiShot interface Wide {" + accessors + "}"));
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("example.WideChannel")
        .contentsAsUtf8String()
        .doesNotContainMatch("(?m)^.{101}");
  }

  /** Whatever else is written on a type is for whoever reads the declaration. */
  @ParameterizedTest
  @EnumSource
  void annotationsOnTypes_areRepeatedIfPlainNullness(CompilerUnderTest compiler) {
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
  void fieldOfAnInnerClassWithWildcards_isNamed(CompilerUnderTest compiler) {
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
}
