package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.fixtures.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The runs of one receiver's handlers follow one another, whatever executors they name: none is
 * inside another, none beside another, and the stack is no deeper after many.
 */
final class HandlerSerialTest extends ShapeTest {

  private static final Executor DIRECT = Runnable::run;
  private static final Executor OTHER_DIRECT = task -> task.run();

  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  HandlerSerialTest(Subject subject) {
    super(subject);
  }

  @AfterEach
  void endThreads() throws Exception {
    one.shutdown();
    other.shutdown();
    assertTrue(one.awaitTermination(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertTrue(other.awaitTermination(TestThreads.PATIENCE.toSeconds(), TimeUnit.SECONDS));
  }

  /** By what a handler is run. */
  private enum By {
    THE_SENDER,
    DIRECT,
    A_NEW_DIRECT_EXECUTOR,
    ONE,
    ONE_BY_A_NEW_EXECUTOR,
    OTHER
  }

  private void register(Line channel, Handler handler, By by) {
    switch (by) {
      case THE_SENDER -> channel.onReceive(handler);
      case DIRECT -> channel.onReceive(handler, DIRECT);
      case A_NEW_DIRECT_EXECUTOR -> channel.onReceive(handler, newDirect());
      case ONE -> channel.onReceive(handler, one);
      case ONE_BY_A_NEW_EXECUTOR -> channel.onReceive(handler, newExecutor(one));
      case OTHER -> channel.onReceive(handler, other);
    }
  }

  /** Another object each time, as {@code pool::execute} is. */
  private static Executor newExecutor(Executor executor) {
    return new Executor() {
      @Override
      public void execute(Runnable task) {
        executor.execute(task);
      }
    };
  }

  private static Executor newDirect() {
    return newExecutor(DIRECT);
  }

  /** For each two executors: the second run is due while the first, which is held, goes on. */
  @Test
  void send_whileAHandlerRuns_runsTheNextHandlerAfterIt() throws Exception {
    for (By first : By.values()) {
      for (By second : By.values()) {
        assertSecondFollows(first, second);
      }
    }
  }

  private void assertSecondFollows(By firstBy, By secondBy) throws Exception {
    String what = firstBy + ", then " + secondBy;
    Line channel = subject.line();
    OutcomeRecorder first = new OutcomeRecorder();
    List<Object> firstIsOver = new ArrayList<>();
    List<Object> overBeforeSecond = new ArrayList<>();
    CountDownLatch secondRuns = new CountDownLatch(1);
    OutcomeRecorder second =
        new OutcomeRecorder() {
          @Override
          public void received(@Nullable Object value) {
            overBeforeSecond.addAll(firstIsOver);
            super.received(value);
            secondRuns.countDown();
          }
        };
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<MultiShotSender> next = new ArrayList<>();
    MultiShotSender sender = channel.sender();
    register(
        channel,
        value -> {
          first.received(value);
          next.add(channel.sender());
          register(channel, second, secondBy);
          inside.countDown();
          TestThreads.awaitUninterruptibly(goOn);
          firstIsOver.add(what);
        },
        firstBy);
    try (TestThreads threads = new TestThreads();
        Release held = goOn::countDown) {
      threads.start(() -> assertTrue(channel.send(sender, channel.value())));
      TestThreads.awaitUninterruptibly(inside);
      try (TestThreads senders = new TestThreads()) {
        senders.start(() -> assertTrue(channel.send(next.get(0), channel.otherValue())));
      }
      passThrough(firstBy, secondBy);
      second.assertNotRun(what);
      held.goOn();
    }
    first.assertOnly(channel.value(), what);
    TestThreads.awaitUninterruptibly(secondRuns);
    second.assertOnly(channel.otherValue(), what);
    assertEquals(List.of(what), overBeforeSecond);
    switch (secondBy) {
      case ONE, ONE_BY_A_NEW_EXECUTOR -> assertSame(threadOf(one), second.thread(), what);
      case OTHER -> assertSame(threadOf(other), second.thread(), what);
      default -> assertSame(first.thread(), second.thread(), what);
    }
  }

  /** Whatever an executor that is not held has been given is run. */
  private void passThrough(By first, By second) throws Exception {
    if (second == By.OTHER && first != By.OTHER) {
      threadOf(other);
    }
    boolean isOneHeld = first == By.ONE || first == By.ONE_BY_A_NEW_EXECUTOR;
    if (!isOneHeld && (second == By.ONE || second == By.ONE_BY_A_NEW_EXECUTOR)) {
      threadOf(one);
    }
  }

  private static Thread threadOf(ExecutorService executor) throws Exception {
    return executor.submit(Thread::currentThread).get(10, TimeUnit.SECONDS);
  }

  /** How the handlers of a chain are run, each on the thread that ends the one before. */
  private enum Chaining {
    BY_THE_SENDER,
    BY_A_DIRECT_EXECUTOR,
    BY_A_NEW_DIRECT_EXECUTOR,
    BY_TWO_IN_TURN,
    BY_THE_SENDER_AND_AN_EXECUTOR_IN_TURN,
    BY_ANY_IN_TURN,
    WITH_A_FUTURE_BETWEEN;

    @Nullable Executor executor(int run) {
      return switch (this) {
        case BY_THE_SENDER -> null;
        case BY_A_DIRECT_EXECUTOR -> DIRECT;
        case BY_A_NEW_DIRECT_EXECUTOR -> newDirect();
        case BY_TWO_IN_TURN -> (run & 1) == 0 ? DIRECT : OTHER_DIRECT;
        case BY_THE_SENDER_AND_AN_EXECUTOR_IN_TURN -> (run & 1) == 0 ? null : DIRECT;
        case BY_ANY_IN_TURN, WITH_A_FUTURE_BETWEEN ->
            switch (run % 4) {
              case 0 -> null;
              case 1 -> DIRECT;
              case 2 -> newDirect();
              default -> OTHER_DIRECT;
            };
      };
    }
  }

  @Test
  void handlers_thatSendTheNextShot_neverNest() throws Exception {
    for (Chaining chaining : Chaining.values()) {
      new Chain(chaining, false).run();
    }
  }

  @Test
  void handlers_thatRegisterForAnOutcomeThatIsThere_neverNest() throws Exception {
    for (Chaining chaining : Chaining.values()) {
      new Chain(chaining, true).run();
    }
  }

  /** Sends and handles shot after shot, each inside the handler of the one before. */
  private final class Chain implements Handler {
    private final Line channel = subject.line();
    private final int length = subject.name().equals("long") ? 100_000 : 3_000;
    private final Chaining chaining;
    private final boolean sendsFirst;
    private final AtomicInteger depth = new AtomicInteger();
    private final AtomicInteger deepest = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private int runs;

    Chain(Chaining chaining, boolean sendsFirst) {
      this.chaining = chaining;
      this.sendsFirst = sendsFirst;
    }

    void run() throws Exception {
      List<Throwable> uncaught = SmallStack.run(this::next);
      boolean isOver = uncaught.isEmpty() && over.await(10, TimeUnit.SECONDS);
      assertEquals(List.of(), uncaught, chaining::name);
      assertEquals(1, deepest.get(), chaining::name);
      assertTrue(isOver, chaining::name);
      assertEquals(length, runs, chaining::name);
    }

    private void next() {
      if (chaining == Chaining.WITH_A_FUTURE_BETWEEN) {
        endAndRegister(
            () -> channel.toFuture().whenComplete((value, failure) -> nextHandled()).isDone());
      } else {
        nextHandled();
      }
    }

    private void nextHandled() {
      Executor executor = chaining.executor(runs);
      endAndRegister(
          () -> {
            if (executor == null) {
              channel.onReceive(this);
            } else {
              channel.onReceive(this, executor);
            }
          });
    }

    private void endAndRegister(Runnable register) {
      MultiShotSender sender = channel.sender();
      if (!sendsFirst) {
        register.run();
      }
      Outcome outcome =
          switch (runs % 3) {
            case 0 -> Outcome.VALUE;
            case 1 -> Outcome.FAILURE;
            default -> Outcome.DISCONNECT;
          };
      outcome.end(channel, sender, channel.value());
      if (sendsFirst) {
        register.run();
      }
    }

    @Override
    public void received(@Nullable Object value) {
      int inside = depth.incrementAndGet();
      deepest.accumulateAndGet(inside, Math::max);
      runs++;
      if (runs < length && inside == 1) {
        next();
      }
      depth.decrementAndGet();
      if (runs == length || inside > 1) {
        over.countDown();
      }
    }

    @Override
    public void failed(Throwable failure) {
      received(failure);
    }
  }

  @Test
  void handler_thatThrows_isFollowedByTheOneThatIsDue() {
    for (By by : List.of(By.THE_SENDER, By.DIRECT, By.A_NEW_DIRECT_EXECUTOR)) {
      for (By nextBy : List.of(By.THE_SENDER, By.DIRECT, By.A_NEW_DIRECT_EXECUTOR)) {
        Line channel = subject.line();
        OutcomeRecorder second = new OutcomeRecorder();
        RuntimeException thrown = new RuntimeException("from a handler");
        MultiShotSender sender = channel.sender();
        register(
            channel,
            value -> {
              MultiShotSender next = channel.sender();
              register(channel, second, nextBy);
              channel.send(next, channel.otherValue());
              second.assertNotRun("inside");
              throw thrown;
            },
            by);
        List<Throwable> uncaught =
            TestThreads.catchingUncaught(() -> assertTrue(channel.send(sender, channel.value())));
        assertEquals(List.of(thrown), uncaught, () -> by + ", then " + nextBy);
        second.assertOnly(channel.otherValue(), by + ", then " + nextBy);
      }
    }
  }
}
