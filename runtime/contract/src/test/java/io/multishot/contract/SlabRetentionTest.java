package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.Waker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Nothing that a slab's shot brought with it is kept alive by the slab after its end. */
@Tag("production")
final class SlabRetentionTest {

  private final ObjectSlab slab = ObjectSlab.open(1, 1);
  private final MemoSlab memos = MemoSlab.open(1, 1);
  private final LongSlab longs = LongSlab.open(1, 1);

  /** What may be held, and must not hold. */
  private final List<Object> held = new ArrayList<>();

  /** One shot, after which something is to be gone. */
  private interface Way {
    WeakReference<?> go() throws Exception;
  }

  private record Case(String name, Way way) {}

  @TestFactory
  Stream<DynamicTest> shot_eachEnd_releasesWhatItHad() {
    return Stream.of(
            new Case("value taken", this::valueTaken),
            new Case("value received", this::valueReceived),
            new Case("value received after a wait", this::valueReceivedAfterAWait),
            new Case("value abandoned", this::valueAbandoned),
            new Case("value sent late", this::valueSentLate),
            new Case("value handled", this::valueHandled),
            new Case("value of a future", this::valueOfFuture),
            new Case("value after closing", this::valueAfterClosing),
            new Case("part of a message", this::partOfMessage),
            new Case("failure received", this::failureReceived),
            new Case("failure abandoned", this::failureAbandoned),
            new Case("failure of a slab of primitives", this::failureOfPrimitives),
            new Case("failure of all, handled", this::failureOfAll),
            new Case("waker run", this::wakerRun),
            new Case("waker replaced", this::wakerReplaced),
            new Case("waker withdrawn", this::wakerWithdrawn),
            new Case("waker abandoned", this::wakerAbandoned),
            new Case("waker taken back by receive", this::wakerTakenBack),
            new Case("handler run", this::handlerRun),
            new Case("handler withdrawn", this::handlerWithdrawn),
            new Case("handler abandoned", this::handlerAbandoned),
            new Case("handler run by an executor", () -> byExecutor(Runnable::run)),
            new Case("handler queued, and run", this::handlerQueued),
            new Case("handler withdrawn from an executor", this::handlerWithdrawnFromExecutor),
            new Case("handler abandoned, of an executor", this::handlerAbandonedOfExecutor),
            new Case("handler refused", this::handlerRefused),
            new Case("executor", this::executorOfARun),
            new Case("future done", this::futureDone),
            new Case("future cancelled", this::futureCancelled),
            new Case("future withdrawn", this::futureWithdrawn),
            new Case("future abandoned", this::futureAbandoned),
            new Case("source", this::source),
            new Case("thread", this::thread))
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
  }

  private void check(Case each) throws Exception {
    WeakReference<?> reference = each.way().go();
    assertEquals(0, slab.inFlight() + memos.inFlight() + longs.inFlight());
    assertTrue(Collected.isSoon(reference), each.name());
    assertEquals(3, slab.capacity() + memos.capacity() + longs.capacity(), "they are alive");
    held.clear();
  }

  // Values

  private WeakReference<Object> sent(long id) {
    Object value = new Object();
    slab.send(id, value);
    return new WeakReference<>(value);
  }

  private WeakReference<?> valueTaken() {
    long id = slab.acquire();
    WeakReference<Object> value = sent(id);
    slab.take(id);
    return value;
  }

  private WeakReference<?> valueReceived() throws Exception {
    long id = slab.acquire();
    WeakReference<Object> value = sent(id);
    slab.receive(id);
    return value;
  }

  private WeakReference<?> valueReceivedAfterAWait() throws Exception {
    long id = slab.acquire();
    List<WeakReference<Object>> values = new ArrayList<>();
    try (TestThreads threads = new TestThreads()) {
      Thread owner = threads.start(() -> slab.receive(id));
      TestThreads.awaitParked(owner);
      values.add(sent(id));
    }
    return values.get(0);
  }

  private WeakReference<?> valueAbandoned() {
    long id = slab.acquire();
    WeakReference<Object> value = sent(id);
    assertTrue(slab.abandon(id));
    return value;
  }

  private WeakReference<?> valueSentLate() {
    long id = slab.acquire();
    slab.abandon(id);
    return sent(id);
  }

  private WeakReference<?> valueHandled() {
    long id = slab.acquire();
    slab.onReceive(id, (name, value) -> {});
    return sent(id);
  }

  private WeakReference<?> valueOfFuture() {
    long id = slab.acquire();
    CompletableFuture<?> unused = slab.toFuture(id);
    return sent(id);
  }

  private WeakReference<?> valueAfterClosing() {
    ObjectSlab closed = ObjectSlab.open(1, 1);
    held.add(closed);
    long id = closed.acquire();
    Object value = new Object();
    closed.send(id, value);
    closed.close();
    closed.take(id);
    return new WeakReference<>(value);
  }

  private WeakReference<?> partOfMessage() {
    long id = memos.acquire();
    String text = new String("a part of a message");
    memos.send(id, 1, text);
    MemoSlab.Copy unused = memos.take(id, new MemoSlab.Copy());
    return new WeakReference<>(text);
  }

  // Failures

  private WeakReference<?> failureReceived() {
    long id = slab.acquire();
    Throwable failure = new Exception();
    slab.fail(id, failure);
    assertThrows(CompletionException.class, () -> slab.receive(id));
    return new WeakReference<>(failure);
  }

  private WeakReference<?> failureAbandoned() {
    long id = slab.acquire();
    Throwable failure = new Exception();
    slab.fail(id, failure);
    slab.abandon(id);
    return new WeakReference<>(failure);
  }

