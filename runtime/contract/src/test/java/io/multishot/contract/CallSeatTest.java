package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.contract.Declarations.ParkingPricing;
import io.multishot.fixtures.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A pair: the server waits on the cell. */
final class CallSeatTest {

  private static final int CALLS = 20_000;

  private final ParkingPricing book = (instrument, quantity) -> instrument + quantity / 10.0;
  private final ParkingPricingCall.Caller caller = ParkingPricingCall.open();
  private final ParkingPricingCall.Request seat = caller.request();

  private void serveAll() throws InterruptedException {
    while (seat.awaitRequest()) {
      seat.serve(book);
    }
  }

  @Test
  void awaitRequest_isTrueForEachQuestionAndFalseOnceTheCallerIsClosed() throws Exception {
    try (TestThreads threads = new TestThreads()) {
      threads.start(this::serveAll);
      for (int i = 0; i < CALLS; i++) {
        caller.askPrice(i, 5);
        assertEquals(i + 0.5, caller.receive());
      }
      caller.close();
    }
  }

  @Test
  void awaitRequest_onVirtualThreads_isTrueForEachQuestion() throws Exception {
    assumeTrue(Threads.VIRTUAL.areSupported(), "virtual threads came with Java 21");
    try (TestThreads threads = new TestThreads()) {
      threads.startVirtual(this::serveAll);
      threads.startVirtual(
          () -> {
            for (int i = 0; i < CALLS; i++) {
              caller.askPrice(i, 5);
              assertEquals(i + 0.5, caller.receive());
            }
            caller.close();
          });
    }
  }

