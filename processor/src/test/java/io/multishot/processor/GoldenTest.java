package io.multishot.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generated source, byte for byte, and that it compiles without a warning and works.
 *
 * <p>{@code mvn -pl processor -am test -Dgolden.regenerate=true} writes what the processor
 * generates now into {@code src/test/resources/golden}, and fails, so that the difference is looked
 * at.
 */
final class GoldenTest {

  private static final Object NO_VALUE = new Object();
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  /**
   * A declaration and what is made of it.
   *
   * @param channel the qualified name of the generated class
   * @param file the qualified name of the class in the source
   * @param declaration the source
   * @param value a value to send
   */
  record Case(String channel, String file, String declaration, Object value) {
    @Override
    public String toString() {
      return channel;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        single("boolean", true),
        single("byte", (byte) -1),
        single("short", (short) -1),
        single("char", '\uffff'),
        single("int", Integer.MIN_VALUE),
        single("long", Long.MIN_VALUE),
        single("float", -0f),
        single("double", -0d),
        single("String", "a value"),
        new Case(
            "example.Outer_Middle_InnerChannel",
            "example.Outer",
            """
            package example;

            import io.multishot.MultiShot;
            import java.util.Map;

            public interface Outer {
              interface Middle {
                @MultiShot(type = Map.Entry[].class, padded = false)
                interface Inner {}
              }
            }
            """,
            new Map.Entry<?, ?>[0]),
        new Case(
            "Replies",
            "InNoPackage",
            """
            import io.multishot.MultiShot;

            @MultiShot(type = InNoPackage.class, name = "Replies")
            interface InNoPackage {}
            """,
            NO_VALUE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theSourceIsTheGoldenOneAndWorks(Case golden) throws Exception {
    Compilation compilation =
        Compilations.compile(JavaFileObjects.forSourceString(golden.file, golden.declaration));
    assertThat(compilation).succeededWithoutWarnings();
    String generated =
        compilation
            .generatedSourceFile(golden.channel)
            .orElseThrow()
            .getCharContent(false)
            .toString();
    compare(golden.channel, generated);
    runAShot(new CompiledClasses(compilation).loadClass(golden.channel), golden.value);
  }

  private static void compare(String channel, String generated) throws IOException {
    Path file = GOLDEN.resolve(channel + ".java");
    if (Boolean.getBoolean("golden.regenerate")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, generated);
      fail("regenerated " + file + ": look at the difference, and run again without the switch");
    }
    assertEquals(Files.readString(file), generated);
  }

  private static void runAShot(Class<?> channel, Object value) throws Exception {
    Object receiver = requireNonNull(call(method(channel, "open"), null));
    Object sender = requireNonNull(call(method(receiver.getClass(), "sender"), receiver));
    Object sent = value == NO_VALUE ? null : value;
    assertEquals(true, call(method(sender.getClass(), "send"), sender, sent));
    assertEquals(sent, call(method(receiver.getClass(), "take"), receiver));
    assertSame(sender, call(method(receiver.getClass(), "sender"), receiver));
  }

  private static Method method(Class<?> type, String name) {
    return Stream.of(type.getDeclaredMethods())
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
    return new Case(
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
