package io.multishot.soak;

import static java.util.Objects.requireNonNull;

import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.fixtures.Threads;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * Requesters that use few slots again as fast as they can, and give most requests up; and repliers
 * whose replies come late, or twice, or go to names of long ago, of other slots, and out of range.
 *
 * <p>A reply carries the number of its request. So a requester can tell whether it is the answer to
 * its own; and a replier knows of most requests that they were over before it replied, and must be
 * told that its reply was in vain.
 */
final class LateReplies {

  static final int REQUESTERS = 4;
  static final int REPLIERS = 2;

  /** One for each thread that can have one at a time. No power of two: some numbers name none. */
  static final int CAPACITY = REQUESTERS + REPLIERS;

  private static final int SLOT_BITS = 3;

  /** A name with a generation of so many bits is one that no two slots have. */
  private static final int LONG_NAME = 40;

  private static final long SLOT_MASK = (1L << SLOT_BITS) - 1;

  /** How many requests a wire remembers. */
  private static final int MEMORY = 1 << 12;

  /** How many names a replier keeps for longer than a wire does. */
  private static final int KEPT = 1 << 10;

  private static final long NANOS_PER_LOOK = 100;

  private static final int ROUNDS_PER_PROGRESS = 1 << 12;

  /** Virtual threads give way only by themselves. */
  private static final int ROUNDS_PER_YIELD = 1 << 8;

  private static final int REQUESTER_SHIFT = 56;

  /** No request has it. */
  private static final long STRAY = -1;

  /** The last requests of one requester. */
  private static final class Wire {
    private final AtomicLongArray ids = new AtomicLongArray(MEMORY);

    /** How many there were. */
    private final AtomicLong asked = new AtomicLong();

    /** How many of them are over, for good. */
    private final AtomicLong over = new AtomicLong();
  }

  /** A failure in place of a reply. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long number;

    Refusal(long number) {
      super("refused", null, false, false);
      this.number = number;
    }
  }

  private final Harness harness;
  private final Replies replies;
  private final long seed;
  private final long requestsEach;
  private final Wire[] wires = new Wire[REQUESTERS];
  private final AtomicInteger requesting = new AtomicInteger(REQUESTERS);

  private final LongAdder requests = new LongAdder();
  private final LongAdder received = new LongAdder();
  private final LongAdder full = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder afterTheEnd = new LongAdder();
  private final LongAdder strays = new LongAdder();
  private final LongAdder accepted = new LongAdder();

  /** Of requests whose outcome cannot be discarded: what was accepted is what was received. */
  private final LongAdder exactlyReceived = new LongAdder();

  private final LongAdder exactlyAccepted = new LongAdder();

  LateReplies(Harness harness, Replies replies, long seed, long requests) {
    this.harness = harness;
    this.replies = replies;
    this.seed = seed;
    this.requestsEach = Math.max(1, requests / REQUESTERS);
    for (int i = 0; i < REQUESTERS; i++) {
      wires[i] = new Wire();
    }
  }

  /**
   * Runs it to its end.
   *
   * @return what there was
   */
  static String run(Replies replies, long seed, long requests, long stallNanos)
      throws InterruptedException {
    Harness harness = new Harness("late replies", stallNanos, new Tally());
    LateReplies late = new LateReplies(harness, replies, seed, requests);
    late.start(Threads.PLATFORM, Threads.PLATFORM);
    harness.join();
    return late.check();
  }

  void start(Threads requesters, Threads repliers) {
    harness.watch(replies);
    for (int i = 0; i < REQUESTERS; i++) {
      int number = i;
      harness.start("requester-" + i, requesters, () -> request(number));
    }
    for (int i = 0; i < REPLIERS; i++) {
      int number = i;
      harness.start("replier-" + i, repliers, () -> reply(number));
    }
  }

