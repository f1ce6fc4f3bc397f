package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static io.multishot.processor.Compilations.assertDeclares;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods an interface leaves to be implemented (JLS 8.4.2, 9.4.1). */
final class OverridingTest {

  private static Compilation compile(CompilerUnderTest compiler, String declarations) {
    return compiler.compile(
        forSourceString(
            "example.Desk",
            """
            package example;
            import io.multishot.MultiShot;
            import java.util.*;
            import java.util.function.Function;
            class Desk {
              interface Imported { List<Function<?, ?>> all(); }
            %s
            }
            """
                .formatted(declarations)));
  }

  @ParameterizedTest
  @EnumSource
  void genericMethod_isOverriddenWhateverItsTypeParametersAreNamed(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              interface Same { <T> T g(T t); }
              @MultiShot interface One extends Same { int y(); default <T> T g(T t) { return t; } }
              @MultiShot interface Two extends Same { int y(); default <U> U g(U t) { return t; } }
              interface Bounded {
                <T extends Number & Comparable<T>, U extends List<T>> Map<T, U> m(
                    T t, Map<? super T, ? extends U[]> u);
              }
              @MultiShot interface Three extends Bounded {
                int y();
                default <X extends Number & Comparable<X>, Y extends List<X>> Map<X, Y> m(
                    X t, Map<? super X, ? extends Y[]> u) {
                  return null;
                }
              }
              interface Two2<K> { <U> void f(K k, U u); }
              @MultiShot interface Four<U> extends Two2<U> {
                int y();
                default <V> void f(U k, V v) {}
              }
              interface Thrower { <R, X extends Exception> R visit(R r) throws X; }
              @MultiShot interface Five extends Thrower {
                int y();
                default <A, B extends Exception> A visit(A a) throws B { return a; }
              }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    for (String name : new String[] {"One", "Two", "Three", "Four", "Five"}) {
      assertDeclares(compilation, "Desk_" + name + "Channel", "send(int y)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void methodWithTypeArguments_isOverriddenByItsErasure(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              interface Has { int cmp(List<String> l, Map<String, ? extends Integer>[] m); }
              @SuppressWarnings("rawtypes")
              @MultiShot interface Fill extends Has {
                int y();
                default int cmp(List l, Map[] m) { return 0; }
              }
              interface Generic { <T> int cmp(List<T> l); }
              @SuppressWarnings("rawtypes")
              @MultiShot interface Plain extends Generic {
                int y();
                default int cmp(List l) { return 0; }
              }
              interface Bound<T extends Comparable<T>> { void g(T t); }
              @SuppressWarnings("rawtypes")
              interface Raw extends Bound { default void g(Comparable t) {} }
              @MultiShot interface OfRaw extends Raw { int y(); }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "send(int y)");
    assertDeclares(compilation, "Desk_PlainChannel", "send(int y)");
    assertDeclares(compilation, "Desk_OfRawChannel", "send(int y)");
  }

  @ParameterizedTest
  @EnumSource
  void methodOfAGenericSupertype_isOverriddenWithItsTypeArguments(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              class Inner<T> { class Deep {} }
              interface Has<K, V> { void f(K[] k, List<? extends V> v, Inner<V>.Deep d); }
              interface Turned<V, K> extends Has<K, List<V>> {}
              @MultiShot interface Fill extends Turned<Long, String> {
                int y();
                default void f(
                    String[] k, List<? extends List<Long>> v, Inner<List<Long>>.Deep d) {}
              }
              interface Ordered<T> extends Comparable<T> {}
              @MultiShot interface Own extends Ordered<Own> {
                int y();
                default int compareTo(Own other) { return 0; }
              }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "send(int y)");
    assertDeclares(compilation, "Desk_OwnChannel", "send(int y)");
  }

  @ParameterizedTest
  @EnumSource
  void methodInheritedThroughSeveralPaths_isOverriddenOnAnyOfThem(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              interface Top<T> { T value(); <R> R accept(Function<? super T, ? extends R> f); }
              interface Left<T> extends Top<T> {
                default <Q> Q accept(Function<? super T, ? extends Q> f) {
                  return f.apply(value());
                }
              }
              interface Right<T> extends Top<T> {}
              @MultiShot interface Fill extends Right<String>, Left<String> {}
              @MultiShot interface Generic<Z extends Comparable<Z>> extends Left<Z>, Top<Z> {}
              @MultiShot(type = long.class) interface Value extends Right<String>, Left<String> {
                default String value() { return ""; }
              }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", "send(String value)");
    assertDeclares(compilation, "Desk_GenericChannel", "send(Z value)");
  }

  @ParameterizedTest
  @EnumSource
  void namesakeWithAnotherSignature_overridesNothing(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              interface Has<T> { void f(T t); }
              @MultiShot interface One extends Has<List<String>> {
                int y();
                default void f(Set<String> l) {}
              }
              interface Bounded { <T extends Number> void f(T t); }
              @MultiShot interface Two extends Bounded {
                int y();
                default <T extends CharSequence> void f(T t) {}
              }
              @MultiShot interface Three extends Bounded { int y(); default void f(Integer t) {} }
            """);
    assertThat(compilation).hadErrorCount(3);
    assertThat(compilation)
        .hadErrorContaining("[multishot-accessor-parameters] <T>f(T), inherited from");
  }

  /** Eclipse counts a raw type as a subtype of each type with arguments. */
  @ParameterizedTest
  @EnumSource
  void accessorsThatDifferInTypeArguments_areOneWithThem(CompilerUnderTest compiler) {
    Compilation compilation =
        compile(
            compiler,
            """
              interface Typed { List<String> names(); Collection<String>[] more(); }
              @SuppressWarnings("rawtypes") interface Raw { List names(); List[] more(); }
              @SuppressWarnings({"rawtypes", "unchecked"})
              @MultiShot interface Fill extends Typed, Raw { List[] more(); }
            """);
    assertThat(compilation).succeeded();
    assertDeclares(compilation, "Desk_FillChannel", "send(List<String> names, List[] more)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rawtypes", "unchecked"})
  void rawResult_isReportedInTheDeclarationOnly(String lint) {
    Compilation compilation =
        compile(
            CompilerUnderTest.JAVAC,
            """
              interface Typed { List<String> names(); }
              @SuppressWarnings({"rawtypes", "unchecked"})
              @MultiShot interface Fill extends Typed { List names(); }
            """);
    assertThat(compilation).succeededWithoutWarnings();
    assertDeclares(compilation, "Desk_FillChannel", '"' + lint + '"');
  }
}