  @Test
  void awaitRequest_bySpinningAndParkingInTurn_losesNoQuestion() throws Exception {
    PricingCall.Caller hybrid = PricingCall.open();
    PricingCall.Request request = hybrid.request();
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            while (request.awaitRequest()) {
              request.serve((instrument, quantity) -> instrument * quantity);
            }
          });
      for (int i = 0; i < CALLS; i++) {
        hybrid.askPrice(i, 2);
        assertEquals(2.0 * i, hybrid.receive());
        if (i % 1000 == 0) {
          Thread.sleep(1);
        }
      }
      hybrid.close();
    }
  }

  /** Half of the questions are given up, some before and some while they are served. */
  @Test
  void abandon_ofSomeQuestions_leavesTheOthersTheirOwnAnswers() throws Exception {
    AtomicInteger served = new AtomicInteger();
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            while (seat.awaitRequest()) {
              served.addAndGet(seat.serve(book) ? 1 : 0);
            }
          });
      int answered = 0;
      for (int i = 0; i < CALLS; i++) {
        caller.askPrice(i, 5);
        if (i % 2 == 0) {
          caller.abandon();
        } else {
          assertEquals(i + 0.5, caller.receive());
          answered++;
        }
      }
      caller.close();
      assertEquals(CALLS / 2, answered);
    }
    assertTrue(served.get() >= CALLS / 2);
  }

  @Test
  void pollRequest_tellsOfAQuestionAndOfTheEnd() {
    assertEquals(Poll.PENDING, seat.pollRequest());
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.serve(book));
    assertEquals(Poll.PENDING, seat.pollRequest());
    assertEquals(1.1, caller.take());
    caller.close();
    assertEquals(Poll.DISCONNECTED, seat.pollRequest());
  }

  @Test
  void pollRequest_withAWaker_runsItWhenThereIsAQuestion() {
    List<String> told = new ArrayList<>();
    assertEquals(Poll.PENDING, seat.pollRequest(() -> told.add("first")));
    assertEquals(Poll.PENDING, seat.pollRequest(() -> told.add("second")));
    caller.askPrice(1, 1);
    assertEquals(List.of("second"), told);
    assertEquals(Poll.READY, seat.pollRequest(() -> told.add("third")));
    assertTrue(seat.serve(book));
    assertEquals(1.1, caller.take());
    caller.askPrice(1, 1);
    assertEquals(List.of("second"), told);
  }

  @Test
  void pollRequest_withAWaker_runsItWhenTheCallerIsClosed() {
    List<String> told = new ArrayList<>();
    assertEquals(Poll.PENDING, seat.pollRequest(() -> told.add("told")));
    caller.close();
    assertEquals(List.of("told"), told);
  }

  @Test
  void awaitRequest_withATimeOut_isPendingWhenTheTimeIsUp() throws Exception {
    assertEquals(Poll.PENDING, seat.awaitRequest(1, TimeUnit.MILLISECONDS));
    assertEquals(Poll.PENDING, seat.awaitRequest(0, TimeUnit.MILLISECONDS));
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.awaitRequest(0, TimeUnit.MILLISECONDS));
    caller.close();
    assertEquals(Poll.DISCONNECTED, seat.awaitRequest(1, TimeUnit.DAYS));
  }

  @Test
  void awaitRequest_whoseTimeIsUp_hasReplacedTheWaker() throws Exception {
    AtomicInteger wakes = new AtomicInteger();
    assertEquals(Poll.PENDING, seat.pollRequest(wakes::incrementAndGet));
    assertEquals(Poll.PENDING, seat.awaitRequest(1, TimeUnit.NANOSECONDS));
    caller.askPrice(1, 1);
    assertEquals(0, wakes.get());
  }

  @Test
  void awaitRequest_byAServerThatSpins_whoseTimeIsUp_hasReplacedTheWaker() throws Exception {
    AtomicInteger wakes = new AtomicInteger();
    BusyPricingCall.Caller busy = BusyPricingCall.open();
    assertEquals(Poll.PENDING, busy.request().pollRequest(wakes::incrementAndGet));
    assertEquals(Poll.PENDING, busy.request().awaitRequest(1, TimeUnit.NANOSECONDS));
    busy.askPrice(1, 1);
    PricingCall.Caller spinning = PricingCall.open();
    assertEquals(Poll.PENDING, spinning.request().pollRequest(wakes::incrementAndGet));
    assertEquals(Poll.PENDING, spinning.request().awaitRequest(1, TimeUnit.NANOSECONDS));
    spinning.askPrice(1, 1);
    assertEquals(0, wakes.get());
  }

  @Test
  void awaitRequest_interrupted_throwsAndLosesNothing() throws Exception {
    caller.askPrice(1, 1);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, seat::awaitRequest);
    assertTrue(seat.awaitRequest());
    assertTrue(seat.serve(book));
    assertEquals(1.1, caller.take());
  }

  @Test
  void serve_ofAQuestionGivenUpAfterItWasShown_callsNothing() {
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    caller.abandon();
    caller.askPrice(2, 2);
    assertFalse(
        seat.serve(
            (instrument, quantity) -> {
              throw new AssertionError("called");
            }));
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.serve(book));
    assertEquals(2.2, caller.take());
  }

  @Test
  void serve_byAServerThatAnswersLater_showsTheQuestionOnce() {
    List<ParkingPricingCall.Request> left = new ArrayList<>();
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.serve((instrument, quantity, request) -> left.add(request)));
    assertEquals(Poll.PENDING, seat.pollRequest());
    assertTrue(left.get(0).send(3));
    assertEquals(3.0, caller.take());
    assertEquals(Poll.PENDING, seat.pollRequest());
    caller.askPrice(2, 2);
    assertEquals(Poll.READY, seat.pollRequest());
  }

  @Test
  void serve_beforeAnyQuestion_isRefused() {
    assertThrows(IllegalStateException.class, () -> seat.serve(book));
    assertThrows(IllegalStateException.class, () -> seat.send(1));
    assertThrows(IllegalStateException.class, () -> seat.fail(new Exception()));
  }

  @Test
  void fail_ofASeat_failsTheQuestionThatItShows() {
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    Exception failure = new Exception();
    assertTrue(seat.fail(failure));
    assertSame(failure, caller.failure());
    caller.askPrice(2, 2);
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.send(4));
    assertEquals(4.0, caller.take());
  }

  /** Nobody waits for a server that has gone. */
  @Test
  void close_ofASeat_disconnectsTheQuestionAndAllThatFollow() throws Exception {
    caller.askPrice(1, 1);
    seat.close();
    assertThrows(DisconnectedException.class, caller::receive);
    caller.askPrice(2, 2);
    assertThrows(DisconnectedException.class, caller::receive);
    assertEquals(Poll.DISCONNECTED, seat.pollRequest());
    assertFalse(seat.awaitRequest());
  }

  @Test
  void close_ofASeatWhileTheCallerWaits_wakesIt() {
    try (TestThreads threads = new TestThreads()) {
      Thread asking =
          threads.start(
              () -> {
                caller.askPrice(1, 1);
                assertEquals(Poll.DISCONNECTED, caller.await());
              });
      TestThreads.awaitParked(asking);
      seat.close();
    }
  }

  /** The handler asks the next question before {@code sendFrom} returns. */
  @Test
  void sendFrom_atASeatWhoseCallerAsksAgainAtOnce_showsTheNextQuestion() {
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    caller.onReceive(answer -> caller.askPrice(2, 2));
    seat.sendFrom(CompletableFuture.completedFuture(3.0));
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.serve(book));
    assertEquals(2.2, caller.take());
  }

  /** They may be about to answer: who else ends it would have them end the next one. */
  @Test
  void close_ofASeatThatHasLeftTheQuestionToOthers_leavesItToThem() {
    List<ParkingPricingCall.Request> left = new ArrayList<>();
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    assertTrue(seat.serve((instrument, quantity, request) -> left.add(request)));
    seat.close();
    assertEquals(Poll.PENDING, caller.poll());
    assertTrue(left.get(0).send(3));
    assertEquals(3.0, caller.take());
    caller.askPrice(2, 2);
    assertThrows(DisconnectedException.class, caller::receive);
  }

  @Test
  void close_ofASeatThatHasLeftTheQuestionToAFuture_leavesItToThat() {
    CompletableFuture<Double> source = new CompletableFuture<>();
    caller.askPrice(1, 1);
    assertEquals(Poll.READY, seat.pollRequest());
    seat.sendFrom(source);
    seat.close();
    source.complete(3.0);
    assertEquals(3.0, caller.take());
    caller.askPrice(2, 2);
    assertThrows(DisconnectedException.class, caller::receive);
  }

  @Test
  void request_isTheSameAtEachCall() {
    assertSame(seat, caller.request());
    assertEquals("[seat]", seat.toString().replaceAll(".*Request", ""));
  }

  @Test
  void request_whileAQuestionIsOpen_isRefused() {
    ParkingPricingCall.Caller other = ParkingPricingCall.open();
    other.askPrice(1, 1);
    assertThrows(IllegalStateException.class, other::request);
    other.close();
    assertThrows(IllegalStateException.class, other::request);
  }

  @Test
  void awaitRequest_ofARequestThatWasHandedOver_isRefused() {
    ParkingPricingCall.Request request = ParkingPricingCall.open().askPrice(1, 1);
    assertThrows(IllegalStateException.class, request::awaitRequest);
    assertThrows(IllegalStateException.class, request::pollRequest);
    request.close();
  }

  @Test
  void awaitRequest_byTwoServers_isRefused() {
    try (TestThreads threads = new TestThreads()) {
      Thread first = threads.start(() -> assertFalse(seat.awaitRequest()));
      TestThreads.awaitParked(first);
      assertThrows(IllegalStateException.class, seat::awaitRequest);
      caller.close();
    }
  }
}
