package io.multishot.report;

import io.multishot.report.Case.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What is measured, what it is compared with, and what was promised of it. */
final class Catalogue {

  private Catalogue() {}

  /** All sections, in the order of the report. */
  static List<Section> sections() {
    return Stream.of(
            HandOvers.sections(), Requests.sections(), Scales.sections(), Builds.sections())
        .flatMap(List::stream)
        .toList();
  }

  /** What was promised before anything was measured. */
  static List<Budget> budgets() {
    String spinning = "RoundTrip.trip over=";
    String parked = "ParkedRoundTrip.trip threads=PLATFORM work=0 over=";
    String working = "ParkedRoundTrip.trip threads=PLATFORM work=10000 over=";
    String virtual = "ParkedRoundTrip.trip threads=VIRTUAL work=0 over=";
    return List.of(
        ratio(
            "one thread: arm, send, poll, take a `long`, beside a `getAndSet`",
            1.25,
            of("SameThreadCycle.ofLong"),
            of("SameThreadCycle.floor")),
        ratio(
            "one thread: a view of four fields, beside a `long`",
            1.3,
            of("MessageCycle.viewOfInterface"),
            of("MessageCycle.oneLong")),
        ratio(
            "round trip between spinning threads, beside the floor",
            1.15,
            of(spinning + "CHANNEL"),
            of(spinning + "FLOOR")),
        ratio(
            "the same, beside a pair of JCTools' queues",
            0.5,
            of(spinning + "CHANNEL"),
            of(spinning + "JCTOOLS_SPSC")),
        ratio(
            "the same, beside `CompletableFuture`",
            0.4,
            of(spinning + "CHANNEL"),
            of(spinning + "COMPLETABLE_FUTURE")),
        ratio(
            "the same, beside the best of Disruptor, Agrona, Exchanger",
            1,
            of(spinning + "CHANNEL"),
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
            of("MillionWaiters.answer over=CHANNEL_UNPADDED"),
            of("MillionWaiters.answer over=COMPLETABLE_FUTURE")),
        ratio(
            "the heap that they take while they wait, beside `CompletableFuture`",
            1,
            figure("heap", "MillionWaiters.answer over=CHANNEL_UNPADDED"),
            figure("heap", "MillionWaiters.answer over=COMPLETABLE_FUTURE")),
        besideAutoValue("a build of 1000 declarations, as by Maven", "cold", "FULL", 1000),
        besideAutoValue("the same, as by a daemon", "warm", "FULL", 1000),
        besideAutoValue(
            "100 declarations, as by a daemon, but what is generated is not compiled",
            "warm",
            "ONLY",
            100),
        ratio(
            "1000 declarations beside 100, both ours: flat if it is 10",
            11,
            Builds.share("warm", "MULTISHOT", "FULL", 1000),
            Builds.share("warm", "MULTISHOT", "FULL", 100)));
  }

  private static Budget besideAutoValue(
      String what, String method, String processing, int declarations) {
    return ratio(
        what + ": what the processor adds, beside AutoValue",
        1,
        Builds.share(method, "MULTISHOT", processing, declarations),
        Builds.share(method, "AUTO_VALUE", processing, declarations));
  }

  private static Budget ratio(String what, double limit, Case... cases) {
    List<Case> all = Arrays.asList(cases);
    return new Budget(what, limit, all.get(0), all.subList(1, all.size()));
  }

  private static Budget bytes(String what, double limit, String trial, String figure) {
    return new Budget(what, limit, figure(figure, trial), List.of());
  }

  private static Case[] bestOf(String trial) {
    return new Case[] {
      of(trial + "CHANNEL"),
      named("SynchronousQueue", trial + "SYNCHRONOUS_QUEUE"),
      named("Exchanger", trial + "EXCHANGER"),
      named("ArrayBlockingQueue", trial + "ARRAY_BLOCKING_QUEUE"),
      named("CompletableFuture", trial + "COMPLETABLE_FUTURE")
    };
  }

  private static Case of(String trial) {
    return named("", trial);
  }

  private static Case named(String series, String trial) {
    return new Case(series, Role.PEER, "", Trial.parse(trial), Measured.TIME, null, false);
  }

  private static Case figure(String figure, String trial) {
    return new Case("", Role.PEER, "", Trial.parse(trial), figure, null, false);
  }
}
