package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever uses a sender, whoever finds it lost, and a second user: one of them ends the shot. */
@Tag("production")
final class LoanRaceTest {

  private static final int ROUNDS = 20_000;

  @Test
  void useAndLoss_atTheSameTime_endTheShotOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    int[] ends = new int[3];
    try {
      CyclicBarrier start = new CyclicBarrier(3);
      for (int round = 0; round < ROUNDS; round++) {
        LoanedChannel channel = new LoanedChannel();
        Exception first = new Exception("first");
        Exception second = new Exception("second");
        Future<Boolean> one = threads.submit(() -> hasEnded(start, channel, first));
        Future<Boolean> other = threads.submit(() -> hasEnded(start, channel, second));
        Future<Boolean> loss =
            threads.submit(
                () -> {
                  start.await();
                  return channel.loan.lose();
                });
        boolean isFirst = one.get();
        boolean isSecond = other.get();
        assertTrue(loss.get());
        Throwable failure = Cell.failureOf(channel.cell.stateVolatile());
        if (isFirst || isSecond) {
          assertTrue(isFirst != isSecond, "two ended it");
          assertSame(isFirst ? first : second, failure);
          assertEquals(Loan.USED, channel.loan.phase());
          ends[isFirst ? 0 : 1]++;
        } else {
          assertInstanceOf(LostSenderException.class, failure);
          assertEquals(Loan.LOST, channel.loan.phase());
          ends[2]++;
        }
      }
    } finally {
      threads.shutdown();
    }
    for (int end : ends) {
      assertTrue(end > 0, "one never came first: " + ends[0] + ", " + ends[1] + ", " + ends[2]);
    }
  }

  private static boolean hasEnded(CyclicBarrier start, LoanedChannel channel, Exception failure)
      throws Exception {
    start.await();
    try {
      assertTrue(channel.loan.fail(channel.lent, failure));
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }
}