  /** After all threads have come to their ends. Tells what there was. */
  String check() {
    require(exactlyAccepted.sum() == exactlyReceived.sum(), "what was accepted is received, once");
    require(accepted.sum() >= received.sum(), "what was received had been accepted");
    long told = replies.slab().lateReplies() + replies.slab().unknownReplies();
    require(told == sent.sum() - accepted.sum(), "each reply in vain is counted");
    require(replies.slab().inFlight() == 0, "no slot is in use");
    long[] ids = new long[CAPACITY];
    for (int i = 0; i < CAPACITY; i++) {
      ids[i] = replies.tryAcquire();
      require(ids[i] > 0, "each slot can be used again");
    }
    require(replies.tryAcquire() <= 0, "there are no more");
    for (int i = 0; i < CAPACITY; i++) {
      require(replies.send(ids[i], i) && replies.take(ids[i]) == i, "and each carries a value");
    }
    return "%,d requests, %,d of them answered; %,d replies, %,d after the end, %,d to wrong names"
        .formatted(requests.sum(), received.sum(), sent.sum(), afterTheEnd.sum(), strays.sum());
  }

  long requests() {
    return requests.sum();
  }

  private void require(boolean isKept, String promise) {
    if (!isKept) {
      throw new SoakFailure("late replies, broken: " + promise + ": " + this);
    }
  }

  @Override
  public String toString() {
    return "%s: %d requests, %d (%d) received, %d sent, %d (%d) accepted, %d late, %d unknown"
        .formatted(
            replies,
            requests.sum(),
            received.sum(),
            exactlyReceived.sum(),
            sent.sum(),
            accepted.sum(),
            exactlyAccepted.sum(),
            replies.slab().lateReplies(),
            replies.slab().unknownReplies());
  }

  // Requests

  /** How a request is waited for, and given up. It follows from its number. */
  private enum Way {
    LOOKS,
    LOOKS_WITH_A_WAKER,
    RECEIVES_AT_ONCE,
    RECEIVES_IN_TIME,
    HANDLES;

