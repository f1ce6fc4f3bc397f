package io.multishot.samples.orderbook;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the same work over each variant, in rounds that take turns, so that what changes with time
 * (the processor's clock, other programs, the just-in-time compiler) affects all of them alike.
 */
final class Comparison {

  /** Rounds that are not measured: the code is compiled and the books grow. */
  static final int WARM_UP_ROUNDS = 2;

  /** An odd number, so that one of them is the middle one. */
  static final int ROUNDS = 9;

  private static final int QUEUE_CAPACITY = 1024;

  private final Options options;
  private final Queues queues;
  private final Map<Variant, List<Requester>> requesters = new EnumMap<>(Variant.class);

  Comparison(Options options, Script script) {
    this(options, script, QUEUE_CAPACITY);
  }

  Comparison(Options options, Script script, int queueCapacity) {
    this.options = options;
    queues = Queues.ofCapacity(queueCapacity);
    int session = 0;
    for (Variant variant : options.variants()) {
      List<Requester> own = new ArrayList<>();
      for (int i = 0; i < options.requesters(); i++) {
        Client client = variant.newClient(session, queues);
        own.add(new Requester(session, script, client, options.timeoutNanos()));
        session++;
      }
      requesters.put(variant, own);
    }
  }

  /** Runs all rounds, with one worker for all of them, and names each round as it begins. */
  Map<Variant, Result> run(PrintStream progress) throws InterruptedException {
    Worker worker = new Worker(queues, options.requesters() * requesters.size());
    Thread thread = new Thread(worker, "worker");
    thread.setDaemon(true);
    thread.start();
    Map<Variant, List<Round>> measured = new EnumMap<>(Variant.class);
    List<Variant> order = new ArrayList<>(requesters.keySet());
    order.forEach(variant -> measured.put(variant, new ArrayList<>()));
    try {
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        progress.println(round < 0 ? "warm-up" : "round " + (round + 1) + " of " + ROUNDS);
        int requests = Round.share(options.requests(), ROUNDS, Math.max(0, round));
        for (Variant variant : order) {
          Round done = Round.run(requesters.getOrDefault(variant, List.of()), requests);
          if (round >= 0) {
            measured.getOrDefault(variant, List.of()).add(done);
          }
        }
        Collections.reverse(order); // so that none always comes first
      }
    } finally {
      worker.stop();
      thread.join();
    }
    Map<Variant, Result> results = new EnumMap<>(Variant.class);
    measured.forEach((variant, rounds) -> results.put(variant, new Result(rounds)));
    return results;
  }
}
