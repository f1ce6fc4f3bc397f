package io.multishot.report;

import java.util.List;

/** One shot: on one thread, between threads that spin, and between threads that block. */
final class HandOvers {

  private static final String[][] PRIMITIVES = {
    {"boolean", "ofBoolean"},
    {"byte", "ofByte"},
    {"short", "ofShort"},
    {"char", "ofChar"},
    {"int", "ofInt"},
    {"float", "ofFloat"},
    {"double", "ofDouble"},
    {"a reference", "ofReference"},
  };

  private HandOvers() {}

  static List<Section> sections() {
    return List.of(
        cycle(),
        payloads(),
        messages(),
        fields("fields-cycle", "What a field adds, on one thread", "FieldsCycle.cycle"),
        roundTrip(),
        fields(
            "fields-round-trip", "What a field adds, between two threads", "FieldsRoundTrip.trip"),
        oneWay(),
        parked(
            "parked",
            "Platform threads that wait",
            "A request and its reply, without work in between. Most peers spin for a while first,"
                + " and then never park.",
            "PLATFORM"),
        parkedAtWork("parked-work", "Platform threads that wait for work to be done", "PLATFORM"),
        parked(
            "virtual",
            "Virtual threads that wait",
            "The same between two virtual threads, from JDK 21 on.",
            "VIRTUAL"),
        parkedAtWork("virtual-work", "Virtual threads that wait for work to be done", "VIRTUAL"));
  }

  private static Section cycle() {
    String trial = "SameThreadCycle.";
    return new Section(
            "cycle",
            "One thread: arm, send, poll, take",
            "One thread does all: no other processor is involved. The floor is the one atomic"
                + " exchange that every shot needs. A future is made anew for each value; a queue"
                + " or a ring buffer is used again.")
        .committed()
        .quick(true)
        .floor("getAndSet", trial + "floor")
        .ours("MultiShot", trial + "ofLong")
        .ours("MultiShot, receive", trial + "ofLongReceive")
        .ours("MultiShot, unpadded", trial + "ofLongUnpadded")
        .peer("CompletableFuture", trial + "completableFuture")
        .quick(false)
        .peer("FutureTask", trial + "futureTask")
        .peer("Guava SettableFuture", trial + "settableFuture")
        .peer("Netty DefaultPromise", trial + "nettyPromise")
        .peer("Kotlin CompletableDeferred", trial + "completableDeferred")
        .peer("Reactor Sinks.One", trial + "reactorSink")
        .peer("Kotlin Channel", trial + "kotlinChannel")
        .peer("ArrayBlockingQueue(1)", trial + "arrayBlockingQueue")
        .peer("LinkedTransferQueue", trial + "linkedTransferQueue")
        .quick(true)
        .peer("JCTools SPSC", trial + "jctoolsSpsc")
        .quick(false)
        .peer("Agrona queue", trial + "agronaOneToOne")
        .peer("Agrona ring buffer", trial + "agronaRingBuffer")
        .peer("Disruptor", trial + "disruptor");
  }

  private static Section payloads() {
    Section section =
        new Section(
                "payloads",
                "One thread: every type",
                "The same cycle for each type that a channel can carry.")
            .floor("getAndSet", "SameThreadCycle.floor")
            .ours("long", "SameThreadCycle.ofLong");
    for (String[] primitive : PRIMITIVES) {
      section.ours(primitive[0], "SameThreadCycle." + primitive[1]);
    }
    return section.ours("four fields", "MessageCycle.viewOfInterface");
  }

  private static Section messages() {
    String trial = "MessageCycle.";
    return new Section(
            "messages",
            "One thread: messages of four fields",
            "Every field is sent and read. The floor is four plain fields and one bare exchange, by"
                + " hand.")
        .quick(true)
        .floor("four plain fields", trial + "floorOfFour")
        .ours("view of four fields", trial + "viewOfInterface")
        .ours("one long", trial + "oneLong")
        .quick(false)
        .ours("view of one long", trial + "viewOfOneLong")
        .ours("view of four longs", trial + "viewOfLongs")
        .ours("view of four primitives", trial + "viewOfPrimitives")
        .ours("record, as a view", trial + "viewOfRecord")
        .ours("record, made anew", trial + "record")
        .ours("record, by reference", trial + "recordByReference");
  }

  private static Section fields(String id, String title, String benchmark) {
    Section section =
        new Section(id, title, "A view of so many `long` fields, each written and read.")
            .along("fields");
    for (String count : List.of("1", "2", "4", "8", "16")) {
      section.at(count).ours("MultiShot", benchmark + " fields=" + count);
    }
    return section;
  }

