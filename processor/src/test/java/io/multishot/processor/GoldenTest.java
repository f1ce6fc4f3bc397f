package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.multishot.Slab;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated source, byte for byte, and that it compiles without a warning and works.
 *
 * <p>With {@code -Dgolden.regenerate=true} it writes what the processor generates now into {@code
 * src/test/resources/golden}, and fails for what has changed, so that the difference is looked at.
 */
final class GoldenTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private static final String PLAIN_RECORD = "example.TradeChannel";

  /**
   * A declaration and what is made of it.
   *
   * @param target the qualified name of the generated class
   * @param file the qualified name of the class in the source
   * @param declaration the source
   * @param fields what to send
   */
  record Case(String target, String file, String declaration, List<@Nullable Object> fields) {

    static Case of(String target, String file, String declaration, @Nullable Object... fields) {
      return new Case(target, file, declaration, Arrays.asList(fields));
    }

    @Override
    public String toString() {
      return target;
    }
  }

  static Stream<Case> cases() {
    return Stream.concat(channels(), SlabCases.all());
  }

  private static Stream<Case> channels() {
    return Stream.of(
        single("long", Long.MIN_VALUE),
        single("String", "a value"),
        Case.of(
            "example.Outer_Middle_InnerChannel",
            "example.Outer",
            """
            package example;

            import io.multishot.MultiShot;
            import io.multishot.WaitPolicy;
            import java.util.Map;

            public interface Outer {
              interface Middle {
                @MultiShot(type = Map.Entry[].class, padded = false, waitPolicy = WaitPolicy.PARK)
                interface Inner {}
              }
            }
            """,
            (Object) new Map.Entry<?, ?>[0]),
        Case.of(
            "example.FillChannel",
            "example.Fill",
            """
            package example;

            import io.multishot.MultiShot;
            import java.util.List;
            import org.jspecify.annotations.Nullable;

            @MultiShot
            public interface Fill extends HasVenue<String> {
              long orderId();

              double price();

              List<@Nullable String> legs();
            }

            interface HasVenue<V> {
              @Nullable V venue();
            }
            """,
            "a venue",
            1L,
            2.5,
            List.of()),
        Case.of(
            "example.RangeChannel",
            "example.Range",
            """
            package example;

            import io.multishot.MultiShot;

            @MultiShot(padded = false)
            record Range<T extends Comparable<T>>(T low, T high, float... steps) {
              Range {
                if (low.compareTo(high) > 0) {
                  throw new IllegalArgumentException();
                }
              }
            }
            """,
            "a",
            "b",
            new float[] {1f}),
        Case.of(
            PLAIN_RECORD,
            "example.Trade",
            """
            package example;

            import io.multishot.MultiShot;

            @MultiShot
            public record Trade(long orderId, double[][] prices) {}
            """,
            1L,
            new double[][] {{2.5}}),
        Case.of(
            "Replies",
            "InNoPackage",
            """
            import io.multishot.MultiShot;

            @MultiShot(type = InNoPackage.class, name = "Replies")
            interface InNoPackage {}
            """,
            (Object) null));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatedSource_isTheGoldenOneAndWorks(Case golden) throws Exception {
    Compilation compilation = compile(golden, CompilerUnderTest.JAVAC);
    compare(golden.target, generatedSource(compilation, golden));
    runAShot(golden, compilation);
  }

  /** Eclipse does not tell a record's own constructor from the one that it has by itself. */
  static Stream<Case> casesInEclipse() {
    return cases()
        .filter(
            golden ->
                !golden.target.equals(PLAIN_RECORD)
                    && !golden.target.equals(SlabCases.PLAIN_RECORD));
  }

  @ParameterizedTest
  @MethodSource("casesInEclipse")
  void generatedSource_isTheGoldenOneAndWorksInEclipse(Case golden) throws Exception {
    Compilation compilation = compile(golden, CompilerUnderTest.ECLIPSE);
    assertEquals(read(golden.target), generatedSource(compilation, golden));
    runAShot(golden, compilation);
  }

  static Stream<Arguments> calls() {
    return CallCases.all()
        .flatMap(
            call ->
                Stream.of(CompilerUnderTest.values())
                    .map(compiler -> Arguments.of(call, compiler)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void generatedCall_isTheGoldenOne(Case golden, CompilerUnderTest compiler) throws Exception {
    String source = generatedSource(compile(golden, compiler), golden);
    if (compiler == CompilerUnderTest.JAVAC) {
      compare(golden.target, source);
    } else {
      assertEquals(read(golden.target), source);
    }
  }

  static Stream<Arguments> otherPrimitives() {
    return Stream.of(
            single("boolean", true),
            single("byte", (byte) -1),
            single("short", (short) -1),
            single("char", '\uffff'),
            single("int", Integer.MIN_VALUE),
            single("float", -0f),
            single("double", -0d))
        .flatMap(
            primitive ->
                Stream.of(CompilerUnderTest.values())
                    .map(compiler -> Arguments.of(primitive, compiler)));
  }

  /** The times and the padding stay {@code long}, and a line may be wrapped elsewhere. */
  @ParameterizedTest
  @MethodSource("otherPrimitives")
  void channelOfAPrimitive_isThatOfLongWithTheTypeExchanged(
      Case primitive, CompilerUnderTest compiler) throws Exception {
    Object value = requireNonNull(primitive.fields.get(0));
    Class<?> boxed = value.getClass();
    String expected =
        read("example.LongReplyChannel")
            .replaceAll("\\blong\\b(?! timeout| padding)", typeOf(boxed))
            .replaceAll("\\bLong\\b", boxed.getSimpleName())
            .replace("LongReply", primitive.file.substring("example.".length()));
    Compilation compilation = compile(primitive, compiler);
    assertEquals(unwrapped(expected), unwrapped(generatedSource(compilation, primitive)));
    runAShot(primitive, compilation);
  }

  private static String typeOf(Class<?> boxed) {
    return MethodType.methodType(boxed).unwrap().returnType().getName();
  }

  private static String unwrapped(String source) {
    return source.replaceAll(",\\s+TimeoutException", ", TimeoutException");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void golden_hasNoLineOfMoreThan100Columns(Case golden) throws IOException {
    assertEquals(
        List.of(), read(golden.target).lines().filter(line -> line.length() > 100).toList());
  }

  private static Compilation compile(Case golden, CompilerUnderTest compiler) {
    Compilation compilation =
        compiler.compile(JavaFileObjects.forSourceString(golden.file, golden.declaration));
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }

  private static String generatedSource(Compilation compilation, Case golden) throws IOException {
    return compilation
        .generatedSourceFile(golden.target)
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }

  private static void compare(String target, String generated) throws IOException {
    boolean isNew = !Files.exists(file(target)) || !read(target).equals(generated);
    if (Boolean.getBoolean("golden.regenerate") && isNew) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file(target), generated);
      fail("regenerated " + target + ": look at the difference, and run again without the switch");
    }
    assertEquals(read(target), generated);
  }

  private static String read(String target) throws IOException {
    return Files.readString(file(target));
  }

  private static Path file(String target) {
    return GOLDEN.resolve(target + ".java");
  }

  private static void runAShot(Case golden, Compilation compilation) throws Exception {
    Class<?> target = new CompiledClasses(compilation).loadClass(golden.target);
    if (Slab.class.isAssignableFrom(target)) {
      runAShotOfASlab(golden, target);
      return;
    }
    List<@Nullable Object> fields = golden.fields;
    Object receiver = requireNonNull(call(method(target, "open"), null));
    Object sender = requireNonNull(call(method(receiver.getClass(), "sender"), receiver));
    assertEquals(true, call(send(sender, fields.size()), sender, fields.toArray()));
    Object taken = call(method(receiver.getClass(), "take"), receiver);
    compare(fields, taken);
    assertSame(sender, call(method(receiver.getClass(), "sender"), receiver));
  }

  private static void runAShotOfASlab(Case golden, Class<?> target) throws Exception {
    Method open = target.getDeclaredMethod("open", int.class);
    Slab<?, ?> slab = (Slab<?, ?>) requireNonNull(call(open, null, 2));
    Object id = slab.acquire();
    List<@Nullable Object> arguments = new ArrayList<>(golden.fields);
    arguments.add(0, id);
    assertEquals(true, call(send(slab, arguments.size()), slab, arguments.toArray()));
    Method take = method(target, "take");
    Object taken =
        take.getParameterCount() == 1 ? call(take, slab, id) : call(take, slab, id, copy(target));
    compare(golden.fields, taken);
    assertEquals(0, slab.inFlight());
  }

  private static Object copy(Class<?> slab) throws ReflectiveOperationException {
    Class<?> copy = requireNonNull(slab.getClassLoader()).loadClass(slab.getName() + "$Copy");
    Constructor<?> constructor = copy.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private static Method send(Object sender, int parameters) {
    return Stream.of(sender.getClass().getDeclaredMethods())
        .filter(m -> m.getName().equals("send") && m.getParameterCount() == parameters)
        .filter(m -> !m.getParameterTypes()[parameters - 1].isRecord())
        .findFirst()
        .orElseThrow();
  }

  private static void compare(List<@Nullable Object> fields, @Nullable Object taken)
      throws ReflectiveOperationException {
    if (fields.size() == 1) {
      assertEquals(fields.get(0), taken);
    } else {
      for (Object field : fields) {
        assertTrue(read(requireNonNull(taken)).contains(field), taken::toString);
      }
    }
  }

  private static List<@Nullable Object> read(Object message) throws ReflectiveOperationException {
    List<@Nullable Object> fields = new ArrayList<>();
    for (Method method : message.getClass().getDeclaredMethods()) {
      if (method.getParameterCount() == 0
          && !method.isSynthetic()
          && !method.getName().matches("hashCode|toString")) {
        fields.add(call(method, message));
      }
    }
    return fields;
  }

  private static Method method(Class<?> type, String name) {
    return Stream.<Class<?>>of(type, requireNonNull(type.getSuperclass()))
        .flatMap(declaring -> Stream.of(declaring.getDeclaredMethods()))
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static @Nullable Object call(Method method, @Nullable Object on, @Nullable Object... with)
      throws ReflectiveOperationException {
    method.setAccessible(true);
    return method.invoke(on, with);
  }

  private static Case single(String type, Object value) {
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    return Case.of(
        "example." + name + "ReplyChannel",
        "example." + name + "Reply",
        """
        package example;

        import io.multishot.MultiShot;

        @MultiShot(type = %s.class)
        public interface %sReply {}
        """
            .formatted(type, name),
        value);
  }
}
