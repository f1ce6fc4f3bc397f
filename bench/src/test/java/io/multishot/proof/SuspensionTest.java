package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import io.multishot.proof.scenario.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wait-freedom: each operation comes to its end in so many steps of its own, whatever the other
 * half does, and wherever that stops for ever.
 */
class SuspensionTest {

  // Steps are accesses to what is shared. The most: a Shot that ends, and wakes a group of two; a
  // handler that is registered, and run at once.
  private static final int MOST_OF_SENDER = 13;
  private static final int MOST_OF_RECEIVER = 20;

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (String received : Suspension.ofReceiver()) {
      for (String sent : Suspension.ofSender()) {
        pairs.add(Arguments.arguments(received, sent));
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0} while {1} is suspended")
  @MethodSource("pairs")
  void theReceiverNeverWaitsForTheSender(String received, String sent) {
    assertTrue(steps(received, sent, "sender", "receiver") <= MOST_OF_RECEIVER);
  }

  @ParameterizedTest(name = "{1} while {0} is suspended")
  @MethodSource("pairs")
  void theSenderNeverWaitsForTheReceiver(String received, String sent) {
    assertTrue(steps(received, sent, "receiver", "sender") <= MOST_OF_SENDER);
  }

  private static int steps(String received, String sent, String suspended, String counted) {
    Verdict verdict =
        ModelChecker.of(Suspension.class, received, sent)
            .checking("io.multishot.")
            .suspending(suspended)
            .check()
            .orThrow();
    assertTrue(verdict.isExhausted());
    int steps = verdict.mostSteps().getOrDefault(counted, 0);
    assertTrue(steps > 0, () -> "nothing was counted: " + verdict);
    return steps;
  }
}
