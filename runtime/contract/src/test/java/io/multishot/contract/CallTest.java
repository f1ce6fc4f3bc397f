package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotRequest;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import io.multishot.contract.Declarations.Pricing;
import io.multishot.contract.Declarations.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Questions that are handed over as requests, and their answers. */
final class CallTest {

  private final Pricing book = (instrument, quantity) -> instrument + quantity / 10.0;
  private final PricingCall.Caller caller = PricingCall.open();

  /** A store of strings and numbers, which fails in some ways. */
  static final class Numbers implements Store<String, Integer> {
    private final Map<String, Integer> numbers = new TreeMap<>();

    @Override
    public @Nullable Integer get(String key) throws IOException {
      if (key.isEmpty()) {
        throw new FileNotFoundException("no key");
      }
      return numbers.get(key);
    }

    @Override
    public void put(String key, Integer value) throws InterruptedException {
      if (key.equals("interrupt")) {
        throw new InterruptedException();
      }
      numbers.put(key, value);
    }

    @Override
    public int size() {
      return numbers.size();
    }

    @Override
    public boolean has(String key) {
      if (key.equals("broken")) {
        throw new IllegalStateException(key);
      }
      return numbers.containsKey(key);
    }

    @Override
    public long sum(long... values) {
      return Arrays.stream(values).sum();
    }

    @Override
    public List<String> names(List<? extends String> keys, String[] more) {
      List<String> names = new ArrayList<>(keys);
      names.addAll(List.of(more));
      return names;
    }

    @Override
    public char[] all(
        byte b, short s, char c, int i, long l, float f, double d, boolean z, Object o) {
      return ("" + b + s + c + i + l + f + d + z + o).toCharArray();
    }
  }

  private final Numbers numbers = new Numbers();
  private final StoreCall.Caller<String, Integer> store = StoreCall.open();

  @Test
  void serve_callsTheMethodThatWasAskedAndSendsItsResult() {
    assertTrue(caller.askPrice(17, 5).serve(book));
    assertEquals(Poll.READY, caller.poll());
    assertEquals(17.5, caller.peek());
    assertEquals(17.5, caller.take());
    assertEquals(Poll.DISCONNECTED, caller.poll());
    assertThrows(IllegalStateException.class, caller::take);
  }

  @Test
  void serve_ofEachKindOfMethod_answers() throws InterruptedException {
    store.askPut("a", 5).serve(numbers);
    store.receivePut();
    store.askGet("a").serve(numbers);
    assertEquals(5, store.receiveGet());
    store.askGet("b").serve(numbers);
    assertNull(store.takeGet());
    store.askSize().serve(numbers);
    assertEquals(1, store.takeSize());
    store.askHas("a").serve(numbers);
    assertTrue(store.takeHas());
    store.askSum(1, 2, 3).serve(numbers);
    assertEquals(6, store.takeSum());
    store.askNames(List.of("p"), new String[] {"q"}).serve(numbers);
    assertEquals(List.of("p", "q"), store.takeNames());
    store.askAll((byte) 1, (short) 2, 'c', 4, 5, 6, 7, true, "o").serve(numbers);
    assertArrayEquals("12c456.07.0trueo".toCharArray(), store.takeAll());
  }

