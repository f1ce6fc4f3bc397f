package io.multishot.report;

import java.util.List;

/** Calls, beside what asks and answers otherwise: two channels, or a request object with one. */
final class Calls {

  private Calls() {}

  static List<Section> sections() {
    return List.of(
        pairs(),
        queuedPairs(),
        spinning(),
        waiting("call-parked", "Calls: platform threads that wait", "PLATFORM", 0),
        waiting(
            "call-parked-work",
            "Calls: platform threads that wait for work to be done",
            "PLATFORM",
            10_000),
        waiting("call-virtual", "Calls: virtual threads that wait", "VIRTUAL", 0),
        queued(),
        requesters(
            "call-requesters",
            "Calls: many requesters, platform threads",
            "PLATFORM",
            List.of("1", "8", "64")),
        requesters(
            "call-requesters-virtual",
            "Calls: many requesters, virtual threads",
            "VIRTUAL",
            List.of("8", "64", "1000")));
  }

  /** A round trip over one thing beside another, in one virtual machine. */
  static String pair(String over, String beside) {
    return "PairedRoundTrip.trips over=%s beside=%s".formatted(over, beside);
  }

  /** A call beside a request object and a channel, in one virtual machine. */
  static String queuedPair(String outstanding) {
    return "PairedQueuedRoundTrip.requests outstanding=%s over=CALL beside=CHANNEL"
        .formatted(outstanding);
  }

  private static Section pairs() {
    return new Section(
            "call-pairs",
            "Calls: two threads that spin, in turn with others",
            "How many times as long a round trip takes as another, both in turn in one virtual"
                + " machine, some milliseconds each: what the host does meanwhile is done to both."
                + " Calls and channels marked *receive* wait by that; the others poll.")
        .figure(Measured.RATIO)
        .ours("call ÷ floor", pair("CALL", "FLOOR"))
        .ours("call, receive ÷ floor", pair("CALL_RECEIVE", "FLOOR"))
        .ours("two channels ÷ floor", pair("CHANNEL", "FLOOR"))
        .ours("call ÷ two channels", pair("CALL", "CHANNEL"))
        .ours("call ÷ channels, receive", pair("CALL_RECEIVE", "CHANNEL_RECEIVE"))
        .ours("call ÷ JCTools SPSC", pair("CALL", "JCTOOLS_SPSC"))
        .ours("call ÷ Agrona ring buffer", pair("CALL", "AGRONA_RING_BUFFER"))
        .ours("call ÷ Disruptor", pair("CALL", "DISRUPTOR"))
        .ours("call, receive ÷ Exchanger", pair("CALL_RECEIVE", "EXCHANGER"))
        .ours("call ÷ CompletableFuture", pair("CALL", "COMPLETABLE_FUTURE"));
  }

  private static Section queuedPairs() {
    Section section =
        new Section(
                "call-queued-pairs",
                "Calls: through a queue, in turn with a request object and a channel",
                "How many times as long a call takes, both in turn in one virtual machine.")
            .figure(Measured.RATIO);
    for (String outstanding : List.of("1", "8", "64")) {
      section.ours(outstanding + " outstanding", queuedPair(outstanding));
    }
    return section;
  }

  private static Section spinning() {
    String trial = "RoundTrip.trip over=";
    return new Section(
            "call-round-trip",
            "Calls: two threads that spin",
            "The question and the answer in one cell, without a queue; the floor is one `long` that"
                + " goes to and fro. Two channels need two cache lines, and a queue or a ring each"
                + " way as many.")
        .floor("one long", trial + "FLOOR")
        .ours("a call", trial + "CALL")
        .ours("a call, receive", trial + "CALL_RECEIVE")
        .ours("two channels", trial + "CHANNEL")
        .ours("two channels, receive", trial + "CHANNEL_RECEIVE")
        .peer("JCTools SPSC", trial + "JCTOOLS_SPSC")
        .peer("Agrona queue", trial + "AGRONA_ONE_TO_ONE")
        .peer("Agrona ring buffer", trial + "AGRONA_RING_BUFFER")
        .peer("Disruptor", trial + "DISRUPTOR")
        .peer("Exchanger", trial + "EXCHANGER")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE");
  }

  private static Section waiting(String id, String title, String threads, int work) {
    String trial = "ParkedRoundTrip.trip threads=%s work=%d over=".formatted(threads, work);
    String text = "Both sides wait on one cell, as each side of two channels does on its own.";
    Section section =
        new Section(
            id,
            title,
            work == 0
                ? text
                : text
                    + " Each thread works for some 20 µs before it sends; the time of the work"
                    + " alone is subtracted.");
    add(section.ours("a call", trial + "CALL"), trial, work);
    add(section.ours("a call that parks at once", trial + "CALL_PARK"), trial, work);
    add(section.ours("two channels", trial + "CHANNEL"), trial, work);
    add(section.ours("two channels that park at once", trial + "CHANNEL_PARK"), trial, work);
    add(section.peer("Exchanger", trial + "EXCHANGER"), trial, work);
    add(section.peer("SynchronousQueue", trial + "SYNCHRONOUS_QUEUE"), trial, work);
    add(section.peer("CompletableFuture", trial + "COMPLETABLE_FUTURE"), trial, work);
    return section;
  }

  private static void add(Section section, String trial, int work) {
    if (work > 0) {
      section.less(trial + "WORK_ALONE");
    }
  }

  private static Section queued() {
    Section section =
        new Section(
                "call-queued",
                "Calls: through a queue, two threads that spin",
                "One thread keeps so many requests out, over one queue to one thread that answers."
                    + " A call is queued itself; else a request object is, which has the slot for"
                    + " the reply.")
            .along("outstanding");
    for (String outstanding : List.of("1", "8", "64")) {
      String trial = "QueuedRoundTrip.request outstanding=%s over=".formatted(outstanding);
      section
          .at(outstanding)
          .ours("a call", trial + "CALL")
          .ours("request object and channel", trial + "CHANNEL")
          .peer("request object and future", trial + "COMPLETABLE_FUTURE");
    }
    return section;
  }

  private static Section requesters(String id, String title, String threads, List<String> counts) {
    Section section =
        new Section(
                id,
                title,
                "N requesters ask one worker through one queue, each as soon as it has its last"
                    + " reply. A call is queued itself; else a request object is, which has the"
                    + " slot for the reply.")
            .along("requesters");
    for (String n : counts) {
      String trial = "ManyRequesters.request threads=%s n=%s over=".formatted(threads, n);
      section
          .at(n)
          .ours("a call", trial + "CALL")
          .ours("request object and channel", trial + "CHANNEL")
          .peer("request object and future", trial + "COMPLETABLE_FUTURE")
          .peer("a field, park and unpark", trial + "FIELD_AND_PARK");
    }
    return section;
  }
}
