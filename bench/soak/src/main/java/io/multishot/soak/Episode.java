package io.multishot.soak;

import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of one program, all of which follows from a seed.
 *
 * @param kinds the channel's; where there are several, one of each
 * @param requesters what the receivers' threads are
 * @param workers what the senders' threads are
 */
record Episode(
    long seed,
    Program program,
    List<Kind> kinds,
    Receipt receipt,
    Threads requesters,
    Threads workers,
    Disturbance disturbance) {

  private static final int WORKERS = 2;

  /** A shot at the end of the stack takes as much time as so many others. */
  private static final int SHOTS_PER_OVERFLOW = 10;

  /** A late reply takes as much time as a fraction of a shot where all goes wrong. */
  private static final int LATE_REPLIES_PER_SHOT = 500;

  /** Shots between two hand-overs of a receiver. */
  private static final int STINT = 30;

  /** Draws the episode of this number. */
  static Episode of(long seed, long number) {
    return of(seed, number, Scope.ALL);
  }

  /** The same, of a program in scope. */
  static Episode of(long seed, long number, Scope scope) {
    return drawn(Mix.of(seed + Mix.of(number)), null, scope);
  }

  /** Draws one of this program. */
  static Episode of(long seed, Program program) {
    return drawn(seed, program, Scope.ALL);
  }

  private static Episode drawn(long seed, @Nullable Program given, Scope scope) {
    SplittableRandom random = new SplittableRandom(seed);
    Program drawn = program(random, scope);
    Program program = given != null ? given : drawn;
    List<Kind> kinds = new ArrayList<>();
    for (int left = 2 + random.nextInt(3); left > 0; left--) {
      kinds.add(Draw.any(Kind.all(), random));
    }
    Threads requesters = threads(random);
    Receipt receipt = Draw.any(Receipt.values(), random);
    if (requesters == Threads.VIRTUAL && receipt == Receipt.POLL_AND_TAKE) {
      receipt = Receipt.RECEIVE; // polling for ever would keep its carrier
    }
    return new Episode(
        seed,
        program,
        List.copyOf(kinds),
        receipt,
        requesters,
        program == Program.ROUND_TRIP
                || program == Program.SLAB_ROUND_TRIP
                || program == Program.CALL_ROUND_TRIP
            ? requesters
            : threads(random),
        Draw.any(Disturbance.values(), random));
  }

  Episode with(Kind kind) {
    return new Episode(
        seed, program, List.of(kind, kind), receipt, requesters, workers, disturbance);
  }

  /** Runs it to its end. */
  void run(Limits limits, Tally tally) throws InterruptedException {
    tally.add(Count.PROGRAMS);
    Harness harness = new Harness(toString(), limits.stallNanos(), tally);
    Disturbance.Spell spell = (program == Program.MEMORY ? Disturbance.CALM : disturbance).begin();
    try {
      switch (program) {
        case SAME_THREAD -> sameThread(harness, limits);
        case ROUND_TRIP -> roundTrip(harness, limits);
        case EXCHANGE -> exchange(harness, limits, 1);
        case HAND_OVER -> exchange(harness, limits, 3);
        case GROUP -> group(harness, limits);
        case CHAIN -> chain(harness, limits);
        case STACK -> stack(harness, limits);
        case POOL -> pool(harness, limits);
        case MEMORY -> new Shortage(tally, kinds.get(0), seed).check(timer(limits.nanos()));
        case RETENTION -> new Retention(tally).check(limits.stallNanos());
        case SLAB_SAME_THREAD -> slabSameThread(harness, limits);
        case SLAB_ROUND_TRIP -> slabRoundTrip(harness, limits);
        case SLAB_EXCHANGE -> {
          slabExchange(harness, limits);
          return;
        }
        case CALL_ROUND_TRIP -> callRoundTrip(harness, limits);
        case CALL_EXCHANGE -> {
          callExchange(harness, limits);
          return;
        }
        case LATE_REPLIES -> {
          lateReplies(harness, limits);
          return;
        }
      }
      harness.join();
    } finally {
      spell.end();
    }
  }

  private void sameThread(Harness harness, Limits limits) {
    BooleanSupplier isOver = timer(limits.hotNanos());
    for (int i = 0; i < 2; i++) {
      HotLoop loop = new HotLoop(harness, kinds.get(i), receipt, 20_000, isOver);
      long first = Mix.of(seed + i);
      harness.start("same-thread-" + i, requesters, () -> loop.onOneThread(first));
    }
  }

  private void roundTrip(Harness harness, Limits limits) {
    HotLoop loop = new HotLoop(harness, kinds.get(0), receipt, 500, timer(limits.nanos()));
    HotLoop.Pair pair = loop.new Pair(seed);
    harness.start("requester", requesters, pair::request);
    harness.start("server", workers, pair::serve);
  }

  private void exchange(Harness harness, Limits limits, int owners) throws InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    Queue<Request> requests = workers(harness, isOver::get);
    Tasks tasks = new Tasks(harness, isOver::get);
    harness.start("executor", workers, tasks);
    Requester requester = new Requester(harness, kinds.get(0), seed, requests, tasks);
    Semaphore[] turns = new Semaphore[owners];
    Arrays.setAll(turns, i -> new Semaphore(i == 0 ? 1 : 0));
    int stints = Math.max(1, limits.shots() / STINT);
    BooleanSupplier isTimeUp = timer(limits.nanos());
    for (int i = 0; i < owners; i++) {
      Semaphore mine = turns[i];
      Semaphore next = turns[(i + 1) % owners];
      int first = i;
      harness.start(
          "requester-" + i,
          requesters,
          () -> {
            for (int n = first; n < stints && !isOver.get(); n += owners) {
              mine.acquire();
              for (int shot = n * STINT; shot < (n + 1) * STINT && !isOver.get(); shot++) {
                requester.goThrough(shot);
              }
              harness.tally().add(Count.HANDED_OVER, owners > 1 ? 1 : 0);
              if ((n == stints - 1 || isTimeUp.getAsBoolean()) && !isOver.getAndSet(true)) {
                requester.finish();
              }
              next.release();
            }
            next.release(); // who waits for a turn shall see that it is over
          });
    }
  }

  private void group(Harness harness, Limits limits) {
    AtomicBoolean isOver = new AtomicBoolean();
    Queue<Request> requests = workers(harness, isOver::get);
    GroupRequester requester = new GroupRequester(harness, kinds, seed, requests);
    BooleanSupplier isTimeUp = timer(limits.nanos());
    harness.start(
        "requester",
        requesters,
        () -> {
          for (int round = 0;
              round < limits.shots() / kinds.size() && !isTimeUp.getAsBoolean();
              round++) {
            requester.goThrough(round);
          }
          isOver.set(true);
          requester.finish();
        });
  }

  private void chain(Harness harness, Limits limits) {
    AtomicBoolean isOver = new AtomicBoolean();
    Queue<Request> requests = workers(harness, isOver::get);
    Tasks tasks = new Tasks(harness, isOver::get);
    harness.start("executor", workers, tasks);
    Chain chain =
        new Chain(
            harness,
            kinds.get(0).open(),
            seed,
            limits.shots(),
            timer(limits.nanos()),
            requests,
            tasks,
            (seed & 1) != 0);
    harness.start(
        "owner",
        requesters,
        () -> {
          chain.begin();
          Pause.until(harness, chain::isOver);
          isOver.set(true);
          chain.finish();
        });
  }

  private void stack(Harness harness, Limits limits) {
    Overflow overflow = new Overflow(harness, kinds.get(0), seed);
    BooleanSupplier isTimeUp = timer(limits.nanos());
    harness.start(
        "sender",
        Threads.PLATFORM,
        () -> overflow.goThrough(limits.shots() / SHOTS_PER_OVERFLOW, isTimeUp));
  }

  private void pool(Harness harness, Limits limits) {
    PoolWaits waits = new PoolWaits(harness, kinds, seed);
    BooleanSupplier isTimeUp = timer(limits.nanos());
    harness.start(
        "submitter",
        Threads.PLATFORM,
        () -> waits.goThrough(limits.shots() / PoolWaits.SHOTS_PER_ROUND, isTimeUp));
  }

  private SlabKind slabKind() {
    return Draw.any(SlabKind.values(), new SplittableRandom(~seed));
  }

  private void slabSameThread(Harness harness, Limits limits) {
    Replies replies = slabKind().open(SlabLoop.CAPACITY);
    BooleanSupplier isOver = timer(limits.hotNanos());
    for (int i = 0; i < 2; i++) {
      SlabLoop loop = new SlabLoop(harness, replies, receipt, 20_000, isOver);
      long first = Mix.of(seed + i);
      harness.start("same-thread-" + i, requesters, () -> loop.onOneThread(first));
    }
  }

  private void slabRoundTrip(Harness harness, Limits limits) {
    Replies replies = slabKind().open(SlabLoop.CAPACITY);
    SlabLoop loop = new SlabLoop(harness, replies, receipt, 500, timer(limits.nanos()));
    SlabLoop.Pair pair = loop.new Pair(seed);
    harness.start("requester", requesters, pair::request);
    harness.start("server", workers, pair::serve);
  }

  private void slabExchange(Harness harness, Limits limits) throws InterruptedException {
    SlabExchange exchange = new SlabExchange(harness, slabKind()::open, seed);
    exchange.start(requesters, workers, limits.shots(), timer(limits.nanos()));
    harness.join();
    exchange.check();
  }

  private void lateReplies(Harness harness, Limits limits) throws InterruptedException {
    LateReplies late =
        new LateReplies(
            harness,
            slabKind().open(LateReplies.CAPACITY),
            seed,
            (long) limits.shots() * LATE_REPLIES_PER_SHOT);
    late.start(requesters, workers);
    harness.join();
    String unused = late.check();
    harness.tally().add(Count.CROSS_THREAD, late.requests());
    harness.tally().add(Count.OF_SLABS, late.requests());
  }

  private CallKind callKind() {
    return Draw.any(CallKind.values(), new SplittableRandom(~seed));
  }

  private void callRoundTrip(Harness harness, Limits limits) {
    CallLoop loop = new CallLoop(harness, callKind(), timer(limits.nanos()));
    harness.start("caller", requesters, () -> loop.ask(seed));
    harness.start("server", workers, loop::serve);
  }

  private void callExchange(Harness harness, Limits limits) throws InterruptedException {
    CallExchange exchange = new CallExchange(harness, callKind()::open, seed);
    exchange.start(requesters, workers, limits.shots(), timer(limits.nanos()));
    harness.join();
    exchange.check(limits.stallNanos());
  }

  private Queue<Request> workers(Harness harness, BooleanSupplier isOver) {
    Queue<Request> requests = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < WORKERS; i++) {
      harness.start("worker-" + i, workers, new Worker(harness, requests, isOver));
    }
    return requests;
  }

  private static BooleanSupplier timer(long nanos) {
    long begin = System.nanoTime();
    return () -> System.nanoTime() - begin > nanos;
  }

  private static Program program(SplittableRandom random, Scope scope) {
    List<Program> programs = Arrays.stream(Program.values()).filter(scope::has).toList();
    int left = random.nextInt(programs.stream().mapToInt(each -> each.weight).sum());
    for (Program program : programs) {
      left -= program.weight;
      if (left < 0) {
        return program;
      }
    }
    throw new AssertionError();
  }

  private static Threads threads(SplittableRandom random) {
    boolean isVirtual = random.nextBoolean(); // drawn on every JDK, for the same programs
    return isVirtual && Threads.VIRTUAL.areSupported() ? Threads.VIRTUAL : Threads.PLATFORM;
  }
}
