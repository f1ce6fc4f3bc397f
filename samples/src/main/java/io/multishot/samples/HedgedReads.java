package io.multishot.samples;

import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads from one of two replicas, and from the other one as well if the first is slow: a hedged
 * request (Dean and Barroso, <i>The Tail at Scale</i>, 2013). The faster reply counts, and the
 * slower one reaches nobody.
 */
public final class HedgedReads {

  private static final int READS = 20;
  private static final long HEDGE_MILLIS = 5;
  private static final long TIME_OUT_SECONDS = 10;

  private final ReadingSlab readings = ReadingSlab.open(64);
  private final SlabShot first = SlabShot.of(readings);
  private final SlabShot second = SlabShot.of(readings);
  private final ReceiverGroup both = ReceiverGroup.of(first, second);
  private final Semaphore answeredByTheOther = new Semaphore(0);
  private int hedged;

  private final Replica.Replies replies =
      new Replica.Replies() {
        @Override
        public void received(long id, long reply) {
          readings.send(id, reply); // false if it is late: then nothing happens
        }

        @Override
        public void failed(long id, Exception failure) {
          readings.fail(id, failure);
        }
      };

  private HedgedReads() {}

  /** Reads twenty keys, of which one replica answers every fifth only after the other one has. */
  public static void main(String[] args) throws Exception {
    HedgedReads reads = new HedgedReads();
    try (Replica stalling = new Replica("stalling", reads::stall, reads.replies);
        Replica steady = new Replica("steady", reads::answer, reads.replies)) {
      long sum = 0;
      for (long key = 1; key <= READS; key++) {
        sum += reads.read(key, stalling, steady);
      }
      System.out.println("the sum of " + READS + " squares is " + sum);
      System.out.println("hedged at least " + READS / 5 + " times: " + (reads.hedged >= READS / 5));
      System.out.println("slots in use: " + reads.readings.inFlight());
    }
  }

  private long stall(int number, long key) throws InterruptedException {
    if (number % 5 == 0) {
      answeredByTheOther.acquire();
    }
    return key * key;
  }

  private long answer(int number, long key) {
    answeredByTheOther.release();
    return key * key;
  }

  /** The first of both replies to come; the other replica is asked only if the first is slow. */
  private long read(long key, Replica likely, Replica other)
      throws InterruptedException, TimeoutException {
    try {
      first.set(readings.acquire());
      likely.ask(first.id(), key);
      int found = both.awaitAny(HEDGE_MILLIS, TimeUnit.MILLISECONDS);
      if (found == ReceiverGroup.PENDING) {
        hedged++;
        second.set(readings.acquire());
        other.ask(second.id(), key);
        found = both.awaitAny(TIME_OUT_SECONDS, TimeUnit.SECONDS);
      }
      if (found == ReceiverGroup.PENDING) {
        throw new TimeoutException("no replica has answered");
      }
      return readings.receive((found == 0 ? first : second).id());
    } finally {
      both.abandonAll(); // the loser
    }
  }
}
