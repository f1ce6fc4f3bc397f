package io.multishot.samples.orderbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jctools.queues.MpscArrayQueue;

/**
 * Runs the same work over each variant, in rounds that take turns, so that what changes with time
 * (the machine's clock, other programs, the just-in-time compiler) meets all of them alike.
 */
final class Comparison {

  /** Rounds that are not measured: the code is compiled and the books grow. */
  static final int WARM_UP_ROUNDS = 2;

  /** An odd number, so that one of them is the middle one. */
  static final int ROUNDS = 9;

  static final int QUEUE_CAPACITY = 1024;

  private final Options options;
  private final Script script;
  private final Queue<Request> queue;

  Comparison(Options options, Script script) {
    this(options, script, QUEUE_CAPACITY);
  }

  Comparison(Options options, Script script, int queueCapacity) {
    this.options = options;
    this.script = script;
    this.queue = new MpscArrayQueue<>(queueCapacity);
  }

  /** The requesters of one variant, and what they have done. */
  private record Lane(Variant variant, List<Requester> requesters, List<Round> measured) {}

  /** Runs all rounds, with one worker for all of them. */
  Map<Variant, Result> run(Progress progress) throws InterruptedException {
    List<Lane> lanes = new ArrayList<>();
    int sessions = 0;
    for (Variant variant : options.variants()) {
      lanes.add(new Lane(variant, requesters(variant, sessions), new ArrayList<>()));
      sessions += options.requesters();
    }
    Worker worker = new Worker(queue, sessions);
    Thread thread = new Thread(worker, "worker");
    thread.setDaemon(true);
    thread.start();
    try {
      runRounds(lanes, progress);
    } finally {
      worker.stop();
      thread.join();
    }
    Map<Variant, Result> results = new EnumMap<>(Variant.class);
    lanes.forEach(lane -> results.put(lane.variant, new Result(lane.measured)));
    return results;
  }

  /** How many requests all rounds make together. */
  static long allRequests(Options options) {
    long all = 0;
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      all += requests(options, round);
    }
    return all * options.variants().size();
  }

  private void runRounds(List<Lane> lanes, Progress progress) throws InterruptedException {
    List<Lane> order = new ArrayList<>(lanes);
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      String name = round < 0 ? "warm-up" : "round " + (round + 1) + " of " + ROUNDS;
      for (Lane lane : order) {
        progress.stage(name + ", " + lane.variant.label());
        Round done = Round.run(lane.requesters, requests(options, round), progress);
        if (round >= 0) {
          lane.measured.add(done);
        }
      }
      Collections.reverse(order); // so that none always comes first
    }
  }

  private List<Requester> requesters(Variant variant, int firstSession) {
    List<Requester> requesters = new ArrayList<>();
    for (int i = 0; i < options.requesters(); i++) {
      requesters.add(
          new Requester(
              firstSession + i, script, queue, variant.newSlot(), options.timeoutNanos()));
    }
    return requesters;
  }

  /** The requests of one round. A round of the warm-up is as large as the first one measured. */
  private static int requests(Options options, int round) {
    return Round.share(options.requests(), ROUNDS, Math.max(0, round));
  }
}
