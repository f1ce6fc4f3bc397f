package io.multishot.processor;

import static javax.tools.Diagnostic.Kind.ERROR;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import io.multishot.processor.read.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a declaration says becomes more than it is. Either the declaration is refused, by an
 * error of the processor's in its own file; or one file is written, through the filer, by the name
 * that the declaration asks for, which compiles without a warning, and is token by token that of a
 * declaration that says plain things in the same places.
 *
 * <p>{@code -Dmultishot.seed=...} makes the declarations of an earlier run again, {@code
 * -Dmultishot.declarations=...} another number of them.
 */
final class HostileDeclarationTest {

  /** The same in every build, so that what one finds is not found by chance: 0 takes another. */
  private static final long SEED = seed();

  private static final int DECLARATIONS = Integer.getInteger("multishot.declarations", 30);

  private int generated;
  private int refused;
  private int invalid;

  private static long seed() {
    long given = Long.getLong("multishot.seed", 1862274402L);
    return given == 0 ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : given;
  }

  @Test
  void hostileDeclaration_isRefusedOrReadAsAPlainOne() {
    for (int i = 0; i < DECLARATIONS; i++) {
      HostileDeclaration declaration = HostileDeclaration.of(SEED, i);
      try {
        check(declaration, HostileDeclaration.plainTwinOf(SEED, i));
      } catch (AssertionError | RuntimeException e) {
        fail("seed " + SEED + ", number " + i + ", declaration:\n" + declaration, e);
      }
    }
    System.out.printf(
        "seed %d: %d hostile declarations, %d generated, %d refused, %d invalid%n",
        SEED, DECLARATIONS, generated, refused, invalid);
    assertAll(
        () -> assertTrue(generated > DECLARATIONS / 3, "only " + generated + " generated"),
        () -> assertTrue(refused > DECLARATIONS / 6, "only " + refused + " refused"),
        () -> assertTrue(invalid < DECLARATIONS / 20, invalid + " are not even Java"));
  }

  private void check(HostileDeclaration declaration, HostileDeclaration twin) {
    Run run = new Run(declaration);
    if (run.isInvalid()) {
      invalid++;
    } else if (run.errors().isEmpty()) {
      generated++;
      assertEquals(List.of(declaration.targetName()), run.written);
      assertEquals(List.of(), run.complaints());
      Run plain = new Run(twin);
      assertEquals(List.of(), plain.errors(), twin::toString);
      assertEquals(plain.tokens(Map.of()), run.tokens(declaration.plain()));
    } else {
      refused++;
      assertEquals(List.of(), run.written);
      run.errors().forEach(error -> checkRefusal(error, run.source));
    }
  }

  private static void checkRefusal(
      Diagnostic<? extends JavaFileObject> error, JavaFileObject source) {
    String message = error.getMessage(null);
    assertTrue(isOurs(error), message);
    assertTrue(!message.contains(Problem.INTERNAL.id()), message);
    assertEquals(source, error.getSource());
    assertTrue(
        message.codePoints().noneMatch(c -> Character.isIdentifierIgnorable(c) || c == '\n'),
        message);
    assertTrue(message.length() < 3000, "too long to be read: " + message);
  }

  private static boolean isOurs(Diagnostic<?> error) {
    return error.getMessage(null).contains("[multishot-");
  }

  /** A compilation, and what the processor asked the filer for. */
  private static final class Run {

    final List<String> written = new ArrayList<>();
    final JavaFileObject source;
    private final List<JavaFileObject> files;
    private final Compilation compilation;

    Run(HostileDeclaration declaration) {
      files = declaration.files();
      source = files.get(0);
      compilation = compile(new ProcessorOnFiler(this::recording));
    }

    /** Whether the compiler refuses the declaration by itself. */
    boolean isInvalid() {
      return errors().stream().anyMatch(error -> !isOurs(error))
          && !ofKindError(compile()).isEmpty();
    }

    private Compilation compile(Processor... processors) {
      return Compilations.compiler(processors)
          .withOptions("-Xlint:all,-processing", "--should-stop=ifError=FLOW")
          .compile(files);
    }

    private Filer recording(Filer filer) {
      return ProcessorOnFiler.proxy(
          Filer.class,
          (proxy, method, arguments) -> {
            assertEquals("createSourceFile", method.getName());
            written.add(arguments[0].toString());
            return ProcessorOnFiler.invoke(filer, method, arguments);
          });
    }

    List<Diagnostic<? extends JavaFileObject>> errors() {
      return ofKindError(compilation);
    }

    private static List<Diagnostic<? extends JavaFileObject>> ofKindError(Compilation of) {
      return of.diagnostics().stream()
          .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
          .filter(diagnostic -> diagnostic.getKind() == ERROR)
          .toList();
    }

    /** What the compiler says of what is generated. */
    List<String> complaints() {
      return compilation.diagnostics().stream()
          .filter(diagnostic -> !files.contains(diagnostic.getSource()))
          .map(diagnostic -> diagnostic.getMessage(null))
          .toList();
    }

    /** Of the one file generated, with some things said otherwise. */
    List<String> tokens(Map<String, String> otherwise) {
      assertEquals(1, compilation.generatedSourceFiles().size());
      List<String> longestFirst =
          otherwise.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .toList();
      List<String> tokens = new ArrayList<>();
      for (String token : SourceTokens.of(text(compilation.generatedSourceFiles().get(0)))) {
        tokens.add(isWord(token) ? word(token, otherwise) : text(token, longestFirst, otherwise));
      }
      return tokens;
    }

    private static boolean isWord(String token) {
      return token.startsWith("word ");
    }

    private static String word(String token, Map<String, String> otherwise) {
      String word = token.substring("word ".length());
      String plain = otherwise.get(word);
      for (String suffix : List.of("Channel", "Slab")) {
        if (plain == null && word.endsWith(suffix)) {
          String declared = word.substring(0, word.length() - suffix.length());
          plain = otherwise.containsKey(declared) ? otherwise.get(declared) + suffix : null;
        }
      }
      return "word " + (plain == null ? word : plain);
    }

    /** Names stand in it between other characters. */
    private static String text(
        String token, List<String> longestFirst, Map<String, String> otherwise) {
      String plain = token;
      for (String name : longestFirst) {
        plain =
            plain.replaceAll(
                "(?<!\\p{javaJavaIdentifierPart})"
                    + Pattern.quote(name)
                    + "(?=Channel|Slab|\\P{javaJavaIdentifierPart})",
                otherwise.get(name));
      }
      return plain;
    }

    private static String text(JavaFileObject file) {
      try {
        return file.getCharContent(false).toString();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