  private WeakReference<?> failureOfPrimitives() {
    long id = longs.acquire();
    Throwable failure = new Exception();
    longs.fail(id, failure);
    longs.abandon(id);
    return new WeakReference<>(failure);
  }

  private WeakReference<?> failureOfAll() {
    long id = longs.acquire();
    Throwable failure = new Exception();
    longs.onReceive(
        id,
        new LongSlab.Handler() {
          @Override
          public void received(long name, long value) {}

          @Override
          public void failed(long name, Throwable seen) {}
        });
    assertEquals(1, longs.failAll(failure));
    return new WeakReference<>(failure);
  }

  // Wakers

  private WeakReference<Waker> registered(long id) {
    Object captured = new Object();
    Waker waker = () -> held.remove(captured);
    assertEquals(Poll.PENDING, slab.poll(id, waker));
    return new WeakReference<>(waker);
  }

  private WeakReference<?> wakerRun() {
    long id = slab.acquire();
    WeakReference<Waker> waker = registered(id);
    slab.send(id, "value");
    slab.take(id);
    return waker;
  }

  private WeakReference<?> wakerReplaced() {
    long id = slab.acquire();
    WeakReference<Waker> waker = registered(id);
    slab.poll(id, () -> {});
    slab.send(id, "value");
    slab.take(id);
    return waker;
  }

  private WeakReference<?> wakerWithdrawn() {
    long id = slab.acquire();
    WeakReference<Waker> waker = registered(id);
    assertTrue(slab.withdraw(id));
    slab.send(id, "value");
    slab.take(id);
    return waker;
  }

  private WeakReference<?> wakerAbandoned() {
    long id = slab.acquire();
    WeakReference<Waker> waker = registered(id);
    slab.abandon(id);
    return waker;
  }

  private WeakReference<?> wakerTakenBack() {
    long id = slab.acquire();
    WeakReference<Waker> waker = registered(id);
    assertThrows(TimeoutException.class, () -> slab.receive(id, 1, TimeUnit.NANOSECONDS));
    return waker;
  }

  // Handlers

  private ObjectSlab.Handler handler() {
    Object captured = new Object();
    return (name, value) -> held.remove(captured);
  }

  private WeakReference<?> handlerRun() {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler);
    slab.send(id, "value");
    return new WeakReference<>(handler);
  }

  private WeakReference<?> handlerWithdrawn() {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler);
    assertTrue(slab.withdraw(id));
    slab.abandon(id);
    return new WeakReference<>(handler);
  }

  private WeakReference<?> handlerAbandoned() {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler);
    assertTrue(slab.abandon(id));
    return new WeakReference<>(handler);
  }

  private WeakReference<?> byExecutor(Executor executor) {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler, executor);
    slab.send(id, "value");
    return new WeakReference<>(handler);
  }

  private WeakReference<?> handlerQueued() {
    WeakReference<?> handler =
        byExecutor(
            task -> {
              held.add(task); // as a pool may
            });
    ((Runnable) held.get(0)).run();
    return handler;
  }

  private WeakReference<?> handlerWithdrawnFromExecutor() {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler, Runnable::run);
    assertTrue(slab.withdraw(id));
    slab.abandon(id);
    return new WeakReference<>(handler);
  }

  private WeakReference<?> handlerAbandonedOfExecutor() {
    long id = slab.acquire();
    ObjectSlab.Handler handler = handler();
    slab.onReceive(id, handler, Runnable::run);
    assertTrue(slab.abandon(id));
    return new WeakReference<>(handler);
  }

  private WeakReference<?> handlerRefused() {
    Thread current = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = current.getUncaughtExceptionHandler();
    current.setUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      long id = slab.acquire();
      ObjectSlab.Handler handler = handler();
      slab.onReceive(
          id,
          handler,
          task -> {
            held.add(task);
            throw new RejectedExecutionException();
          });
      slab.send(id, "value");
      assertEquals("value", slab.take(id));
      return new WeakReference<>(handler);
    } finally {
      current.setUncaughtExceptionHandler(before);
    }
  }

  private WeakReference<?> executorOfARun() {
    long id = slab.acquire();
    Object captured = new Object();
    Executor executor =
        task -> {
          held.remove(captured);
          task.run();
        };
    slab.onReceive(id, (name, value) -> {}, executor);
    slab.send(id, "value");
    return new WeakReference<>(executor);
  }

  // Futures, sources, threads

  private WeakReference<?> futureDone() {
    long id = slab.acquire();
    CompletableFuture<?> future = slab.toFuture(id);
    slab.send(id, "value");
    return new WeakReference<>(future);
  }

  private WeakReference<?> futureCancelled() {
    CompletableFuture<?> future = slab.toFuture(slab.acquire());
    assertTrue(future.cancel(true));
    return new WeakReference<>(future);
  }

  private WeakReference<?> futureWithdrawn() {
    long id = slab.acquire();
    CompletableFuture<?> future = slab.toFuture(id);
    assertTrue(slab.withdraw(id));
    slab.abandon(id);
    return new WeakReference<>(future);
  }

  private WeakReference<?> futureAbandoned() {
    long id = slab.acquire();
    CompletableFuture<?> future = slab.toFuture(id);
    assertTrue(slab.abandon(id));
    return new WeakReference<>(future);
  }

  private WeakReference<?> source() {
    long id = slab.acquire();
    CompletableFuture<Object> source = new CompletableFuture<>();
    slab.sendFrom(id, source);
    slab.abandon(id);
    return new WeakReference<>(source);
  }

  private WeakReference<?> thread() {
    long id = slab.acquire();
    try (TestThreads threads = new TestThreads()) {
      Thread owner = threads.start(() -> slab.receive(id));
      TestThreads.awaitParked(owner);
      slab.send(id, "value");
      return new WeakReference<>(owner);
    }
  }
}
