package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation of a loan in each of its phases: what comes of it, and the phase after it. */
@Tag("production")
final class LoanTest {

  private static final List<String> PHASES = List.of("OPEN", "IN_USE", "USED", "LEFT", "LOST");

  private final LoanedChannel channel = new LoanedChannel();
  private final MultiShotSender sender = channel.lent;
  private final Loan loan = channel.loan;
  private final CompletableFuture<Object> source = new CompletableFuture<>();

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          open           | send        | true      | USED   | value
          open           | fail        | true      | USED   | failed
          open           | close       | done      | USED   | disconnected
          open           | sendFrom    | done      | LEFT   | armed
          open           | refused     | refused   | OPEN   | armed
          open           | onAbandoned | done      | OPEN   | armed
          open           | shot        | done      | OPEN   | armed
          open           | isAbandoned | false     | OPEN   | armed
          open           | lose        | true      | LOST   | failed
          abandoned      | send        | false     | USED   | retired
          abandoned      | fail        | false     | USED   | retired
          abandoned      | close       | done      | USED   | retired
          abandoned      | sendFrom    | done      | LEFT   | retired
          abandoned      | onAbandoned | done      | OPEN   | abandoned
          abandoned      | shot        | done      | OPEN   | abandoned
          abandoned      | isAbandoned | true      | OPEN   | abandoned
          abandoned      | lose        | true      | OPEN   | abandoned
          in use         | send        | threads   | IN_USE | armed
          in use         | fail        | threads   | IN_USE | armed
          in use         | close       | threads   | IN_USE | armed
          in use         | sendFrom    | threads   | IN_USE | armed
          in use         | onAbandoned | threads   | IN_USE | armed
          in use         | shot        | threads   | IN_USE | armed
          in use         | isAbandoned | false     | IN_USE | armed
          in use         | lose        | true      | IN_USE | armed
          in use by self | send        | true      | USED   | value
          in use by self | fail        | true      | USED   | failed
          in use by self | close       | done      | USED   | disconnected
          in use by self | onAbandoned | done      | IN_USE | armed
          in use by self | shot        | done      | IN_USE | armed
          in use by self | lose        | true      | IN_USE | armed
          used           | send        | has sent  | USED   | value
          used           | fail        | has sent  | USED   | value
          used           | close       | done      | USED   | value
          used           | sendFrom    | has sent  | USED   | value
          used           | onAbandoned | has sent  | USED   | value
          used           | shot        | has sent  | USED   | value
          used           | isAbandoned | false     | USED   | value
          used           | lose        | true      | USED   | value
          used, rearmed  | send        | has sent  | USED   | armed
          used, rearmed  | fail        | has sent  | USED   | armed
          used, rearmed  | close       | has sent  | USED   | armed
          in vain        | close       | done      | USED   | retired
          used, rearmed  | sendFrom    | has sent  | USED   | armed
          used, rearmed  | onAbandoned | has sent  | USED   | armed
          used, rearmed  | shot        | has sent  | USED   | armed
          used, rearmed  | isAbandoned | false     | USED   | armed
          used, rearmed  | lose        | true      | USED   | armed
          left           | send        | sendFrom  | LEFT   | armed
          left           | fail        | sendFrom  | LEFT   | armed
          left           | close       | done      | LEFT   | disconnected
          left           | sendFrom    | sendFrom  | LEFT   | armed
          left           | onAbandoned | sendFrom  | LEFT   | armed
          left           | shot        | sendFrom  | LEFT   | armed
          left           | isAbandoned | false     | LEFT   | armed
          left           | lose        | true      | LEFT   | armed
          left, over     | close       | done      | LEFT   | failed
          left, rearmed  | close       | sendFrom  | LEFT   | armed
          left, releft   | close       | sendFrom  | LEFT   | armed
          lost           | send        | consumed  | LOST   | failed
          lost           | fail        | consumed  | LOST   | failed
          lost           | close       | done      | LOST   | failed
          lost           | sendFrom    | consumed  | LOST   | failed
          lost           | onAbandoned | consumed  | LOST   | failed
          lost           | shot        | consumed  | LOST   | failed
          lost           | isAbandoned | false     | LOST   | failed
          lost           | lose        | true      | LOST   | failed
          """)
  void operation_inAPhase(
      String position, String operation, String result, String phase, String state)
      throws Exception {
    enter(position);
    assertEquals(result, run(operation), "result");
    assertEquals(phase, PHASES.get(loan.phase()), "phase");
    assertEquals(state, channel.cell.describe(channel.cell.stateVolatile()), "state of the cell");
  }

  private void enter(String position) throws Exception {
    switch (position) {
      case "open" -> {}
      case "abandoned" -> channel.abandon();
      case "in use" -> {
        Thread other = new Thread(() -> loan.begin(sender, "has sent"));
        other.start();
        other.join();
      }
      case "in use by self" -> loan.begin(sender, "has sent");
      case "used" -> send();
      case "used, rearmed" -> {
        send();
        loan.end();
        channel.cell.arm();
      }
      case "in vain" -> {
        channel.abandon();
        send();
      }
      case "left" -> loan.leaveTo(sender, source);
      case "left, over" -> {
        loan.leaveTo(sender, source);
        source.completeExceptionally(new Exception());
      }
      case "left, rearmed" -> {
        loan.leaveTo(sender, source);
        source.completeExceptionally(new Exception());
        loan.end();
        channel.cell.arm();
      }
      case "left, releft" -> {
        loan.leaveTo(sender, source);
        source.completeExceptionally(new Exception());
        loan.end();
        channel.cell.arm();
        channel.cell.leaveTo(new CompletableFuture<>());
      }
      case "lost" -> loan.lose();
      default -> throw new AssertionError(position);
    }
  }

  private String run(String operation) {
    try {
      switch (operation) {
        case "send" -> {
          return String.valueOf(send());
        }
        case "fail" -> {
          return String.valueOf(loan.fail(sender, new Exception()));
        }
        case "close" -> loan.close(sender);
        case "sendFrom" -> loan.leaveTo(sender, source);
        case "refused" -> loan.leaveTo(sender, new Refusing());
        case "onAbandoned" -> loan.onAbandoned(sender, () -> {});
        case "shot" -> assertEquals(channel.sequence, loan.requireOpenShot());
        case "isAbandoned" -> {
          return String.valueOf(loan.isAbandoned());
        }
        case "lose" -> {
          return String.valueOf(loan.lose());
        }
        default -> throw new AssertionError(operation);
      }
      return "done";
    } catch (IllegalStateException refused) {
      String message = String.valueOf(refused.getMessage());
      for (String known : List.of("threads", "has sent", "sendFrom", "refused", "consumed")) {
        if (message.contains(known)) {
          return known;
        }
      }
      throw refused;
    }
  }

  private boolean send() {
    return loan.begin(sender, "has sent") && loan.publish(channel.cell);
  }

  @Test
  void lose_failsTheShotWithTheReason() {
    assertTrue(loan.lose());
    Throwable failure = Cell.failureOf(channel.cell.stateVolatile());
    assertTrue(
        String.valueOf(assertInstanceOf(LostSenderException.class, failure).getMessage())
            .contains("in production this receiver would wait for ever"));
  }

  /** A future that no one can register with. */
  private static final class Refusing extends CompletableFuture<Object> {
    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super @Nullable Throwable> action) {
      throw new IllegalStateException("refused");
    }
  }
}