  @Test
  void take_ofAnotherMethodsAnswer_isRefusedAndChangesNothing() {
    store.askSize().serve(numbers);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> store.takeGet());
    assertEquals(
        "the question was size(), and this takes the answer to get()", refused.getMessage());
    assertThrows(IllegalStateException.class, () -> store.onReceiveHas(answer -> {}));
    assertThrows(IllegalStateException.class, () -> store.toFutureHas());
    assertEquals(0, store.takeSize());
  }

  @Test
  void send_ofAnotherMethodsAnswer_isRefusedAndChangesNothing() {
    StoreCall.Request<String, Integer> request = store.askSize();
    assertThrows(IllegalStateException.class, () -> request.sendGet(5));
    assertThrows(
        IllegalStateException.class,
        () -> request.sendHasFrom(CompletableFuture.completedFuture(true)));
    assertTrue(request.sendSize(7));
    assertEquals(7, store.takeSize());
  }

  @Test
  void serve_ofAMethodThatThrows_failsTheCallAndThrowsNothing() {
    assertTrue(store.askGet("").serve(numbers));
    assertEquals(Poll.FAILED, store.poll());
    CompletionException failed = assertThrows(CompletionException.class, store::receiveGet);
    assertInstanceOf(FileNotFoundException.class, failed.getCause());
    store.askSize().serve(numbers);
    assertEquals(0, store.takeSize());
  }

  /** The server's thread is interrupted still, and the asking one is not. */
  @Test
  void serve_ofAMethodThatIsInterrupted_keepsTheInterruptPending() {
    store.askPut("interrupt", 1).serve(numbers);
    assertTrue(Thread.interrupted());
    CompletionException failed = assertThrows(CompletionException.class, store::receivePut);
    assertInstanceOf(InterruptedException.class, failed.getCause());
  }

  @Test
  @SuppressWarnings("multishot")
  void serve_ofAnAnsweredRequest_isRefused() {
    PricingCall.Request request = caller.askPrice(1, 1);
    request.serve(book);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> request.serve(book));
    String text = String.valueOf(refused.getMessage());
    assertTrue(text.startsWith("this request "), text);
    assertTrue(text.contains("a question has one answer; the caller asks the next"), text);
    assertThrows(IllegalStateException.class, () -> request.fail(new IOException()));
    assertEquals(1.1, caller.take());
  }

  @Test
  void serve_ofAQuestionGivenUp_callsNothing() {
    PricingCall.Request request = caller.askPrice(1, 1);
    assertTrue(caller.abandon());
    assertTrue(request.isAbandoned());
    assertFalse(
        request.serve(
            (instrument, quantity) -> {
              throw new AssertionError("called");
            }));
    assertTrue(caller.askPrice(2, 0).serve(book));
    assertEquals(2.0, caller.take());
    assertFalse(caller.abandon());
  }

  @Test
  void onAbandoned_ofAQuestionGivenUp_tellsTheServer() {
    List<String> told = new ArrayList<>();
    caller.askPrice(1, 1).onAbandoned(() -> told.add("abandoned"));
    caller.abandon();
    assertEquals(List.of("abandoned"), told);
  }

  @Test
  void serve_byAServerThatAnswersLater_passesTheRequest() {
    List<PricingCall.Request> left = new ArrayList<>();
    assertTrue(
        caller
            .askPrice(3, 4)
            .serve(
                (instrument, quantity, request) -> {
                  assertEquals(3, instrument);
                  assertEquals(4, quantity);
                  left.add(request);
                }));
    assertEquals(Poll.PENDING, caller.poll());
    assertTrue(left.get(0).send(9));
    assertEquals(9.0, caller.take());
  }

  @Test
  void serve_byAServerThatThrowsBeforeItAnswers_failsTheCall() {
    IOException thrown = new IOException();
    assertTrue(
        caller
            .askPrice(3, 4)
            .serve(
                (PricingCall.Server)
                    (instrument, quantity, request) -> {
                      throw thrown;
                    }));
    assertSame(thrown, caller.failure());
  }

  /** What has been answered stays answered, even if the caller has asked again by then. */
  @Test
  void serve_byAServerThatThrowsAfterItHasAnswered_leavesTheNextQuestionAlone() {
    List<Throwable> uncaught = new ArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
    Thread.currentThread().setUncaughtExceptionHandler((thread, told) -> uncaught.add(told));
    IOException thrown = new IOException();
    try {
      caller
          .askPrice(3, 4)
          .serve(
              (PricingCall.Server)
                  (instrument, quantity, request) -> {
                    request.send(1);
                    assertEquals(1.0, caller.take());
                    caller.askPrice(5, 6);
                    throw thrown;
                  });
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(thrown), uncaught);
    assertEquals(Poll.PENDING, caller.poll());
  }

  @Test
  void sendFrom_aFuture_answersWithItsResult() {
    CompletableFuture<Double> result = new CompletableFuture<>();
    caller.askPrice(1, 1).sendFrom(result);
    assertEquals(Poll.PENDING, caller.poll());
    result.complete(4.0);
    assertEquals(4.0, caller.take());
    CompletableFuture<@Nullable Object> done = new CompletableFuture<>();
    store.askPut("a", 1).sendPutFrom(done);
    done.complete(null);
    store.takePut();
  }

  @Test
  void close_ofARequest_disconnectsTheCaller() {
    caller.askPrice(1, 1).close();
    assertEquals(Poll.DISCONNECTED, caller.poll());
    DisconnectedException told = assertThrows(DisconnectedException.class, caller::receive);
    assertEquals("the request was closed without an answer", told.getMessage());
    assertEquals(1.0, answered(1, 0));
  }

  private double answered(long instrument, int quantity) {
    caller.askPrice(instrument, quantity).serve(book);
    return caller.take();
  }

  @Test
  void ask_whileAQuestionIsOpen_isRefused() {
    PricingCall.Request request = caller.askPrice(1, 1);
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> caller.askPrice(2, 2));
    assertEquals(
        "a question is open: await its answer, or call abandon() to give it up",
        refused.getMessage());
    request.serve(book);
    assertEquals(1.1, caller.take());
  }

  @Test
  void ask_whenClosed_isRefused() {
    caller.close();
    assertThrows(IllegalStateException.class, () -> caller.askPrice(1, 1));
  }

  @Test
  void ask_discardsAnAnswerThatWasNotTaken() {
    caller.askPrice(1, 1).serve(book);
    assertEquals(2.0, answered(2, 0));
  }

  @Test
  void onReceive_runsTheHandlerWithTheAnswer() {
    List<Double> received = new ArrayList<>();
    PricingCall.Request request = caller.askPrice(1, 1);
    caller.onReceive(received::add);
    request.serve(book);
    assertEquals(List.of(1.1), received);
    StoreCall.Request<String, Integer> put = store.askPut("a", 1);
    List<String> done = new ArrayList<>();
    store.onReceivePut(() -> done.add("put"), Runnable::run);
    put.serve(numbers);
    assertEquals(List.of("put"), done);
  }

  @Test
  void toFuture_isOfTheAnswer() {
    PricingCall.Request request = caller.askPrice(1, 1);
    CompletableFuture<Double> future = caller.toFuture();
    request.serve(book);
    assertEquals(1.1, future.join());
    StoreCall.Request<String, Integer> get = store.askGet("a");
    CompletableFuture<@Nullable Integer> got = store.toFutureGet();
    get.serve(numbers);
    assertNull(got.join());
    StoreCall.Request<String, Integer> put = store.askPut("a", 1);
    CompletableFuture<@Nullable Void> done = store.toFuturePut();
    put.serve(numbers);
    assertNull(done.join());
  }

  @Test
  void receive_withATimeOut_leavesTheQuestionOpen() throws Exception {
    PricingCall.Request request = caller.askPrice(1, 1);
    assertThrows(TimeoutException.class, () -> caller.receive(1, TimeUnit.MILLISECONDS));
    request.serve(book);
    assertEquals(1.1, caller.receive(1, TimeUnit.MILLISECONDS));
  }

  @Test
  void group_mixesCallersWithReceivers() throws InterruptedException {
    LongChannel.Receiver receiver = LongChannel.open();
    LongChannel.Sender sender = receiver.sender();
    PricingCall.Request request = caller.askPrice(1, 1);
    ReceiverGroup group = ReceiverGroup.of(receiver, caller);
    request.serve(book);
    assertEquals(1, group.awaitAny());
    assertEquals(1.1, caller.take());
    sender.send(5);
    assertEquals(0, group.awaitAny());
    assertEquals(5, receiver.take());
  }

  @Test
  void group_mixesCallersWithReceiversAndShotsOfASlab() throws InterruptedException {
    LongSlab slab = LongSlab.open(1, 1);
    SlabShot shot = SlabShot.of(slab);
    shot.set(slab.acquire());
    LongChannel.Receiver receiver = LongChannel.open();
    receiver.sender();
    PricingCall.Request request = caller.askPrice(1, 1);
    ReceiverGroup group = ReceiverGroup.of(receiver, shot, caller);
    slab.send(shot.id(), 5);
    request.serve(book);
    group.awaitAtLeast(2);
    group.abandonAll();
    assertEquals(0, slab.inFlight());
    assertEquals(Poll.DISCONNECTED, caller.poll());
    assertTrue(caller.askPrice(2, 2).serve(book));
    assertEquals(2.2, caller.take());
  }

  /** One queue for two interfaces, both of which one object implements. */
  @Test
  void queue_ofRequestsOfSeveralInterfaces_servesEach() {
    abstract class Both implements Pricing, Runnable {}
    Both both =
        new Both() {
          @Override
          public double price(long instrument, int quantity) {
            return 8;
          }

          @Override
          public void run() {}
        };
    Queue<MultiShotRequest<? super Both>> queue = new ArrayDeque<>();
    queue.add(caller.askPrice(1, 1));
    assertTrue(queue.remove().serve(both));
    assertEquals(8.0, caller.take());
  }

  @Test
  void toString_namesTheStateAndCallsNoUserCode() {
    assertTrue(caller.toString().startsWith("io.multishot.contract.PricingCall$Caller["));
    assertTrue(caller.askPrice(1, 1).toString().endsWith("[armed]"));
  }
}