    /** Whether an outcome that was accepted cannot be discarded. */
    boolean isExact() {
      return this == RECEIVES_AT_ONCE || this == RECEIVES_IN_TIME || this == HANDLES;
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // it is a chance, and nothing depends on it
  private static void yieldNow(long round) {
    if ((round & (ROUNDS_PER_YIELD - 1)) == 0) {
      Thread.yield();
    }
  }

  private long draw(long number) {
    return Mix.of(seed ^ Mix.of(number));
  }

  private static Way way(long draw) {
    int lot = (int) draw & 255;
    return lot < 160
        ? Way.LOOKS
        : lot < 190
            ? Way.LOOKS_WITH_A_WAKER
            : lot < 214 ? Way.RECEIVES_AT_ONCE : lot < 215 ? Way.RECEIVES_IN_TIME : Way.HANDLES;
  }

  /** How often it is looked for a reply: seldom often enough for one that is quick. */
  private static int looks(long draw) {
    return (int) (draw >>> 8) & ((draw >>> 32 & 7) == 0 ? 511 : 63);
  }

  private void request(int requester) throws InterruptedException {
    Replies mine = replies.forAnotherThread();
    Wire wire = wires[requester];
    Handling handler = new Handling();
    Waker waker = Thread::onSpinWait; // one for all requests
    try {
      for (long n = 0; n < requestsEach; n++) {
        long id = acquire(mine);
        long number = (long) requester << REQUESTER_SHIFT | n;
        wire.ids.set((int) n & (MEMORY - 1), id);
        wire.asked.lazySet(n + 1);
        long draw = draw(number);
        Way way = way(draw);
        if (isAnswered(mine, id, number, way, looks(draw), waker, handler)) {
          received.increment();
          exactlyReceived.add(way.isExact() ? 1 : 0);
        }
        wire.over.lazySet(n + 1);
        yieldNow(n);
        if ((n & (ROUNDS_PER_PROGRESS - 1)) == 0) {
          harness.progress();
          if (harness.hasFailed()) {
            return;
          }
        }
      }
    } finally {
      requests.add(wire.over.get());
      requesting.decrementAndGet();
    }
  }

  private long acquire(Replies mine) {
    long id = mine.tryAcquire();
    while (id <= 0) { // what others free meanwhile may go unseen
      full.increment();
      yieldNow(0);
      if (harness.hasFailed()) {
        throw new SoakFailure("gave up, because another thread failed");
      }
      id = mine.tryAcquire();
    }
    return id;
  }

  private boolean isAnswered(
      Replies mine, long id, long number, Way way, int looks, Waker waker, Handling handler)
      throws InterruptedException {
    switch (way) {
      case LOOKS -> look(mine, id, looks);
      case LOOKS_WITH_A_WAKER -> {
        if (mine.slab().poll(id, waker) == Poll.PENDING) {
          look(mine, id, looks);
        }
      }
      case HANDLES -> {
        handler.expect(id, number);
        mine.onReceive(id, handler, null);
        look(mine, id, looks);
        if (mine.slab().abandon(id)) {
          handler.forbid();
          return false;
        }
        Pause.until(harness, handler::isOver);
        return true;
      }
      case RECEIVES_AT_ONCE, RECEIVES_IN_TIME -> {
        boolean isAtOnce = way == Way.RECEIVES_AT_ONCE;
        if (isAtOnce) {
          look(mine, id, looks);
        }
        return received(mine, id, number, isAtOnce ? 0 : NANOS_PER_LOOK * looks);
      }
    }
    return switch (mine.slab().poll(id)) {
      case READY -> {
        verify(number, mine.take(id));
        yield true;
      }
      case FAILED -> {
        verify(number, requireNonNull(mine.slab().failure(id)));
        mine.slab().abandon(id);
        yield true;
      }
      case PENDING -> {
        verifyAbandoned(mine.slab().abandon(id));
        yield false;
      }
      default -> throw new SoakFailure("request " + number + " is " + mine.slab().poll(id));
    };
  }

  private static void look(Replies mine, long id, int looks) {
    for (int left = looks; left > 0 && mine.slab().poll(id) == Poll.PENDING; left--) {
      Thread.onSpinWait();
    }
  }

  private static boolean received(Replies mine, long id, long number, long nanos)
      throws InterruptedException {
    try {
      verify(number, mine.receive(id, nanos, TimeUnit.NANOSECONDS));
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (CompletionException failed) {
      verify(number, requireNonNull(failed.getCause()));
      return true;
    }
  }

  private static void verify(long number, long reply) {
    if (reply != number) {
      throw new SoakFailure(
          "request " + number + " got the reply to " + (reply == STRAY ? "nobody" : reply));
    }
  }

  private static void verify(long number, Throwable failure) {
    if (!(failure instanceof Refusal refusal)) {
      throw new SoakFailure("request " + number + " failed with " + failure);
    }
    verify(number, refusal.number);
  }

  private static void verifyAbandoned(boolean isAbandoned) {
    if (!isAbandoned) {
      throw new SoakFailure("an open request cannot be given up");
    }
  }

  /** Handles one request after the other. */
  private final class Handling implements Replies.Handler {
    private volatile long expectedId;
    private volatile long expected;
    private volatile int runs;
    private volatile long forbiddenId;

    void expect(long id, long number) {
      expectedId = id;
      expected = number;
      runs = 0;
    }

    void forbid() {
      forbiddenId = expectedId;
      if (runs > 0) {
        failForRun(expected);
      }
    }

    boolean isOver() {
      return runs > 0;
    }

    private void failForRun(long number) {
      harness.fail(new SoakFailure("a handler is run too often, for request " + number));
    }

    @Override
    public void received(long id, long number) {
      end(id, number);
    }

    @Override
    public void failed(long id, Throwable failure) {
      end(id, failure instanceof Refusal refusal ? refusal.number : STRAY);
    }

    private void end(long id, long number) {
      if (id != expectedId || number != expected) {
        harness.fail(
            new SoakFailure("request " + expected + " was handled with the reply to " + number));
      }
      int run = runs + 1;
      runs = run; // from here on the requester may have gone on to another request
      if (run > 1 || forbiddenId == id) {
        failForRun(number);
      }
    }
  }

  // Replies

  private void reply(int replier) {
    Replies mine = replies.forAnotherThread();
    long[] kept = new long[KEPT];
    for (long turn = 0; requesting.get() > 0 && !harness.hasFailed(); turn++) {
      yieldNow(turn);
      long draw = draw(~(turn << 1 | replier));
      int requester = (int) draw & (REQUESTERS - 1);
      Wire wire = wires[requester];
      long last = wire.asked.get() - 1;
      long number = last - back((int) (draw >>> 2));
      if (number < 0) {
        continue;
      }
      long id = wire.ids.get((int) number & (MEMORY - 1));
      if (wire.asked.get() - number >= MEMORY) {
        continue; // another request has its place by now
      }
      int lot = (int) (draw >>> 40);
      boolean isRefused = (lot & 63) == 0;
      if ((lot & 384) == 0) {
        replyAstray(mine, stray(id, draw), draw);
      }
      reply(mine, wire, id, requester, number, isRefused);
      if ((lot & 64) != 0) {
        reply(mine, wire, id, requester, number, isRefused);
      }
      int place = (int) (draw >>> 20) & (KEPT - 1);
      if (kept[place] > 0) {
        replyAstray(mine, kept[place], draw);
      }
      if ((lot & 1536) == 0) {
        kept[place] = wire.over.get() > number ? id : 0;
      }
    }
  }

  /** How many requests ago: mostly none, and mostly few. */
  private static int back(int draw) {
    int lot = draw & 7;
    return lot < 4 ? 0 : (draw >>> 3) & (lot < 7 ? 7 : MEMORY - 1);
  }

  private void reply(Replies mine, Wire wire, long id, int requester, long n, boolean isRefused) {
    long number = (long) requester << REQUESTER_SHIFT | n;
    boolean wasOver = wire.over.get() > n;
    sent.increment();
    afterTheEnd.add(wasOver ? 1 : 0);
    boolean isAccepted =
        isRefused ? mine.slab().fail(id, new Refusal(number)) : mine.send(id, number);
    if (isAccepted) {
      accepted.increment();
      exactlyAccepted.add(way(draw(number)).isExact() ? 1 : 0);
      if (wasOver) {
        throw new SoakFailure("a reply was accepted though its request was over: " + number);
      }
    }
  }

  /** To a name that is of no open request. */
  private void replyAstray(Replies mine, long name, long draw) {
    sent.increment();
    strays.increment();
    boolean isAccepted =
        switch ((int) (draw >>> 50) & 7) {
          case 0 -> mine.slab().disconnect(name);
          case 1 -> mine.slab().fail(name, new Refusal(STRAY));
          default -> mine.send(name, STRAY);
        };
    if (isAccepted) {
      throw new SoakFailure("a reply to a name that means nothing was accepted: " + name);
    }
  }

  private static long stray(long id, long draw) {
    int lot = (int) (draw >>> 30) & 0xffff;
    long other = (id & SLOT_MASK) + 1 + lot % (CAPACITY - 1);
    boolean isLong =
        id >>> LONG_NAME != 0; // two slots have one generation by chance, or a short one
    return switch ((lot >>> 4) & 7) {
      case 0 -> (id & ~SLOT_MASK) | (CAPACITY + (lot & 1)); // a slot out of range
      case 1 -> id | Long.MIN_VALUE;
      case 2 -> -id;
      case 3 -> id | (1L << (53 + (lot & 7))); // of more bits than a name has
      case 4 -> isLong ? (id & ~SLOT_MASK) | (other % CAPACITY) : -1; // of another slot
      case 5 -> draw & SLOT_MASK; // of no generation
      default -> id - ((1 + (draw & 0xffff)) << SLOT_BITS); // of an older generation
    };
  }
}
