package io.multishot.processor;

import static javax.tools.Diagnostic.Kind.ERROR;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import io.multishot.processor.read.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Whatever the declaration, either its channel, slab or call compiles without a warning, or the
 * processor says what is wrong with the declaration: generated code is never where an error is.
 *
 * <p>{@code -Dmultishot.seed=...} makes the declarations of an earlier run again, {@code
 * -Dmultishot.declarations=...} another number of them.
 */
final class RandomDeclarationTest {

  /** The same in every build, so that what one finds is not found by chance: 0 takes another. */
  private static final long SEED = seed();

  private static final int DECLARATIONS = Integer.getInteger("multishot.declarations", 300);

  /** So many are compiled at once, one of them in no package. */
  private static final int BATCH = 100;

  private static final String[] OPTIONS = {
    "-Xlint:all,-processing",
    "--should-stop=ifError=FLOW",
    "-Xmaxerrs",
    "9999",
    "-Xmaxwarns",
    "9999"
  };

  private static long seed() {
    long given = Long.getLong("multishot.seed", 1862274402L);
    return given == 0 ? ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE) : given;
  }

  @Test
  void randomDeclaration_isRefusedOrWhatIsGeneratedCompilesWithoutAWarning() {
    int generated = 0;
    for (int first = 0; first < DECLARATIONS; first += BATCH) {
      Batch batch = new Batch();
      for (int i = first; i < first + BATCH; i++) {
        batch.add(RandomDeclaration.of(SEED, i, i != first));
      }
      generated += check(batch);
    }
    assertTrue(generated > DECLARATIONS / 4, "only " + generated + " were valid, seed " + SEED);
  }

  /** Returns how many classes were generated. */
  private static int check(Batch batch) {
    batch.removeInvalid();
    try {
      batch.removeRefused();
      if (!batch.complaints().isEmpty()) {
        batch.declarations().forEach(RandomDeclarationTest::checkAlone);
      }
    } catch (RuntimeException crash) {
      batch.declarations().forEach(RandomDeclarationTest::checkAlone);
    }
    return batch.declarations().size();
  }

  /** As part of a batch, a declaration may be blamed for what another one does. */
  private static void checkAlone(RandomDeclaration declaration) {
    Batch alone = Batch.of(declaration);
    try {
      alone.removeRefused();
      if (!alone.complaints().isEmpty()) {
        report(declaration, alone.complaints().get(0));
      }
    } catch (RuntimeException crash) {
      report(declaration, crash.toString());
    }
  }

  private static void report(RandomDeclaration declaration, String what) {
    fail(what + "\n\nseed " + SEED + ", declaration:\n" + declaration);
  }

  /** Declarations that are compiled together. */
  private static final class Batch {

    private final Map<String, RandomDeclaration> byPackage = new LinkedHashMap<>();
    private final Set<String> sources = new HashSet<>();

    void add(RandomDeclaration declaration) {
      byPackage.put(declaration.packageName(), declaration);
      declaration.files().forEach(file -> sources.add(file.toUri().toString()));
    }

    List<RandomDeclaration> declarations() {
      return List.copyOf(byPackage.values());
    }

    void removeAll(Collection<RandomDeclaration> declarations) {
      byPackage.values().removeAll(declarations);
    }

    /** Removes what the compiler refuses by itself; what it cannot parse hides other errors. */
    void removeInvalid() {
      Set<RandomDeclaration> invalid;
      do {
        invalid = new HashSet<>();
        try {
          for (Diagnostic<? extends JavaFileObject> error : compile().errors()) {
            invalid.add(declarationOf(error));
          }
        } catch (RuntimeException crash) { // bounds can make javac recurse for ever
          byPackage.values().stream().filter(Batch::crashesTheCompiler).forEach(invalid::add);
        }
        removeAll(invalid);
      } while (!invalid.isEmpty());
    }

    /** Removes what the processor refuses with an error in the source. */
    void removeRefused() {
      Set<RandomDeclaration> refused = new HashSet<>();
      for (Diagnostic<? extends JavaFileObject> error :
          compile(new MultiShotProcessor()).errors()) {
        String message = error.getMessage(null);
        if (message.contains("[multishot-") && !message.contains(Problem.INTERNAL.id())) {
          refused.add(declarationOf(error));
        }
      }
      removeAll(refused);
    }

    /** What the compiler says of what is generated. */
    List<String> complaints() {
      if (byPackage.isEmpty()) {
        return List.of();
      }
      return compile(new MultiShotProcessor()).diagnostics().stream()
          .filter(diagnostic -> diagnostic.getKind() == ERROR || !isSource(diagnostic.getSource()))
          .map(Diagnostic::toString)
          .toList();
    }

    private static boolean crashesTheCompiler(RandomDeclaration declaration) {
      try {
        Batch.of(declaration).compile();
        return false;
      } catch (RuntimeException crash) {
        return true;
      }
    }

    Compilation compile(Processor... processors) {
      List<JavaFileObject> files = new ArrayList<>();
      byPackage.values().forEach(declaration -> files.addAll(declaration.files()));
      return Compilations.compiler(processors).withOptions((Object[]) OPTIONS).compile(files);
    }

    boolean isSource(JavaFileObject file) {
      return file != null && sources.contains(file.toUri().toString());
    }

    /** The declaration that a diagnostic is about, by the folder of its file. */
    RandomDeclaration declarationOf(Diagnostic<? extends JavaFileObject> diagnostic) {
      JavaFileObject file = diagnostic.getSource();
      if (file == null) {
        throw new AssertionError("seed " + SEED + ": " + diagnostic);
      }
      String path =
          file.toUri().getPath().replaceFirst("^/?SOURCE_OUTPUT/", "").replaceFirst("^/", "");
      int end = path.lastIndexOf('/');
      RandomDeclaration found =
          byPackage.get(end < 0 ? "" : path.substring(0, end).replace('/', '.'));
      if (found == null) {
        throw new AssertionError("seed " + SEED + ": " + diagnostic);
      }
      return found;
    }

    private static Batch of(RandomDeclaration declaration) {
      Batch batch = new Batch();
      batch.add(declaration);
      return batch;
    }
  }
}
