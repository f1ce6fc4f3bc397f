package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Two threads at random: a requester that arms and waits in every way, gives up and renews, and a
 * worker that sends, fails and closes, early and late. Every outcome that the worker was told had
 * arrived is received once, or dropped by the requester, and answers the request that it was made
 * for; every waker registered is run once.
 */
@Tag("production") // it tells by identity what was abandoned
final class StressTest extends ChannelTest {

  private static final int SHOTS = 50_000;

  /** Fewer shots will do where two threads that spin do not get a processor each. */
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private volatile boolean isOver;

  // The worker's account: what it was told of its outcomes. A close is told nothing.
  private int arrived;
  private int refused;

  // The requester's account, of the same shots.
  private int received;
  private int dropped;
  private int abandoned;
  private int abandonments;

  private final AtomicInteger wakes = new AtomicInteger();
  private final AtomicInteger tellings = new AtomicInteger();
  private final Waker telling = tellings::getAndIncrement;
  private final ReceiverGroup group = ReceiverGroup.of(line.receiver());
  private int expectedWakes;

  StressTest(Subject subject) {
    super(subject);
  }

  @Test
  void randomUse_byTwoThreads_losesNoOutcomeAndMissesNoWakeUp(TestReporter reporter) {
    long seed = System.nanoTime();
    reporter.publishEntry("seed", Long.toString(seed));
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom other = random.split();
    try (TestThreads threads = new TestThreads()) {
      threads.start(() -> work(other));
      threads.start(
          () -> {
            try {
              request(random);
            } finally {
              isOver = true;
            }
          });
    }
    assertEquals(arrived, received + dropped, "outcomes that arrived");
    assertEquals(refused, abandoned, "shots abandoned");
    assertEquals(expectedWakes, wakes.get(), "wake-ups");
    // Who is sending just then is not told, for send itself returns false.
    int told = tellings.get();
    assertTrue(told <= abandonments && told > abandonments / 2, told + " of " + abandonments);
  }

  private void request(SplittableRandom random) throws InterruptedException {
    MultiShotSender sender = line.sender();
    long start = System.nanoTime();
    for (int number = 0; number < SHOTS && System.nanoTime() - start < LONGEST; number++) {
      int counted = Answer.to(number) == Answer.CLOSE ? 0 : 1;
      sender.onAbandoned(telling);
      requests.add(new Request(sender, number));
      if (await(number, random)) {
        received += counted;
        sender = line.sender();
        continue;
      }
      MultiShotSender next = line.renew();
      if (next == sender) {
        dropped += counted;
      } else {
        abandoned += counted;
        abandonments++;
      }
      sender = next;
    }
  }

  /** Waits for the outcome in some way, and checks it; returns false if it was given up. */
  private boolean await(int number, SplittableRandom random) throws InterruptedException {
    try {
      switch (random.nextInt(10)) {
        case 0 -> check(number, line.receive());
        case 1 -> check(number, line.receiveUninterruptibly());
        case 2 -> check(number, line.receive(random.nextInt(20_000), TimeUnit.NANOSECONDS));
        case 3 -> {
          while (line.poll() == Poll.PENDING) {
            Thread.onSpinWait();
          }
          takeIfReady(number);
        }
        case 4 -> awaitByWaker(number, random);
        case 5 -> {
          if (line.receiver().await(random.nextInt(20_000), TimeUnit.NANOSECONDS) == Poll.PENDING) {
            return false;
          }
          takeIfReady(number);
        }
        case 6 -> awaitByHandler(number, random);
        case 7 -> {
          return awaitByFuture(number, random);
        }
        case 8 -> {
          int found = group.awaitAny(random.nextInt(20_000), TimeUnit.NANOSECONDS);
          if (found == ReceiverGroup.PENDING) {
            return false;
          }
          assertEquals(0, found);
          takeIfReady(number);
        }
        default -> {
          pause(random);
          return false;
        }
      }
    } catch (TimeoutException e) {
      return false;
    } catch (DisconnectedException e) {
      assertEquals(Answer.CLOSE, Answer.to(number));
    } catch (CompletionException e) {
      assertEquals(Answer.FAIL, Answer.to(number));
      assertEquals(Integer.toString(number), requireNonNull(e.getCause()).getMessage());
    }
    return true;
  }

