package io.multishot.soak;

import io.multishot.Poll;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A slab's shots at full speed: nothing may be lost, mixed up or allocated. */
final class SlabLoop {

  static final int CAPACITY = 5;

  /** Before this many, what is allocated may be due to classes that are being loaded. */
  private static final int FEWEST_ROUNDS = 8;

  private static final int MOST_TRIES = 1000;
  private static final int LOOKS_PER_YIELD = 100;

  private final Harness harness;
  private final Replies replies;
  private final Receipt receipt;
  private final int shotsPerRound;
  private final BooleanSupplier isOver;

  SlabLoop(
      Harness harness,
      Replies replies,
      Receipt receipt,
      int shotsPerRound,
      BooleanSupplier isOver) {
    this.harness = harness;
    this.replies = replies;
    this.receipt = receipt;
    this.shotsPerRound = shotsPerRound;
    this.isOver = isOver;
  }

  /** Acquires, sends and receives on one thread; another does the same. */
  void onOneThread(long firstShot) {
    Replies mine = replies.forAnotherThread();
    harness.watch(mine);
    Allocation allocation = new Allocation();
    long shot = firstShot;
    for (int rounds = 0; mayGoOn(rounds); rounds++) {
      long first = shot;
      allocation.measure(() -> cycle(mine, first));
      shot += shotsPerRound;
      count(Count.SAME_THREAD);
    }
    allocation.requireNone(harness.tally());
  }

  private void cycle(Replies mine, long first) {
    for (long shot = first; shot < first + shotsPerRound; shot++) {
      long id = acquire(mine);
      require(mine.send(id, shot), "a shot that is open can be ended", shot);
      receive(mine, id, shot);
      require(!mine.send(id, ~shot), "a name that is old ends nothing", shot);
    }
  }

  /** There is a slot for each thread; but one that the other has just freed may go unseen. */
  private static long acquire(Replies mine) {
    long id = mine.tryAcquire();
    for (int tries = 1; id <= 0; tries++) {
      require(tries < MOST_TRIES, "there is a slot for each thread", tries);
      id = mine.tryAcquire();
    }
    return id;
  }

  /** One thread asks, and the other one replies. */
  final class Pair {

    private final long firstShot;

    /** The id of the next request; 0 if it has been seen. */
    private final AtomicLong line = new AtomicLong();

    /** How many rounds the server shall serve so far. */
    private final AtomicInteger granted = new AtomicInteger();

    private volatile boolean isComplete;

    Pair(long firstShot) {
      this.firstShot = firstShot;
    }

    void request() {
      Replies mine = replies.forAnotherThread();
      harness.watch(mine);
      Allocation allocation = new Allocation();
      long shot = firstShot;
      for (int rounds = 0; mayGoOn(rounds); rounds++) {
        granted.incrementAndGet();
        long first = shot;
        allocation.measure(() -> ask(mine, first));
        shot += shotsPerRound;
        count(Count.CROSS_THREAD);
      }
      isComplete = true;
      allocation.requireNone(harness.tally());
    }

    private void ask(Replies mine, long first) {
      for (long shot = first; shot < first + shotsPerRound; shot++) {
        long id = acquire(mine);
        line.set(id);
        receive(mine, id, shot);
      }
    }

    void serve() {
      Replies mine = replies.forAnotherThread();
      Allocation allocation = new Allocation();
      long shot = firstShot;
      for (int served = 0; awaitGrant(served); served++) {
        long first = shot;
        allocation.measure(() -> answer(mine, first));
        shot += shotsPerRound;
      }
      allocation.requireNone(harness.tally());
    }

    @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
    private void answer(Replies mine, long first) {
      for (long shot = first; shot < first + shotsPerRound; shot++) {
        long id = line.get();
        for (int looks = 1; id == 0; looks++) {
          if (looks % LOOKS_PER_YIELD == 0) {
            Thread.yield();
            require(!harness.hasFailed(), "the other thread goes on", shot);
          }
          id = line.get();
        }
        line.set(0);
        require(mine.send(id, shot), "who waits wants the reply", shot);
      }
    }

    private boolean awaitGrant(int served) {
      Pause.until(harness, () -> granted.get() > served || isComplete);
      return granted.get() > served;
    }
  }

  private void receive(Replies mine, long id, long shot) {
    long number = receive(mine, id);
    if (number != shot) {
      throw new SoakFailure("for shot " + shot + " received number " + number);
    }
  }

  private long receive(Replies mine, long id) {
    try {
      return switch (receipt) {
        case RECEIVE -> mine.receive(id);
        case RECEIVE_UNINTERRUPTIBLY -> mine.receiveUninterruptibly(id);
        case RECEIVE_TIMED -> mine.receive(id, 1, TimeUnit.HOURS);
        case AWAIT_AND_TAKE -> {
          require(mine.slab().await(id) == Poll.READY, "a value was sent", id);
          yield mine.take(id);
        }
        case POLL_AND_TAKE -> {
          Poll found = mine.slab().poll(id);
          while (found == Poll.PENDING) {
            Thread.onSpinWait();
            found = mine.slab().poll(id);
          }
          require(found == Poll.READY, "a value was sent", id);
          yield mine.take(id);
        }
      };
    } catch (InterruptedException | TimeoutException thrown) {
      throw Unchecked.rethrow(thrown);
    }
  }

  private static void require(boolean isKept, String promise, long shot) {
    if (!isKept) {
      throw new SoakFailure("broken: " + promise + ": shot " + shot);
    }
  }

  private void count(Count which) {
    harness.tally().add(which, shotsPerRound);
    harness.tally().add(Count.OF_SLABS, shotsPerRound);
    harness.progress();
  }

  private boolean mayGoOn(int rounds) {
    return rounds < FEWEST_ROUNDS || (!isOver.getAsBoolean() && !harness.hasFailed());
  }
}
