package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a declaration costs grows no faster than the declaration. The cost is what the processor
 * asks of the compiler, which is the same in each run. The annotations are processed only, and
 * nothing is compiled, for compilers have searches of their own that do worse.
 */
final class ProcessorCostTest {

  /** For a declaration of one accessor: it takes 25, and 70 if each looks up what may be hidden. */
  private static final int MOST_CALLS = 30;

  /** What a declaration has much of, in a number that the compilers bear four times over. */
  enum Largeness {
    ACCESSORS(
        25, size -> "@io.multishot.MultiShot interface Large {%s}".formatted(accessors("a", size))),
    COMPONENTS(
        50,
        size ->
            "@io.multishot.MultiShot record Large(%s) {}"
                .formatted(
                    IntStream.range(0, size).mapToObj(i -> "int a" + i).collect(joining(", ")))),
    DEFAULT_METHODS(
        100,
        size ->
            "@io.multishot.MultiShot interface Large { long a(); %s }"
                .formatted(
                    IntStream.range(0, size)
                        .mapToObj(i -> "default void b" + i + "() {}\n")
                        .collect(joining()))),
    OVERLOADS(
        50,
        size ->
            "@io.multishot.MultiShot interface Large { long a(); %s }"
                .formatted(
                    IntStream.range(0, size)
                        .mapToObj(i -> "class C%1$d {} default void b(C%1$d c) {}\n".formatted(i))
                        .collect(joining()))),
    CHAIN(
        50,
        size ->
            chain(size, "")
                + "@io.multishot.MultiShot interface Large extends I%d {}".formatted(size)),
    OVERRIDING_CHAIN(
        25,
        size ->
            chain(size, "long b(); long c();")
                + "@io.multishot.MultiShot interface Large extends I%d {}".formatted(size)),
    LATTICE(
        5,
        size ->
            lattice(size)
                + "@io.multishot.MultiShot interface Large extends A%1$d, B%1$d {}"
                    .formatted(size)),
    NESTED_ARGUMENTS(
        50,
        size ->
            "@io.multishot.MultiShot interface Large { %sString%s a(); }"
                .formatted("java.util.List<".repeat(size), ">".repeat(size))),
    TYPE_PARAMETERS(
        50,
        size ->
            "@io.multishot.MultiShot interface Large<%s> { long a(); }"
                .formatted(
                    IntStream.range(0, size)
                        .mapToObj(i -> "T%d extends Comparable<? super T%d>".formatted(i, i / 2))
                        .collect(joining(", ")))),
    DECLARATIONS(
        25,
        size ->
            IntStream.range(0, size)
                .mapToObj(
                    i -> "@io.multishot.MultiShot interface Large%d { long a(); }\n".formatted(i))
                .collect(joining()));

    private final int size;

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda that captures nothing
    private final IntFunction<String> source;

    Largeness(int size, IntFunction<String> source) {
      this.size = size;
      this.source = source;
    }

    private static String accessors(String prefix, int size) {
      return IntStream.range(0, size)
          .mapToObj(i -> "int %s%d();\n".formatted(prefix, i))
          .collect(joining());
    }

    private static String chain(int size, String body) {
      return "interface I0 { long a(); }\n"
          + IntStream.rangeClosed(1, size)
              .mapToObj(i -> "interface I%d extends I%d {%s}\n".formatted(i, i - 1, body))
              .collect(joining());
    }

    /** Each level doubles the number of ways from the bottom to the top. */
    private static String lattice(int size) {
      return "interface A0 { long a(); } interface B0 { long b(); }\n"
          + IntStream.rangeClosed(1, size)
              .mapToObj(
                  i ->
                      "interface A%1$d extends A%2$d, B%2$d { long a(); }\n".formatted(i, i - 1)
                          + "interface B%1$d extends A%2$d, B%2$d { long b(); }\n"
                              .formatted(i, i - 1))
              .collect(joining());
    }

    long cost(int times) {
      CountedCalls processor = new CountedCalls();
      assertThat(
              Compilations.compiler(processor)
                  .withOptions("-proc:only")
                  .compile(forSourceString("Large", source.apply(times * size))))
          .succeeded();
      return processor.count();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cost_growsNoFasterThanTheDeclaration(Largeness largeness) {
    long first = largeness.cost(1);
    long second = largeness.cost(2);
    long third = largeness.cost(4);
    String costs = "%s costs %d, %d, %d".formatted(largeness, first, second, third);
    assertTrue(third - second <= 2.2 * (second - first) + 50, costs);
  }

  /**
   * What a round knows of the classes is not asked again for each of its declarations. Each is read
   * twice: a compiler that is not javac, to all appearances, may have hidden something.
   */
  @Test
  void furtherDeclaration_asksForFewClasses() {
    long first = Largeness.DECLARATIONS.cost(1);
    long second = Largeness.DECLARATIONS.cost(2);
    long calls = (second - first) / Largeness.DECLARATIONS.size;
    assertTrue(calls <= MOST_CALLS, "calls of the compiler: " + calls);
  }
}
