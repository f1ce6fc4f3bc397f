package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The limits that were set before anything was measured. */
final class Budgets {

  private Budgets() {}

  static List<Budget> all() {
    return Stream.of(operations(), calls(), builds()).flatMap(List::stream).toList();
  }

  private static List<Budget> operations() {
    String spinning = "RoundTrip.trip over=";
    String parked = "ParkedRoundTrip.trip threads=PLATFORM work=0 over=";
    String working = "ParkedRoundTrip.trip threads=PLATFORM work=10000 over=";
    String virtual = "ParkedRoundTrip.trip threads=VIRTUAL work=0 over=";
    return List.of(
        ratio(
            "one thread: arm, send, poll, take a `long`, beside a `getAndSet`",
            1.25,
            time("SameThreadCycle.ofLong"),
            time("SameThreadCycle.floor")),
        ratio(
            "one thread: a view of four fields, beside a `long`",
            1.3,
            time("MessageCycle.viewOfInterface"),
            time("MessageCycle.oneLong")),
        ratio(
            "round trip between spinning threads, beside the floor",
            1.15,
            time(spinning + "CHANNEL"),
            time(spinning + "FLOOR")),
        ratio(
            "the same, beside a pair of JCTools' queues",
            0.5,
            time(spinning + "CHANNEL"),
            time(spinning + "JCTOOLS_SPSC")),
        ratio(
            "the same, beside `CompletableFuture`",
            0.4,
            time(spinning + "CHANNEL"),
            time(spinning + "COMPLETABLE_FUTURE")),
        ratio(
            "the same, beside the best of Disruptor, Agrona, Exchanger",
            1,
            time(spinning + "CHANNEL"),
            named("Disruptor", spinning + "DISRUPTOR"),
            named("Agrona's queue", spinning + "AGRONA_ONE_TO_ONE"),
            named("Agrona's ring buffer", spinning + "AGRONA_RING_BUFFER"),
            named("Exchanger", spinning + "EXCHANGER")),
        ratio(
            "round trip between platform threads, beside the best of the JDK's", 1, bestOf(parked)),
        ratio("the same with work before each reply", 1, bestOf(working)),
        ratio(
            "round trip between virtual threads, beside the best of the JDK's", 1, bestOf(virtual)),
        bytes("allocated: one thread, `long`", 0, "SameThreadCycle.ofLong", Measured.ALLOCATED),
        bytes("allocated: spinning round trip", 0, spinning + "CHANNEL", Measured.ALLOCATED),
        bytes("allocated: platform threads that wait", 0, parked + "CHANNEL", Measured.ALLOCATED),
        bytes("a padded channel of `long`", 400, "MillionChannels.open over=CHANNEL", "layout"),
        bytes(
            "an unpadded channel of `long`",
            64,
            "MillionChannels.open over=CHANNEL_UNPADDED",
            "layout"),
        ratio(
            "a million virtual threads answered, on unpadded channels, beside `CompletableFuture`",
            1,
            time("MillionWaiters.answer over=CHANNEL_UNPADDED"),
            time("MillionWaiters.answer over=COMPLETABLE_FUTURE")),
        ratio(
            "the heap that they take while they wait, beside `CompletableFuture`",
            1,
            figure("heap", "MillionWaiters.answer over=CHANNEL_UNPADDED"),
            figure("heap", "MillionWaiters.answer over=COMPLETABLE_FUTURE")),
        ratio(
            "a slab: one thread's request, beside a map of `CompletableFuture`",
            0.5,
            time("ManyPending.cycle order=IN_TURN n=1 over=SLAB"),
            time("ManyPending.cycle order=IN_TURN n=1 over=MAP_OF_FUTURES")),
        ratio(
            "one of a million pending requests, shuffled, beside the same",
            0.35,
            time("ManyPending.cycle order=SHUFFLED n=1048576 over=SLAB"),
            time("ManyPending.cycle order=SHUFFLED n=1048576 over=MAP_OF_FUTURES")),
        ratio(
            "8 requesters with 64 requests out each, beside the same",
            0.7,
            time("ManyOutstanding.ofEight outstanding=64 over=SLAB"),
            time("ManyOutstanding.ofEight outstanding=64 over=MAP_OF_FUTURES")),
        bytes(
            "allocated: one thread's request to a slab",
            0,
            "ManyPending.cycle order=IN_TURN n=1 over=SLAB",
            Measured.ALLOCATED),
        ratio(
            "1000 declarations beside 100, both ours: linear growth is 10",
            11,
            Builds.share("warm", "MULTISHOT", "VALUE", "FULL", 1000),
            Builds.share("warm", "MULTISHOT", "VALUE", "FULL", 100)));
  }

