package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.CallTimeoutException;
import io.multishot.DisconnectedException;
import io.multishot.contract.Declarations.Pricing;
import io.multishot.contract.Declarations.Store;
import io.multishot.fixtures.Threads;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Implementations of the declared interface that ask and wait. */
final class CallStubTest {

  private final CallTest.Numbers numbers = new CallTest.Numbers();
  private final Store<String, Integer> store = StoreCall.stub(request -> request.serve(numbers));

  @Test
  void stub_answersAsTheServerDoes() throws Exception {
    store.put("a", 5);
    assertEquals(5, store.get("a"));
    assertEquals(1, store.size());
    assertEquals(2, store.doubleSize()); // which runs here
    assertTrue(store.has("a"));
    assertEquals(3, store.sum(1, 2));
    assertEquals(0, store.sum());
    assertEquals(List.of("p", "q"), store.names(List.of("p"), new String[] {"q"}));
  }

  @Test
  void stub_throwsDeclaredExceptionsAsThemselvesAndOthersWrapped() {
    assertThrows(FileNotFoundException.class, () -> store.get(""));
    CompletionException failed = assertThrows(CompletionException.class, () -> store.has("broken"));
    assertInstanceOf(IllegalStateException.class, failed.getCause());
  }

  /** The asking thread was not interrupted. */
  @Test
  void stub_wrapsTheInterruptOfTheServersThread() {
    CompletionException failed =
        assertThrows(CompletionException.class, () -> store.put("interrupt", 1));
    assertInstanceOf(InterruptedException.class, failed.getCause());
    assertTrue(Thread.interrupted()); // it serves itself, here
  }

  @Test
  void stub_withATimeOut_givesTheQuestionUp() {
    List<PricingCall.Request> requests = new ArrayList<>();
    Pricing pricing = PricingCall.stub(requests::add, 1, TimeUnit.MILLISECONDS);
    assertThrows(CallTimeoutException.class, () -> pricing.price(1, 1));
    assertTrue(requests.get(0).isAbandoned());
    assertThrows(CallTimeoutException.class, () -> pricing.price(1, 1));
  }

  @Test
  void stub_whoseRouteRefuses_throwsThatAndCanAskAgain() {
    RejectedExecutionException full = new RejectedExecutionException("full");
    boolean[] isFull = {true};
    Pricing pricing =
        PricingCall.stub(
            request -> {
              if (isFull[0]) {
                throw full;
              }
              request.serve((instrument, quantity) -> 7);
            });
    assertSame(full, assertThrows(RejectedExecutionException.class, () -> pricing.price(1, 1)));
    isFull[0] = false;
    assertEquals(7.0, pricing.price(1, 1));
  }

  @Test
  void stub_whoseRequestIsClosed_throwsThatItIsDisconnected() {
    Pricing pricing = PricingCall.stub(PricingCall.Request::close);
    assertThrows(DisconnectedException.class, () -> pricing.price(1, 1));
  }

  /** What serves a question may ask another one by the same stub. */
  @Test
  void stub_calledWithinItself_asksByAnotherCaller() {
    Pricing[] nested = new Pricing[1];
    Pricing book =
        (instrument, quantity) ->
            quantity == 0 ? instrument : 1 + nested[0].price(instrument, quantity - 1);
    nested[0] = PricingCall.stub(request -> request.serve(book));
    assertEquals(105.0, nested[0].price(100, 5));
    assertEquals(101.0, nested[0].price(100, 1));
  }

  @Test
  void stub_calledByManyThreads_givesEachItsOwnAnswers() {
    BlockingQueue<PricingCall.Request> queue = new LinkedBlockingQueue<>();
    Pricing pricing = PricingCall.stub(queue::add);
    try (TestThreads threads = new TestThreads()) {
      Thread worker =
          threads.start(
              () -> {
                try {
                  while (true) {
                    queue.take().serve((instrument, quantity) -> instrument * 10.0 + quantity);
                  }
                } catch (InterruptedException stop) {
                  // as it should be
                }
              });
      List<Thread> asking = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        int number = i;
        TestThreads.Task task =
            () -> {
              for (int call = 0; call < 2000; call++) {
                assertEquals(call * 10.0 + number, pricing.price(call, number));
              }
            };
        asking.add(
            i % 2 == 0 || !Threads.VIRTUAL.areSupported()
                ? threads.start(task)
                : threads.startVirtual(task));
      }
      asking.forEach(CallStubTest::join);
      worker.interrupt();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void stub_ofAnInterruptibleMethod_givesTheQuestionUpWhenInterrupted() {
    List<StoreCall.Request<String, Integer>> requests = new ArrayList<>();
    Store<String, Integer> silent = StoreCall.stub(requests::add);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> silent.put("a", 1));
    assertTrue(requests.get(0).isAbandoned());
  }

  @Test
  void stub_ofAnotherMethod_waitsOnAndKeepsTheInterruptPending() throws IOException {
    Thread.currentThread().interrupt();
    assertEquals(0, store.size());
    assertTrue(Thread.interrupted());
  }

  @Test
  void blocking_withARoute_isForTheOwnerOfTheCaller() {
    PricingCall.Caller caller = PricingCall.open();
    Pricing pricing = caller.blocking(request -> request.serve((i, q) -> i + q));
    assertEquals(3.0, pricing.price(1, 2));
    Pricing timed = caller.blocking(request -> {}, 1, TimeUnit.MILLISECONDS);
    assertThrows(CallTimeoutException.class, () -> timed.price(1, 2));
    assertEquals(3.0, pricing.price(1, 2));
  }

  @Test
  void blocking_withoutARouteAndASeat_isRefused() {
    PricingCall.Caller caller = PricingCall.open();
    assertThrows(IllegalStateException.class, caller::blocking);
  }

  @Test
  void blocking_ofAPair_asksTheServerAtTheSeat() {
    PricingCall.Caller caller = PricingCall.open();
    PricingCall.Request seat = caller.request();
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            while (seat.awaitRequest()) {
              seat.serve((instrument, quantity) -> instrument + quantity);
            }
          });
      Pricing pricing = caller.blocking(1, TimeUnit.MINUTES);
      for (int i = 0; i < 1000; i++) {
        assertEquals(i + 1.0, pricing.price(i, 1));
      }
      caller.close();
    }
  }
}