  private void awaitByWaker(int number, SplittableRandom random) throws InterruptedException {
    AtomicInteger outdated = new AtomicInteger();
    AtomicInteger current = new AtomicInteger();
    boolean wasRegistered = random.nextBoolean() && register(outdated) == Poll.PENDING;
    pause(random);
    boolean isRegistered = register(current) == Poll.PENDING;
    if (isRegistered) {
      TestThreads.await(() -> current.get() > 0);
    } else if (wasRegistered) {
      TestThreads.await(() -> outdated.get() > 0);
    }
    expectedWakes += isRegistered || wasRegistered ? 1 : 0;
    assertEquals(isRegistered ? 1 : 0, current.get());
    assertEquals(wasRegistered && !isRegistered ? 1 : 0, outdated.get());
    takeIfReady(number);
  }

  private void awaitByHandler(int number, SplittableRandom random) {
    Outcome outcome = new Outcome();
    pause(random);
    line.onReceive(outcome);
    pause(random);
    if (random.nextInt(4) == 0 && line.receiver().withdraw()) {
      line.onReceive(outcome);
    }
    TestThreads.await(() -> outcome.runs.get() > 0);
    outcome.check(number);
    assertEquals(1, outcome.runs.get());
  }

  /** Returns false if the future was cancelled, and with it the shot abandoned. */
  private boolean awaitByFuture(int number, SplittableRandom random) {
    CompletableFuture<?> future = line.toFuture();
    pause(random);
    if (random.nextBoolean() && future.cancel(true)) {
      return false;
    }
    Outcome outcome = new Outcome();
    try {
      outcome.received(line.keep(future.join()));
    } catch (CompletionException e) {
      outcome.failed(requireNonNull(e.getCause()));
    }
    outcome.check(number);
    return true;
  }

  private Poll register(AtomicInteger count) {
    return line.poll(
        () -> {
          wakes.getAndIncrement();
          count.getAndIncrement();
        });
  }

  private void takeIfReady(int number) throws InterruptedException {
    if (line.poll() == Poll.READY) {
      check(number, line.take());
    } else {
      line.receive(); // throws
    }
  }

  private void check(int number, @Nullable Object value) {
    assertEquals(Answer.SEND, Answer.to(number));
    assertSameBits(subject.numbered(number), value);
  }

  private void work(SplittableRandom random) {
    while (true) {
      boolean isLast = isOver; // read before the queue, which is then known to be whole
      Request request = requests.poll();
      if (request == null) {
        if (isLast) {
          return;
        }
        Thread.onSpinWait();
        continue;
      }
      pause(random);
      answer(request.sender, request.number);
    }
  }

  private void answer(MultiShotSender sender, int number) {
    switch (Answer.to(number)) {
      case SEND -> {
        try (Shot shot = line.shot(sender)) {
          count(line.send(shot, subject.numbered(number)));
        }
      }
      case FAIL -> count(sender.fail(new Exception(Integer.toString(number))));
      case CLOSE -> sender.close();
    }
  }

  private void count(boolean hasArrived) {
    if (hasArrived) {
      arrived++;
    } else {
      refused++;
    }
  }

  /** Mostly not at all, often for as long as a hand-over takes, seldom for as long as a park. */
  private static void pause(SplittableRandom random) {
    int kind = random.nextInt(100);
    if (kind == 0) {
      LockSupport.parkNanos(1);
    } else if (kind < 50) {
      for (int spins = random.nextInt(100); spins > 0; spins--) {
        Thread.onSpinWait();
      }
    }
  }

  /** What a handler or a future was told, by the worker's thread or by this one. */
  private final class Outcome implements Handler {
    private @Nullable Object value;
    private @Nullable Throwable failure;
    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public void received(@Nullable Object received) {
      value = received;
      runs.getAndIncrement();
    }

    @Override
    public void failed(Throwable told) {
      failure = told;
      runs.getAndIncrement();
    }

    void check(int number) {
      switch (Answer.to(number)) {
        case SEND -> StressTest.this.check(number, value);
        case FAIL -> assertEquals(Integer.toString(number), requireNonNull(failure).getMessage());
        case CLOSE -> assertInstanceOf(DisconnectedException.class, failure);
      }
    }
  }

  private record Request(MultiShotSender sender, int number) {}

  /** What the worker does with a request. */
  private enum Answer {
    SEND,
    FAIL,
    CLOSE;

    static Answer to(int number) {
      return switch (number % 16) {
        case 7 -> FAIL;
        case 11 -> CLOSE;
        default -> SEND;
      };
    }
  }
}
