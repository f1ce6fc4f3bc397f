package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.processor.misuse.Program.Sequence;
import io.multishot.processor.misuse.Program.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random bodies are compiled, and run by the letter of the contract, with every choice that their
 * conditions and exceptions have. What is told of a place is so each time that a run comes there.
 *
 * <p>{@code -Dmisuse.bodies=…} sets how many bodies, {@code -Dmisuse.seed=…} which.
 */
final class RandomProgramTest {

  private static final int BODIES = Integer.getInteger("misuse.bodies", 1000);
  private static final long SEED = Long.getLong("misuse.seed", 1);
  private static final int BODIES_PER_CLASS = 200;
  private static final int RUNS_IN_ORDER = 200;
  private static final int RUNS_AT_RANDOM = 500;

  private int warnings;
  private int missed;

  /** Warnings of places that no run came to, in the rounds of which they are. */
  private int unknown;

  @Test
  void whatIsTold_isSoOnEveryRun() {
    Random random = new Random(SEED);
    for (int done = 0; done < BODIES; done += BODIES_PER_CLASS) {
      checkClass(random);
    }
    System.out.printf(
        "misuse: %d bodies of seed %d, %d warnings, %d of them never come to, %d places missed%n",
        BODIES, SEED, warnings, unknown, missed);
    assertTrue(unknown < warnings / 20, "many are not known: " + unknown);
    assertTrue(warnings > BODIES / 2, "few warnings: " + warnings);
  }

  private void checkClass(Random random) {
    ProgramWriter writer = new ProgramWriter();
    List<Sequence> bodies = new ArrayList<>();
    for (int i = 0; i < BODIES_PER_CLASS; i++) {
      Sequence body = new ProgramGenerator(random).body();
      bodies.add(body);
      writer.write("m" + i, body);
    }
    String source = writer.finished();
    Arrivals arrivals = new Arrivals();
    for (Sequence body : bodies) {
      run(body, arrivals, random);
    }
    Map<Long, String> told = told(source);
    List<String> wrong = new ArrayList<>();
    for (Site site : writer.sites()) {
      String message = told.remove((long) site.line);
      if (message == null) {
        missed += arrivals.isMisuse(site) ? 1 : 0;
      } else {
        warnings++;
        boolean isRepeated = message.contains("earlier round");
        if (!arrivals.bearsOut(site, isRepeated)) {
          if (arrivals.isUnknown(site, isRepeated)) {
            unknown++;
          } else {
            wrong.add(site.line + ": " + message);
          }
        }
      }
    }
    assertEquals(List.of(), wrong, () -> numbered(source, wrong));
    assertEquals(Map.of(), told, "at no call");
  }

  private static void run(Sequence body, Arrivals arrivals, Random random) {
    Choices ordered = new Choices(random);
    int runs = 0;
    do {
      new ProgramRunner(ordered, arrivals).run(body);
      runs++;
    } while (ordered.advance() && runs < RUNS_IN_ORDER);
    if (runs == RUNS_IN_ORDER) {
      Choices choices = new Choices(random);
      choices.beRandom();
      for (int i = 0; i < RUNS_AT_RANDOM; i++) {
        new ProgramRunner(choices, arrivals).run(body);
      }
    }
  }

  private static Map<Long, String> told(String source) {
    Map<Long, String> told = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> one :
        Javac.compile(
            List.of(),
            List.of("-proc:none", "-Xmaxwarns", "1000000"),
            List.of(),
            forSourceString("misuse.Case", source))) {
      String message = one.getMessage(null);
      assertTrue(message.startsWith("[multishot-"), () -> one + source);
      told.put(one.getLineNumber(), message);
    }
    return told;
  }

  /** The method of the first wrong warning, with the numbers of its lines. */
  private static String numbered(String source, List<String> wrong) {
    List<String> lines = source.lines().toList();
    int line = Integer.parseInt(wrong.get(0).replaceAll(":.*", ""));
    int from = line;
    while (!lines.get(from - 1).startsWith("void m")) {
      from--;
    }
    StringBuilder text = new StringBuilder(wrong.get(0)).append('\n');
    for (int i = from;
        i <= lines.size() && (i == from || !lines.get(i - 1).startsWith("void m"));
        i++) {
      text.append(i).append(": ").append(lines.get(i - 1)).append('\n');
    }
    return text.toString();
  }
}
