package io.multishot.soak;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotHandler;
import io.multishot.MultiShotSender;
import io.multishot.Waker;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a shot held (its value, failure, wakers, handler, future, and the thread that waited) can be
 * collected when the shot is over, while both halves of the channel are still held.
 */
final class Retention {

  /** Uses a channel, and tracks what it must not hold any more in the end. */
  private interface Use {
    void play(Channel channel, Tracks tracks) throws InterruptedException;
  }

  /** Weak references to what should be gone, and strong ones to what may have held it. */
  private static final class Tracks {
    private final List<WeakReference<Object>> gone = new ArrayList<>();
    private final List<Object> held = new ArrayList<>();

    <T> T track(T object) {
      gone.add(new WeakReference<>(object));
      return object;
    }

    <T> T hold(T object) {
      held.add(object);
      return object;
    }
  }

  private static final Map<String, Use> ALL =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("failure received", Retention::failureReceived),
              Map.entry("failure dropped", Retention::failureDropped),
              Map.entry("waker run", Retention::wakerRun),
              Map.entry("waker replaced, withdrawn", Retention::wakerTakenBack),
              Map.entry("waker abandoned", Retention::wakerAbandoned),
              Map.entry("abandon waker", Retention::abandonWaker),
              Map.entry("handler run", Retention::handlerRun),
              Map.entry("handler withdrawn, discarded", Retention::handlerTakenBack),
              Map.entry("executor of a run", Retention::executorOfARun),
              Map.entry("executor that refuses", Retention::executorThatRefuses),
              Map.entry("handler queued, and its shot taken", Retention::handlerOfAStaleTask),
              Map.entry("future", Retention::future),
              Map.entry("future withdrawn, renewed, closed", Retention::futureTakenBack),
              Map.entry("source", Retention::source),
              Map.entry("thread", Retention::thread)));

  private static final Map<String, Use> WITH_REFERENCE =
      new TreeMap<>(
          Map.of(
              "message taken", Retention::messageTaken,
              "value dropped", Retention::valueDropped,
              "value not taken", Retention::valueNotTaken,
              "value closed", Retention::valueClosed,
              "value sent late", Retention::valueSentLate));

  private final Tally tally;

  Retention(Tally tally) {
    this.tally = tally;
  }

  /** Checks all kinds. */
  void check(long patienceNanos) throws InterruptedException {
    check(Kind.all(), patienceNanos);
  }

  void check(List<Kind> kinds, long patienceNanos) throws InterruptedException {
    Map<String, Tracks> tracks = new TreeMap<>();
    for (Kind kind : kinds) {
      play(kind, ALL, tracks);
      if (kind.hasReference()) {
        play(kind, WITH_REFERENCE, tracks);
      }
      if (kind.hasReference() && !kind.isMessage()) {
        play(kind, Map.of("value taken", Retention::valueTaken), tracks);
      }
    }
    long end = System.nanoTime() + patienceNanos;
    while (!areGone(tracks)) {
      if (System.nanoTime() - end > 0) {
        throw new SoakFailure("still held when the shot is over: " + tracks.keySet());
      }
      System.gc();
      LockSupport.parkNanos(1_000_000);
    }
  }

  private void play(Kind kind, Map<String, Use> uses, Map<String, Tracks> all)
      throws InterruptedException {
    for (Map.Entry<String, Use> use : uses.entrySet()) {
      Tracks tracks = new Tracks();
      Channel channel = tracks.hold(kind.open());
      use.getValue().play(channel, tracks);
      tally.add(Count.SAME_THREAD);
      all.put(use.getKey() + " of " + kind, tracks);
    }
  }

  /** Removes what is gone. */
  private boolean areGone(Map<String, Tracks> all) {
    all.values()
        .removeIf(
            tracks -> {
              boolean isGone = tracks.gone.stream().allMatch(each -> each.get() == null);
              if (isGone) {
                tally.add(Count.RELEASED, tracks.gone.size());
              }
              return isGone;
            });
    return all.isEmpty();
  }

  private static void valueTaken(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    sendReference(channel, sender, tracks.track(new Payload(1)));
    long unused = channel.takeNumber();
  }

  /** A message is held for its view until the next is armed. */
  private static void messageTaken(Channel channel, Tracks tracks) {
    valueTaken(channel, tracks);
    tracks.hold(channel.sender());
  }

  private static void valueDropped(Channel channel, Tracks tracks) {
    sendReference(channel, tracks.hold(channel.sender()), tracks.track(new Payload(1)));
    channel.receiver().drop();
  }

  private static void valueNotTaken(Channel channel, Tracks tracks) {
    sendReference(channel, tracks.hold(channel.sender()), tracks.track(new Payload(1)));
    sendReference(channel, tracks.hold(channel.sender()), tracks.track(new Payload(2)));
    tracks.hold(channel.renew());
  }

  private static void valueClosed(Channel channel, Tracks tracks) {
    sendReference(channel, tracks.hold(channel.sender()), tracks.track(new Payload(1)));
    channel.receiver().close();
  }

  private static void valueSentLate(Channel channel, Tracks tracks) {
    MultiShotSender first = tracks.hold(channel.sender());
    MultiShotSender second = tracks.hold(channel.renew());
    sendReference(channel, first, tracks.track(new Payload(1)));
    channel.receiver().close();
    sendReference(channel, second, tracks.track(new Payload(2)));
  }

  private static void failureReceived(Channel channel, Tracks tracks) {
    tracks.hold(channel.sender()).fail(tracks.track(new Fault("received")));
    receiveNone(channel);
  }

  private static void failureDropped(Channel channel, Tracks tracks) {
    tracks.hold(channel.sender()).fail(tracks.track(new Fault("dropped")));
    channel.receiver().drop();
    tracks.hold(channel.sender()).fail(tracks.track(new Fault("not received")));
    tracks.hold(channel.sender()).fail(tracks.track(new Fault("closed")));
    channel.receiver().close();
  }

  private static void receiveNone(Channel channel) {
    try {
      long value = channel.receiveNumberUninterruptibly();
      throw new SoakFailure("received " + value + ", though none was sent");
    } catch (CompletionException | DisconnectedException expected) {
      // is what holds the failure now
    }
  }

  private static void wakerRun(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    channel.poll(tracks.track(waker()));
    channel.sendNumber(sender, Payloads.POOLED, 0);
  }

  private static void wakerTakenBack(Channel channel, Tracks tracks) throws InterruptedException {
    tracks.hold(channel.sender());
    channel.poll(tracks.track(waker()));
    channel.poll(tracks.track(waker()));
    channel.receiver().withdraw();
    channel.poll(tracks.track(waker()));
    try {
      long value = channel.receiveNumber(1L, TimeUnit.NANOSECONDS);
      throw new SoakFailure("received " + value + ", though none was sent");
    } catch (TimeoutException expected) {
      channel.receiver().withdraw(); // in case it looked at the clock before it registered
    }
  }

  private static void wakerAbandoned(Channel channel, Tracks tracks) {
    tracks.hold(channel.sender());
    channel.poll(tracks.track(waker()));
    tracks.hold(channel.renew());
    channel.poll(tracks.track(waker()));
    channel.receiver().close();
  }

  private static void abandonWaker(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    sender.onAbandoned(tracks.track(waker()));
    sender.onAbandoned(tracks.track(waker()));
    channel.sendNumber(sender, Payloads.POOLED, 0);
    sender = tracks.hold(channel.sender());
    sender.onAbandoned(tracks.track(waker()));
    tracks.hold(channel.renew());
    sender.onAbandoned(tracks.track(waker()));
  }

  private static void handlerRun(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    channel.register(tracks.track(handler(channel)), null);
    channel.sendNumber(sender, Payloads.POOLED, 0);
    channel.sender().close();
    channel.register(tracks.track(handler(channel)), Runnable::run);
  }

  private static void handlerTakenBack(Channel channel, Tracks tracks) {
    tracks.hold(channel.sender());
    channel.register(tracks.track(handler(channel)), null);
    channel.receiver().withdraw();
    channel.register(tracks.track(handler(channel)), Runnable::run);
    channel.receiver().close();
  }

  private static void executorOfARun(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    channel.register(tracks.track(handler(channel)), tracks.track(new Executing(null)));
    channel.sendNumber(sender, Payloads.POOLED, 0);
    tracks.hold(channel.sender());
    channel.register(tracks.track(handler(channel)), tracks.track(new Executing(null)));
    channel.receiver().withdraw();
    channel.register(tracks.track(handler(channel)), tracks.track(new Executing(null)));
    channel.receiver().close();
  }

  private static void executorThatRefuses(Channel channel, Tracks tracks) {
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((ignored, refused) -> {});
    try {
      MultiShotSender sender = tracks.hold(channel.sender());
      Fault refusal = tracks.track(new Fault("refused"));
      channel.register(tracks.track(handler(channel)), tracks.track(new Executing(refusal)));
      channel.sendNumber(sender, Payloads.POOLED, 0);
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
  }

  /** The task is held, as an executor would, and the next handler is registered. */
  private static void handlerOfAStaleTask(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    channel.register(tracks.track(handler(channel)), tracks::hold);
    channel.sendNumber(sender, Payloads.POOLED, 0);
    long unused = channel.takeNumber();
    tracks.hold(channel.sender());
    channel.register(tracks.hold(handler(channel)), null);
  }

  private static void futureTakenBack(Channel channel, Tracks tracks) {
    tracks.hold(channel.sender());
    tracks.track(channel.toFuture());
    channel.receiver().withdraw();
    tracks.track(channel.toFuture());
    tracks.hold(channel.renew());
    tracks.track(channel.toFuture());
    channel.receiver().close();
  }

  /** What was left to a source that has completed, or was taken back from one that is gone. */
  private static void source(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    sender.onAbandoned(tracks.track(waker()));
    CompletableFuture<Object> source = tracks.hold(new CompletableFuture<>());
    channel.sendFrom(sender, source);
    source.complete(channel.valueOf(Payloads.POOLED, 0));
    sender = tracks.hold(channel.sender());
    sender.onAbandoned(tracks.track(waker()));
    channel.sendFrom(sender, tracks.track(new CompletableFuture<>()));
    sender.close();
    sender = tracks.hold(channel.sender());
    channel.sendFrom(sender, tracks.track(new CompletableFuture<>()));
    tracks.hold(channel.renew());
  }

  private static void future(Channel channel, Tracks tracks) {
    MultiShotSender sender = tracks.hold(channel.sender());
    tracks.track(channel.toFuture());
    channel.sendNumber(sender, Payloads.POOLED, 0);
    tracks.hold(channel.sender());
    tracks.track(channel.toFuture()).cancel(true);
  }

  private static void thread(Channel channel, Tracks tracks) throws InterruptedException {
    MultiShotSender sender = tracks.hold(channel.sender());
    Thread thread = tracks.track(new Thread(() -> receiveNone(channel), "receiver"));
    thread.start();
    sender.close();
    thread.join();
  }

  /** An executor that runs, or refuses, and is another object each time. */
  private record Executing(@Nullable Fault refusal) implements Executor {
    @Override
    public void execute(Runnable task) {
      if (refusal != null) {
        throw refusal;
      }
      task.run();
    }
  }

  /** Sends this very object, if the message has a reference. */
  private static void sendReference(Channel channel, MultiShotSender sender, Object reference) {
    boolean unused = channel.sendNumber(sender, Payloads.of(reference), 0);
  }

  /** A new object each time, as a lambda that captures nothing is not. */
  private static Waker waker() {
    return new AtomicInteger()::incrementAndGet;
  }

  private static MultiShotHandler handler(Channel channel) {
    return channel.typed(
        new Handler() {
          @Override
          public void received(@Nullable Object value) {}

          @Override
          public void failed(Throwable failure) {}
        });
  }
}
