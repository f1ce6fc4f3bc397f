package io.multishot.samples;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Writes to five replicas, and goes on when three have confirmed: a quorum. */
public final class QuorumWrites {

  private static final int REPLICAS = 5;
  private static final int QUORUM = 3;
  private static final long TIME_OUT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final ReadingSlab confirmations = ReadingSlab.open(64);
  private final List<Replica> replicas = new ArrayList<>();
  private final SlabShot[] votes = new SlabShot[REPLICAS];
  private final ReceiverGroup group;

  private final Replica.Replies replies =
      new Replica.Replies() {
        @Override
        public void received(long id, long version) {
          confirmations.send(id, version);
        }

        @Override
        public void failed(long id, Exception failure) {
          confirmations.fail(id, failure);
        }
      };

  private QuorumWrites() {
    for (int i = 0; i < REPLICAS; i++) {
      votes[i] = SlabShot.of(confirmations);
    }
    group = ReceiverGroup.of(votes);
  }

  /** Writes with all replicas there, then with two that fail, then with three. */
  public static void main(String[] args) throws InterruptedException {
    for (int failing : new int[] {0, 2, 3}) {
      QuorumWrites writes = new QuorumWrites();
      for (int i = 0; i < REPLICAS; i++) {
        boolean fails = i < failing;
        writes.replicas.add(
            new Replica("replica " + i, (number, key) -> confirm(fails, key), writes.replies));
      }
      System.out.println(failing + " of 5 fail: " + (writes.write(7) ? "written" : "no quorum"));
      System.out.println("slots in use: " + writes.confirmations.inFlight());
      writes.replicas.forEach(Replica::close);
    }
  }

  private static long confirm(boolean fails, long version) throws IOException {
    if (fails) {
      throw new IOException("disk full");
    }
    return version;
  }

  /** Tells whether a quorum has confirmed in time. */
  private boolean write(long version) throws InterruptedException {
    for (int i = 0; i < REPLICAS; i++) {
      votes[i].set(confirmations.acquire());
      replicas.get(i).ask(votes[i].id(), version);
    }
    long deadline = System.nanoTime() + TIME_OUT_NANOS;
    try {
      int missing = QUORUM;
      while (missing > 0) {
        long left = deadline - System.nanoTime();
        if (!group.awaitAtLeast(missing, left, TimeUnit.NANOSECONDS)
            || group.outcomes() < missing) { // the others have failed
          return false;
        }
        missing -= takeConfirmations();
      }
      return true;
    } finally {
      group.abandonAll(); // those that are late
    }
  }

  private int takeConfirmations() {
    int taken = 0;
    for (SlabShot vote : votes) {
      Poll polled = confirmations.poll(vote.id());
      if (polled == Poll.READY) {
        confirmations.take(vote.id());
        taken++;
      } else if (polled == Poll.FAILED) {
        confirmations.abandon(vote.id());
      }
    }
    return taken;
  }
}
