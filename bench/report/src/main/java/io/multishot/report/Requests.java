package io.multishot.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Many requesters, many channels at once, replies that come too late, and other ways to wait. */
final class Requests {

  private static final String[][] SLOTS = {
    {"a field, park and unpark", "FIELD_AND_PARK"},
    {"CompletableFuture", "COMPLETABLE_FUTURE"},
    {"Guava SettableFuture", "SETTABLE_FUTURE"},
    {"ArrayBlockingQueue(1)", "ARRAY_BLOCKING_QUEUE"},
    {"SynchronousQueue", "SYNCHRONOUS_QUEUE"},
    {"Exchanger", "EXCHANGER"}
  };

  private static final Set<String> QUICK_SLOTS = Set.of("FIELD_AND_PARK", "COMPLETABLE_FUTURE");

  private Requests() {}

  static List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(throughput("requesters", "PLATFORM", List.of("1", "2", "8", "64")));
    sections.add(
        throughput(
            "requesters-virtual", "VIRTUAL", List.of("1", "2", "8", "64", "1000", "100000")));
    for (String figure : List.of("p50", "p99", "p99.9")) {
      sections.add(latency(figure, "PLATFORM", "64"));
    }
    for (String figure : List.of("p50", "p99", "p99.9")) {
      sections.add(latency(figure, "VIRTUAL", "1000"));
    }
    sections.add(
        million(
            "million-open",
            "A million channels: the time to make one",
            "Each is opened, armed and kept, and the garbage collector's work is part of the time."
                + " A channel could be used again; here it is not.",
            Measured.TIME));
    sections.add(
        million(
            "million-heap",
            "A million channels: the heap that one takes",
            "The heap used by a million after a collection, divided by a million.",
            "heap"));
    sections.add(
        million(
            "million-layout",
            "The size of one channel",
            "The object and all objects that only it refers to, as JOL computes from their layout.",
            "layout"));
    sections.add(
        waiters(
            "waiters",
            "A million virtual threads: the time to answer one",
            "Each thread waits for its own reply. The time is that to answer it, wake it and end"
                + " it.",
            Measured.TIME));
    sections.add(
        waiters(
            "waiters-heap",
            "A million virtual threads: the heap that one takes while it waits",
            "The thread, its stack, and the channel or future that it waits on.",
            "heap"));
    sections.add(
        late(
            "late-at-once",
            "Time-outs: the time is up at once",
            "The requester gives up at once, while the reply is on its way. It takes a fresh"
                + " sender, or makes a new future, and asks again.",
            "race",
            0));
    sections.add(
        late(
            "late-race",
            "Time-outs: the time is up when the reply comes",
            "The requester waits 2 µs, about as long as a reply takes.",
            "race",
            2000));
    sections.add(
        late(
            "late-every-other",
            "Time-outs: every other reply is late",
            "Every other request is answered only after its requester has given up.",
            "missEveryOther",
            2000));
    sections.add(groups("any", "Any of N replies", "ANY", "FUTURE_ANY", "PLATFORM"));
    sections.add(
        groups("any-virtual", "Any of N replies, virtual threads", "ANY", "FUTURE_ANY", "VIRTUAL"));
    sections.add(groups("all", "All of N replies", "ALL", "FUTURE_ALL", "PLATFORM"));
    sections.add(
        groups("all-virtual", "All of N replies, virtual threads", "ALL", "FUTURE_ALL", "VIRTUAL"));
    sections.add(
        callbacks("callback-loop", "A handler on an event loop", "ON_EXECUTOR", "SPINNING", 1));
    sections.add(
        callbacks(
            "callback-loop-16",
            "A handler on an event loop, 16 requests in flight",
            "ON_EXECUTOR",
            "SPINNING",
            16));
    sections.add(
        callbacks("callback-jdk", "A handler on the JDK's executor", "ON_EXECUTOR", "JDK", 1));
    sections.add(
        callbacks(
            "callback-sender",
            "A handler on the sender's thread",
            "ON_SENDERS_THREAD",
            "SPINNING",
            1));
    return sections;
  }

  private static Section throughput(String id, String threads, List<String> counts) {
    Section section =
        new Section(
                id,
                threads.equals("PLATFORM")
                    ? "Many requesters, platform threads"
                    : "Many requesters, virtual threads",
                "N requesters ask one worker through one queue, each as soon as it has its last"
                    + " reply. Only the slot for the reply differs. The time is that between two"
                    + " answers. A channel is made once, a future for every request.")
            .along("requesters");
    for (String n : counts) {
      String trial = "ManyRequesters.request threads=%s n=%s over=".formatted(threads, n);
      section
          .at(n)
          .quick(n.equals("64"))
          .ours("MultiShot", trial + "CHANNEL")
          .ours("MultiShot, parks at once", trial + "CHANNEL_PARK");
      for (String[] slot : SLOTS) {
        section
            .quick(n.equals("64") && QUICK_SLOTS.contains(slot[1]))
            .peer(slot[0], trial + slot[1]);
      }
    }
    return section;
  }

  private static Section latency(String figure, String threads, String n) {
    String trial = "RequestLatency.request threads=%s n=%s rate=2000 over=".formatted(threads, n);
    Section section =
        new Section(
                "latency-%s-%s"
                    .formatted(threads.toLowerCase(Locale.ROOT), figure.replace('.', '_')),
                "Latency of a reply to one of %s %s threads: %s"
                    .formatted(n, threads.toLowerCase(Locale.ROOT), figure),
                "2000 requests a second are due, whether or not the last one is answered. The"
                    + " latency counts from when a request was due, so that no pause is left out.")
            .figure(figure)
            .ours("MultiShot", trial + "CHANNEL")
            .ours("MultiShot, parks at once", trial + "CHANNEL_PARK");
    for (String[] slot : SLOTS) {
      section.peer(slot[0], trial + slot[1]);
    }
    return section;
  }

  private static Section million(String id, String title, String text, String figure) {
    String trial = "MillionChannels.open over=";
    return new Section(id, title, text)
        .figure(figure)
        .ours("MultiShot", trial + "CHANNEL")
        .ours("MultiShot, unpadded", trial + "CHANNEL_UNPADDED")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE")
        .peer("FutureTask", trial + "FUTURE_TASK")
        .peer("Guava SettableFuture", trial + "SETTABLE_FUTURE")
        .peer("Netty DefaultPromise", trial + "NETTY_PROMISE")
        .peer("ArrayBlockingQueue(1)", trial + "ARRAY_BLOCKING_QUEUE")
        .peer("SynchronousQueue", trial + "SYNCHRONOUS_QUEUE")
        .peer("Exchanger", trial + "EXCHANGER");
  }

  private static Section waiters(String id, String title, String text, String figure) {
    String trial = "MillionWaiters.answer over=";
    return new Section(id, title, text)
        .figure(figure)
        .ours("MultiShot", trial + "CHANNEL")
        .ours("MultiShot, unpadded", trial + "CHANNEL_UNPADDED")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE")
        .peer("Guava SettableFuture", trial + "SETTABLE_FUTURE")
        .peer("ArrayBlockingQueue(1)", trial + "ARRAY_BLOCKING_QUEUE");
  }

  private static Section late(String id, String title, String text, String method, int timeout) {
    String trial = "LateReplies.%s threads=PLATFORM timeout=%d over=".formatted(method, timeout);
    return new Section(id, title, text)
        .ours("MultiShot, await", trial + "CHANNEL_AWAIT")
        .ours("MultiShot", trial + "CHANNEL")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE")
        .peer("FutureTask", trial + "FUTURE_TASK")
        .peer("Guava SettableFuture", trial + "SETTABLE_FUTURE")
        .peer("Netty DefaultPromise", trial + "NETTY_PROMISE")
        .peer("ArrayBlockingQueue(1)", trial + "ARRAY_BLOCKING_QUEUE");
  }

  private static Section groups(
      String id, String title, String ours, String futures, String threads) {
    Section section =
        new Section(
                id,
                title,
                "The requests go over channels in each case; only the wait for the replies differs."
                    + " *Known* waits for the one reply that it knows will come.")
            .along("replies");
    for (String n : List.of("2", "8", "64")) {
      String trial = "AnyOf.trip threads=%s work=0 n=%s over=".formatted(threads, n);
      section
          .at(n)
          .floor("known", trial + "KNOWN")
          .ours("MultiShot group", trial + ours)
          .peer("CompletableFuture", trial + futures);
      if (ours.equals("ALL")) {
        section
            .peer("Guava allAsList", trial + "GUAVA_AS_LIST")
            .peer("Guava whenAllComplete", trial + "GUAVA_WHEN_ALL");
      }
    }
    return section;
  }

  private static Section callbacks(
      String id, String title, String runs, String loops, int inFlight) {
    String trial =
        "CallbackRoundTrip.trip runs=%s loops=%s inFlight=%d over="
            .formatted(runs, loops, inFlight);
    return new Section(
            id,
            title,
            "A request goes to an executor of one thread, and a handler is run with its reply. The"
                + " floor is the time of the executors alone.")
        .quick(inFlight == 1 && loops.equals("SPINNING"))
        .floor("tasks", trial + "FLOOR")
        .ours("MultiShot onReceive", trial + "CHANNEL")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE")
        .quick(false)
        .peer("Guava SettableFuture", trial + "SETTABLE_FUTURE")
        .peer("Reactor Sinks.One", trial + "REACTOR_SINK");
  }
}
