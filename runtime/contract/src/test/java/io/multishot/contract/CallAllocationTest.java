package io.multishot.contract;

import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.contract.Declarations.ParkingPricing;
import io.multishot.contract.Declarations.Pricing;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A call allocates nothing, whichever way the question goes and the answer comes. */
@Tag("production")
final class CallAllocationTest {

  private static final Waker WAKER = () -> {};
  private static final Executor INLINE = Runnable::run;
  private static final Pricing BOOK = (instrument, quantity) -> instrument + quantity;
  private static final ParkingPricing PARKING_BOOK =
      (instrument, quantity) -> instrument + quantity;
  private static final PricingCall.Server LATER =
      (instrument, quantity, request) -> request.send((double) (instrument + quantity));
  private static final PricingCall.Handler HANDLER = answer -> require(answer == 22);

  private final PricingCall.Caller caller = PricingCall.open();
  private final PricingCall.Caller seated = PricingCall.open();
  private final PricingCall.Request seat = seated.request();
  private final Pricing owners = caller.blocking(request -> request.serve(BOOK));
  private final Pricing timed =
      caller.blocking(request -> request.serve(BOOK), 1, TimeUnit.MINUTES);
  private final Pricing all = PricingCall.stub(request -> request.serve(BOOK));

  private record Case(String name, TestThreads.Task call) {}

  @TestFactory
  Stream<DynamicTest> call_eachWay_allocatesNothing() {
    return Stream.of(
            new Case("served", this::serveOne),
            new Case("received", this::receiveOne),
            new Case("answered later", this::answerOneLater),
            new Case("handled", this::handleOne),
            new Case("handled by an executor", this::handleOneByExecutor),
            new Case("closed by the server", this::closeOne),
            new Case("at a seat", this::serveOneAtASeat),
            new Case("at a seat, with a waker", this::wakeOneAtASeat),
            new Case("at a seat, answered later", this::answerOneLaterAtASeat),
            new Case("of the owner's stub", () -> require(owners.price(17, 5) == 22)),
            new Case("of the owner's stub, in time", () -> require(timed.price(17, 5) == 22)),
            new Case("of the stub for all threads", () -> require(all.price(17, 5) == 22)))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name(),
                    () -> Allocated.assertNothing(Allocated.times(50_000, each.call()))));
  }

  @Test
  void call_betweenTwoThreadsThatPark_allocatesNothing() throws Exception {
    ParkingPricingCall.Caller parking = ParkingPricingCall.open();
    ParkingPricingCall.Request parkingSeat = parking.request();
    int calls = 5_000;
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () ->
              Allocated.assertNothing(
                  () -> {
                    for (int i = 0; i < calls; i++) {
                      require(parkingSeat.awaitRequest());
                      parkingSeat.serve(PARKING_BOOK);
                    }
                  }));
      threads.start(
          () ->
              Allocated.assertNothing(
                  () -> {
                    for (int i = 0; i < calls; i++) {
                      parking.askPrice(17, i);
                      require(parking.receive() == 17 + i);
                    }
                  }));
    }
  }

  /** A check that the compiler cannot remove. */
  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("an answer was lost or changed");
    }
  }

  private void serveOne() {
    require(caller.askPrice(17, 5).serve(BOOK));
    require(caller.poll() == Poll.READY);
    require(caller.take() == 22);
  }

  private void receiveOne() throws InterruptedException {
    require(caller.askPrice(17, 5).serve(BOOK));
    require(caller.receive() == 22);
  }

  private void answerOneLater() {
    caller.askPrice(17, 5).serve(LATER);
    require(caller.take() == 22);
  }

  private void handleOne() {
    PricingCall.Request request = caller.askPrice(17, 5);
    caller.onReceive(HANDLER);
    require(request.serve(BOOK));
  }

  private void handleOneByExecutor() {
    PricingCall.Request request = caller.askPrice(17, 5);
    caller.onReceive(HANDLER, INLINE);
    require(request.serve(BOOK));
  }

  private void closeOne() {
    caller.askPrice(17, 5).close();
    require(caller.poll() == Poll.DISCONNECTED);
  }

  private void serveOneAtASeat() {
    seated.askPrice(17, 5);
    require(seat.pollRequest() == Poll.READY);
    require(seat.serve(BOOK));
    require(seated.take() == 22);
  }

  private void wakeOneAtASeat() {
    require(seat.pollRequest(WAKER) == Poll.PENDING);
    seated.askPrice(17, 5);
    require(seat.pollRequest() == Poll.READY);
    require(seat.serve(BOOK));
    require(seated.take() == 22);
  }

  private void answerOneLaterAtASeat() {
    seated.askPrice(17, 5);
    require(seat.pollRequest() == Poll.READY);
    seat.serve(LATER);
    require(seated.take() == 22);
  }
}
