package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.UnpaddedSender;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A group looks at its receivers several times before it waits. Whichever look it is that the
 * outcome comes just before, it is not missed.
 */
final class GroupLooksTest {

  private static final int NEVER = 0;

  private final LongChannel.Receiver silent = LongChannel.open();

  private int wakes;

  @Test
  void awaitAny_outcomeComesBetweenTwoChecks_findsIt() {
    Silent.keep(silent.sender());
    atEveryLook(group -> assertEquals(1, group.awaitAny()));
  }

  @Test
  void awaitAll_outcomeComesBetweenTwoChecks_returns() {
    atEveryLook(ReceiverGroup::awaitAll);
  }

  @Test
  void awaitAny_interruptedBetweenTwoChecks_findsTheOutcomeOrThrows() {
    Silent.keep(silent.sender());
    atEveryTwoLooks(group -> group.awaitAny() == 1);
  }

  @Test
  void awaitAll_interruptedBetweenTwoChecks_returnsOrThrows() {
    atEveryTwoLooks(
        group -> {
          group.awaitAll();
          return true;
        });
  }

  @Test
  void pollAny_outcomeComesBetweenTwoChecks_findsItOrRunsTheWaker() {
    Silent.keep(silent.sender());
    atEveryLook(
        group -> {
          wakes = 0;
          int found = group.pollAny(() -> wakes++);
          assertTrue(found == 1 || found == ReceiverGroup.PENDING);
          if (found == 1) {
            assertEquals(0, wakes);
            assertFalse(silent.withdraw(), "nothing is left registered");
          } else if (group.pollAny() == 1) {
            assertEquals(1, wakes);
          }
        });
  }

  @Test
  void pollAll_outcomeComesBetweenTwoChecks_findsItOrRunsTheWaker() {
    atEveryLook(
        group -> {
          wakes = 0;
          boolean areThere = group.pollAll(() -> wakes++);
          if (areThere) {
            assertEquals(0, wakes);
          } else if (group.pollAll()) {
            assertEquals(1, wakes);
          }
        });
  }

  /** The first of two answers before a look at the second. */
  @Test
  void pollAll_oneOfTwoOutcomesComesMeanwhile_doesNotRunTheWaker() {
    int look = 1;
    boolean hasAnswered;
    do {
      LongChannel.Receiver first = LongChannel.open();
      LongChannel.Sender sender = first.sender();
      Observed second = new Observed(look++, NEVER, () -> sender.send(1));
      second.arm();
      wakes = 0;
      assertFalse(ReceiverGroup.of(first, second).pollAll(() -> wakes++));
      assertEquals(0, wakes);
      hasAnswered = second.hasSent;
      second.cell.send();
      assertEquals(hasAnswered ? 1 : 0, wakes);
    } while (hasAnswered);
    assertTrue(look > 2, "looks: " + look);
  }

  /** What a group does, which may be to wait. */
  private interface Wait {
    void run(ReceiverGroup group) throws Exception;
  }

  /** The same, and whether it found what it should. */
  private interface Finding {
    boolean run(ReceiverGroup group) throws InterruptedException;
  }

  private void atEveryLook(Wait wait) {
    int look = 1;
    while (looks(new Observed(look, NEVER), wait)) {
      look++;
    }
    assertTrue(look > 2, "looks: " + look);
  }

  /** Interrupted before one look, and answered before it, too, or before a later one. */
  private void atEveryTwoLooks(Finding wait) {
    int kept = 0;
    int last = 1;
    boolean hasLooked;
    do {
      hasLooked = false;
      for (int first = 1; first <= last; first++) {
        Observed observed = new Observed(last, first);
        hasLooked |= looks(observed, group -> findOrBeInterrupted(observed, group, wait));
        kept += observed.isInterruptKept ? 1 : 0;
      }
      last++;
    } while (hasLooked);
    assertTrue(kept > 1, "found though interrupted: " + kept);
  }

  private static void findOrBeInterrupted(Observed observed, ReceiverGroup group, Finding wait) {
    try {
      assertTrue(wait.run(group));
      assertEquals(observed.isInterrupted, Thread.interrupted(), "whether the interrupt is kept");
      observed.isInterruptKept = observed.isInterrupted;
    } catch (InterruptedException e) {
      assertFalse(Thread.interrupted());
    }
  }

  /** Returns whether it looked so often; if not, it parks, and is answered then. */
  private boolean looks(Observed observed, Wait wait) {
    ReceiverGroup group = ReceiverGroup.of(silent, observed);
    observed.arm();
    try (TestThreads threads = new TestThreads()) {
      Thread waiting = threads.start(() -> wait.run(group));
      TestThreads.await(
          () -> observed.hasSent || !waiting.isAlive() || observed.isParked(waiting, group));
      boolean hasLooked = observed.hasSent;
      if (!hasLooked) {
        observed.send();
      }
      return hasLooked;
    }
  }

  /** A channel whose outcome comes before a certain look. */
  private static final class Observed extends MultiShotReceiver {

    private final int answered;
    private final int interrupted;
    private final Runnable answer;
    private final Cell cell = new Cell();
    private boolean isArmed;
    private volatile boolean isInterrupted;
    private boolean isInterruptKept;
    private int looks;
    private volatile boolean hasSent;

    /** The looks that the answer and the interrupt come before. */
    Observed(int answered, int interrupted) {
      this.answered = answered;
      this.interrupted = interrupted;
      this.answer = cell::send;
    }

    /** The same, where it is another that answers. */
    Observed(int answered, int interrupted, Runnable answer) {
      this.answered = answered;
      this.interrupted = interrupted;
      this.answer = answer;
    }

    private void send() {
      hasSent = true;
      answer.run();
    }

    private void arm() {
      arm(cell);
      isArmed = true;
    }

    /** Whether it stays so until the answer: an interrupted thread passes through its park. */
    private boolean isParked(Thread waiting, ReceiverGroup group) {
      return LockSupport.getBlocker(waiting) == group && !isInterrupted;
    }

    @Override
    protected Cell cell() {
      if (isArmed && !hasSent) {
        looks++;
        if (looks == interrupted) {
          isInterrupted = true;
          Thread.currentThread().interrupt();
        }
        if (looks == answered) {
          send();
        }
      }
      return cell;
    }

    @Override
    protected MultiShotSender newCell() {
      throw new AssertionError("nobody abandons it");
    }

    @Override
    protected void install(MultiShotSender newCell) {
      throw new AssertionError("nobody abandons it");
    }

    @Override
    protected void deliverValue(MultiShotHandler handler, boolean asView) {
      throw new AssertionError("there is no handler");
    }

    @Override
    protected @Nullable Object valueFor(CompletableFuture<?> future) {
      throw new AssertionError("there is no future");
    }
  }

  /** Carries nothing but the end of the shot. */
  private static final class Cell extends UnpaddedSender {
    void send() {
      assertTrue(begin() && publish());
    }

    @Override
    protected boolean sendResult(@Nullable Object result) {
      throw new AssertionError("no future was given");
    }
  }
}
