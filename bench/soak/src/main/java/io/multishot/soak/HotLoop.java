package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.fixtures.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Shots at full speed: nothing goes wrong, and nothing may be lost, mixed up or allocated. */
final class HotLoop {

  /** Before this many, what is allocated may be due to classes that are being loaded. */
  private static final int FEWEST_ROUNDS = 8;

  private final Harness harness;
  private final Kind kind;
  private final Receipt receipt;
  private final int shotsPerRound;
  private final BooleanSupplier isOver;

  /**
   * Makes a loop.
   *
   * @param isOver whether to stop after this round
   */
  HotLoop(Harness harness, Kind kind, Receipt receipt, int shotsPerRound, BooleanSupplier isOver) {
    this.harness = harness;
    this.kind = kind;
    this.receipt = receipt;
    this.shotsPerRound = shotsPerRound;
    this.isOver = isOver;
  }

  /** Arms, sends and receives on one thread. */
  void onOneThread(long firstShot) {
    Channel channel = kind.open();
    Loops loops = kind.loops(channel);
    harness.watch(channel.receiver());
    Allocation allocation = new Allocation();
    long shot = firstShot;
    for (int rounds = 0; mayGoOn(rounds); rounds++) {
      long first = shot;
      allocation.measure(() -> loops.cycle(first, shotsPerRound, receipt));
      shot += shotsPerRound;
      harness.tally().add(Count.SAME_THREAD, shotsPerRound);
      harness.progress();
    }
    requireNone(allocation);
    channel.receiver().close();
  }

  /** Requests and replies, over two channels of which either thread owns one. */
  final class Pair {

    private final Channel requests = kind.open();
    private final Channel replies = kind.open();
    private final Loops toServe = kind.loops(requests);
    private final Loops toRequest = kind.loops(replies);
    private final MultiShotSender toServer = requests.sender();
    private final MultiShotSender toRequester = idleSender(replies);
    private final long firstShot;

    /** How many rounds the server shall serve so far. */
    private final AtomicInteger granted = new AtomicInteger();

    private volatile boolean isComplete;

    Pair(long firstShot) {
      this.firstShot = firstShot;
      harness.watch(requests.receiver());
      harness.watch(replies.receiver());
    }

    /** The side that sends first. */
    void request() {
      Allocation allocation = new Allocation();
      long shot = firstShot;
      for (int rounds = 0; mayGoOn(rounds); rounds++) {
        granted.incrementAndGet();
        long first = shot;
        allocation.measure(() -> toRequest.request(toServer, first, shotsPerRound, receipt));
        shot += shotsPerRound;
        harness.tally().add(Count.CROSS_THREAD, 2L * shotsPerRound);
        harness.progress();
      }
      isComplete = true;
      requireNone(allocation);
    }

    /** The side that replies. */
    void serve() {
      Allocation allocation = new Allocation();
      long shot = firstShot;
      for (int served = 0; awaitGrant(served); served++) {
        long first = shot;
        allocation.measure(() -> toServe.serve(toRequester, first, shotsPerRound, receipt));
        shot += shotsPerRound;
      }
      requireNone(allocation);
    }

    private boolean awaitGrant(int served) {
      Pause.until(harness, () -> granted.get() > served || isComplete);
      return granted.get() > served;
    }
  }

  /** The sender that the loop will arm. */
  private static MultiShotSender idleSender(Channel channel) {
    MultiShotSender sender = channel.sender();
    sender.close();
    channel.receiver().drop();
    return sender;
  }

  private boolean mayGoOn(int rounds) {
    return rounds < FEWEST_ROUNDS || (!isOver.getAsBoolean() && !harness.hasFailed());
  }

  private void requireNone(Allocation allocation) {
    if (!kind.allocates()) {
      allocation.requireNone(harness.tally());
    }
  }
}
