package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One operation of each half of a pair, of which one may stop in the middle for ever. */
public final class SeatSuspension extends CheckedScenario {

  private static final Waker WAKER = () -> {};

  /** What a half does. */
  private interface Operation {
    void on(SeatSuspension pair) throws Throwable;
  }

  /** What has happened before. */
  private enum Before {
    /** Nothing. */
    NOTHING,
    /** The server has left a waker. */
    AWAITED,
    /** There is a question. */
    ASKED,
    /** The server has seen it. */
    SHOWN,
    /** The server has left it to others. */
    LEFT_TO_OTHERS,
    /** The server has answered. */
    ANSWERED
  }

  @SuppressWarnings("CheckReturnValue")
  private static final Map<String, Operation> CALLER =
      Map.ofEntries(
          Map.entry("ask", SeatSuspension::askIfIdle),
          Map.entry("abandon", on -> on.caller.abandon()),
          Map.entry("abandon and ask", SeatSuspension::askAnother),
          Map.entry("poll", on -> on.caller.poll()),
          Map.entry("poll(Waker)", on -> on.caller.poll(WAKER)),
          Map.entry("await(0)", on -> on.caller.await(0, TimeUnit.SECONDS)),
          Map.entry("take", SeatSuspension::takeIfReady),
          Map.entry("close", on -> on.caller.close()));

  @SuppressWarnings("CheckReturnValue")
  private static final Map<String, Operation> SERVER =
      Map.ofEntries(
          Map.entry("poll", on -> on.seat.pollRequest()),
          Map.entry("poll(Waker)", on -> on.seat.pollRequest(WAKER)),
          Map.entry("await(0)", on -> on.seat.awaitRequest(0, TimeUnit.SECONDS)),
          Map.entry("serve", SeatSuspension::serveIfReady),
          Map.entry("serve, and poll", SeatSuspension::serveAndPoll),
          Map.entry("leave to others", SeatSuspension::leaveIfReady),
          Map.entry("close", on -> on.seat.close()),
          Map.entry("onAbandoned and serve", SeatSuspension::watchAndServe));

  private static final Set<String> ABANDONING = Set.of("abandon", "abandon and ask", "close");

  private final EchoCall.Caller caller = EchoCall.open();
  private final EchoCall.Request seat = caller.request();
  private final Operation callers;
  private final Operation servers;
  private final Before before;

  /** Names what has happened before, and the two operations. */
  SeatSuspension(String before, String callers, String servers) {
    this.before = Before.valueOf(before);
    this.callers = Objects.requireNonNull(CALLER.get(callers), callers);
    this.servers = Objects.requireNonNull(SERVER.get(servers), servers);
  }

  /** What can have happened before. */
  public static Iterable<String> before() {
    return List.of(Before.values()).stream().map(Before::name).toList();
  }

  /** What the caller can do. */
  public static Iterable<String> ofCaller() {
    return CALLER.keySet();
  }

  /** What the server can do. */
  public static Iterable<String> ofServer() {
    return SERVER.keySet();
  }

  /** Whether the server waits, as every sender does, until its abandon waker has run. */
  public static boolean serverWaits(String callers, String servers) {
    return ABANDONING.contains(callers) && servers.equals("onAbandoned and serve");
  }

  private static int answer(int question) {
    return question + 1;
  }

  private void askIfIdle() {
    if (before == Before.NOTHING || before == Before.AWAITED || before == Before.ANSWERED) {
      caller.askEcho(2);
    }
  }

  private void askAnother() {
    caller.abandon();
    caller.askEcho(2);
  }

  private void takeIfReady() {
    if (caller.poll() == Poll.READY) {
      caller.take();
    }
  }

  private void serveIfReady() {
    if (seat.pollRequest() == Poll.READY) {
      seat.serve(SeatSuspension::answer);
    }
  }

  @SuppressWarnings("CheckReturnValue")
  private void serveAndPoll() {
    serveIfReady();
    seat.pollRequest();
  }

  private void leaveIfReady() {
    if (seat.pollRequest() == Poll.READY) {
      seat.serve((question, request) -> {});
    }
  }

  private void watchAndServe() {
    if (seat.pollRequest() == Poll.READY) {
      seat.onAbandoned(WAKER);
      seat.serve(SeatSuspension::answer);
    }
  }

  private void prepare() {
    switch (before) {
      case NOTHING -> {}
      case AWAITED -> checkEquals(Poll.PENDING, seat.pollRequest(WAKER));
      case ASKED -> caller.askEcho(1);
      case SHOWN -> {
        caller.askEcho(1);
        checkEquals(Poll.READY, seat.pollRequest());
      }
      case LEFT_TO_OTHERS -> {
        caller.askEcho(1);
        leaveIfReady();
      }
      case ANSWERED -> {
        caller.askEcho(1);
        serveIfReady();
      }
    }
  }

  @Override
  public void setUp(Actors actors) {
    prepare();
    actors.add("caller", () -> callers.on(this));
    actors.add("server", () -> servers.on(this));
  }
}