  private static Section roundTrip() {
    String trial = "RoundTrip.trip over=";
    return new Section(
            "round-trip",
            "Two threads that spin: request and reply",
            "Each thread has a processor to itself. The floor is one `long` that both threads write"
                + " in turn: one cache line goes to the other processor and back. All cases spin in"
                + " the same way.")
        .committed()
        .quick(true)
        .floor("one long", trial + "FLOOR")
        .ours("MultiShot", trial + "CHANNEL")
        .ours("MultiShot, receive", trial + "CHANNEL_RECEIVE")
        .ours("MultiShot, four fields", trial + "MESSAGE")
        .peer("CompletableFuture", trial + "COMPLETABLE_FUTURE")
        .quick(false)
        .peer("FutureTask", trial + "FUTURE_TASK")
        .peer("Guava SettableFuture", trial + "SETTABLE_FUTURE")
        .peer("Netty DefaultPromise", trial + "NETTY_PROMISE")
        .peer("Kotlin CompletableDeferred", trial + "COMPLETABLE_DEFERRED")
        .peer("Kotlin Channel", trial + "KOTLIN_CHANNEL")
        .quick(true)
        .peer("JCTools SPSC", trial + "JCTOOLS_SPSC")
        .peer("Agrona queue", trial + "AGRONA_ONE_TO_ONE")
        .peer("Agrona ring buffer", trial + "AGRONA_RING_BUFFER")
        .peer("Disruptor", trial + "DISRUPTOR")
        .peer("SynchronousQueue", trial + "SYNCHRONOUS_QUEUE")
        .peer("Exchanger", trial + "EXCHANGER");
  }

  private static Section oneWay() {
    String trial = "OneWay.handOver over=";
    return new Section(
            "one-way",
            "Two threads that spin: one way, and an acknowledgement",
            "A value goes one way. A `long` that comes back says that the next value may follow; it"
                + " is the same in all cases.")
        .floor("one long", trial + "FLOOR")
        .ours("MultiShot", trial + "CHANNEL")
        .ours("MultiShot, receive", trial + "CHANNEL_RECEIVE")
        .ours("MultiShot, four fields", trial + "MESSAGE")
        .peer("Kotlin Channel", trial + "KOTLIN_CHANNEL")
        .peer("JCTools SPSC", trial + "JCTOOLS_SPSC")
        .peer("Agrona queue", trial + "AGRONA_ONE_TO_ONE")
        .peer("Agrona ring buffer", trial + "AGRONA_RING_BUFFER")
        .peer("Disruptor", trial + "DISRUPTOR");
  }

  private static Section parked(String id, String title, String text, String threads) {
    return blocking(new Section(id, title, text).committed().quick(true), threads, 0);
  }

  private static Section parkedAtWork(String id, String title, String threads) {
    return blocking(
        new Section(
            id,
            title,
            "Each thread works for some 20 µs before it sends, which is longer than most peers"
                + " spin. The time of the work alone is measured, too, and subtracted."),
        threads,
        10_000);
  }

  private static Section blocking(Section section, String threads, int work) {
    String trial = "ParkedRoundTrip.trip threads=%s work=%d over=".formatted(threads, work);
    section.ours("MultiShot", trial + "CHANNEL");
    less(section, trial, work);
    section.ours("MultiShot, parks at once", trial + "CHANNEL_PARK");
    less(section, trial, work);
    String[][] peers = {
      {"CompletableFuture", "COMPLETABLE_FUTURE"},
      {"SynchronousQueue", "SYNCHRONOUS_QUEUE"},
      {"Exchanger", "EXCHANGER"},
      {"ArrayBlockingQueue(1)", "ARRAY_BLOCKING_QUEUE"},
      {"LinkedTransferQueue", "LINKED_TRANSFER_QUEUE"}
    };
    add(section, trial, work, peers);
    section.quick(false);
    String[][] libraries = {
      {"FutureTask", "FUTURE_TASK"},
      {"Guava SettableFuture", "SETTABLE_FUTURE"},
      {"Netty DefaultPromise", "NETTY_PROMISE"},
      {"Reactor Sinks.One", "REACTOR_SINK"}
    };
    add(section, trial, work, libraries);
    String[][] ofVirtualThreads = {
      {"Jox, rendezvous", "JOX_RENDEZVOUS"}, {"Jox, buffer of 1", "JOX_BUFFERED"}
    };
    String[][] ofCoroutines = {
      {"Kotlin Channel, rendezvous", "KOTLIN_RENDEZVOUS"},
      {"Kotlin Channel, buffer of 1", "KOTLIN_BUFFERED"},
      {"Kotlin CompletableDeferred", "COMPLETABLE_DEFERRED"}
    };
    add(section, trial, work, threads.equals("VIRTUAL") ? ofVirtualThreads : ofCoroutines);
    return section;
  }

  private static void add(Section section, String trial, int work, String[][] peers) {
    for (String[] peer : peers) {
      section.peer(peer[0], trial + peer[1]);
      less(section, trial, work);
    }
  }

  private static void less(Section section, String trial, int work) {
    if (work > 0) {
      section.less(trial + "WORK_ALONE");
    }
  }
}