  /** What the processor adds to a first build, beside the best of some. */
  private static Budget addedTo(
      int declarations, String declares, String best, double limit, String... processors) {
    Case[] cases =
        Stream.concat(Stream.of("MULTISHOT"), Stream.of(processors))
            .map(over -> Builds.share("cold", over, declares, "FULL", declarations))
            .toArray(Case[]::new);
    return ratio(
        "what the processor adds to a first build of %d × %s, beside %s"
            .formatted(declarations, Builds.declared(declares), best),
        limit,
        cases);
  }

  private static List<Budget> calls() {
    return List.of(
        pair("a call between spinning threads, beside the floor", 1.3, Calls.pair("CALL", "FLOOR")),
        pair("the same, beside two channels", 0.6, Calls.pair("CALL", "CHANNEL")),
        pair(
            "a call that waits, beside two channels that wait",
            0.6,
            Calls.pair("CALL_RECEIVE", "CHANNEL_RECEIVE")),
        pair(
            "a call through a queue, one outstanding, beside a request object and a channel",
            0.9,
            Calls.queuedPair("1")),
        pair("the same, eight outstanding", 0.65, Calls.queuedPair("8")),
        bytes(
            "allocated: a call between spinning threads",
            0,
            "RoundTrip.trip over=CALL",
            Measured.ALLOCATED),
        bytes(
            "allocated: a call through a queue",
            0,
            "QueuedRoundTrip.request outstanding=8 over=CALL",
            Measured.ALLOCATED));
  }

  private static Budget pair(String what, double limit, String trial) {
    return Budget.ofFigure(what, limit, figure(Measured.RATIO, trial));
  }

  private static List<Budget> builds() {
    return Stream.of("VALUE", "MESSAGE")
        .flatMap(
            declares ->
                Stream.concat(
                    Stream.of(1, 10, 100, 1000)
                        .map(
                            declarations ->
                                addedTo(
                                    declarations,
                                    declares,
                                    "the best of Immutables and record-builder",
                                    1,
                                    "IMMUTABLES",
                                    "RECORD_BUILDER")),
                    Stream.of(addedTo(10, declares, "AutoValue", 1.3, "AUTO_VALUE"))))
        .toList();
  }

  private static Budget ratio(String what, double limit, Case... cases) {
    return Budget.ofRatio(what, limit, versus(cases));
  }

  private static Budget bytes(String what, double limit, String trial, String figure) {
    return Budget.ofFigure(what, limit, figure(figure, trial));
  }

  /** The first case beside the others. */
  static Versus versus(Case... cases) {
    List<Case> all = Arrays.asList(cases);
    return new Versus(all.get(0), all.subList(1, all.size()));
  }

  /** A channel and the JDK's own means, over which a trial is run. */
  static Case[] bestOf(String trial) {
    return new Case[] {
      time(trial + "CHANNEL"),
      named("SynchronousQueue", trial + "SYNCHRONOUS_QUEUE"),
      named("Exchanger", trial + "EXCHANGER"),
      named("ArrayBlockingQueue", trial + "ARRAY_BLOCKING_QUEUE"),
      named("CompletableFuture", trial + "COMPLETABLE_FUTURE")
    };
  }

  static Case time(String trial) {
    return named("", trial);
  }

  private static Case named(String series, String trial) {
    return new Case(series, Role.PEER, "", Trial.parse(trial), Measured.TIME, null, false);
  }

  static Case figure(String figure, String trial) {
    return new Case("", Role.PEER, "", Trial.parse(trial), figure, null, false);
  }
}
