package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random programs of one event loop, which owns the receiver and the sender, beside a model that is
 * too simple to be wrong: each handler is run with its own shot's outcome, once, or not at all,
 * just when the model says.
 */
final class HandlerModelTest {

  private static final int PROGRAMS = 4_000;
  private static final int STEPS = 40;
  private static final long NEVER_SENT = -1;
  private static final List<By> WAYS = List.of(By.values());

  @Test
  void handlers_inRandomPrograms_areRunAsTheModelSays() {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      new Program(seed).run();
    }
  }

  /** By what a handler is run. */
  private enum By {
    THE_SENDER,
    DIRECT,
    LOOP,
    OTHER_LOOP,
    REFUSING,
    RUNNING_AND_REFUSING,
    QUEUEING_AND_REFUSING
  }

  /** One registration: what it was told, beside what it should have been. */
  private static final class Registration implements LongChannel.Handler {
    private final By by;
    private final long shot;
    private @Nullable Long expected;
    private @Nullable Long told;
    private int runs;

    Registration(By by, long shot) {
      this.by = by;
      this.shot = shot;
    }

    @Override
    public void received(long value) {
      told = value;
      runs++;
    }

    @Override
    public void failed(Throwable failure) {
      told = NEVER_SENT;
      runs++;
    }
  }

  private static final class Program {
    private final int seed;
    private final SplittableRandom random;
    private final List<String> log = new ArrayList<>();
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final Queue<Runnable> otherLoop = new ArrayDeque<>();
    private final Queue<Runnable> refused = new ArrayDeque<>();
    private final List<Registration> registrations = new ArrayList<>();

    // The model.
    private LongChannel.@Nullable Sender sender;
    private long shot;
    private boolean hasOutcome;
    private @Nullable Registration waiting;
    private final Queue<Registration> due = new ArrayDeque<>();
    private final Queue<Registration> dueInOther = new ArrayDeque<>();

    Program(int seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void run() {
      TestThreads.catchingUncaught(
          () -> {
            for (int step = 0; step < STEPS; step++) {
              step(random.nextInt(10));
              check();
            }
            runLoop(loop, due);
            runLoop(otherLoop, dueInOther);
            refused.forEach(Runnable::run);
            check();
          });
    }

    private void step(int action) {
      switch (action) {
        case 0, 1 -> arm();
        case 2, 3 -> register(WAYS.get(random.nextInt(WAYS.size())));
        case 4, 5 -> send();
        case 6 -> end();
        case 7 -> runLoop(loop, due);
        case 8 -> runLoop(otherLoop, dueInOther);
        default -> {
          if (random.nextBoolean()) {
            withdraw();
          } else {
            renew();
          }
        }
      }
    }

    private void arm() {
      if (sender == null) {
        log.add("arm");
        sender = receiver.sender();
        begin();
      }
    }

    private void renew() {
      log.add("renew");
      sender = receiver.renew();
      begin();
    }

    /** What was registered before is not run any more. */
    private void begin() {
      shot++;
      hasOutcome = false;
      waiting = null;
    }

    private void register(By by) {
      if (shot == 0 || waiting != null || (sender == null && !hasOutcome)) {
        return; // a handler would be told that no shot is open
      }
      if (hasOutcome && by.name().endsWith("REFUSING")) {
        return; // who is told of the refusal is not this test's
      }
      log.add("register " + by);
      Registration registration = new Registration(by, shot);
      registrations.add(registration);
      waiting = registration;
      boolean isThere = hasOutcome;
      if (isThere) {
        dispatch();
      }
      Executor executor = executor(by);
      if (executor == null) {
        receiver.onReceive(registration);
      } else {
        receiver.onReceive(registration, executor);
      }
    }

    private @Nullable Executor executor(By by) {
      return switch (by) {
        case THE_SENDER -> null;
        case DIRECT -> Runnable::run;
        case LOOP -> loop::add;
        case OTHER_LOOP -> otherLoop::add;
        case REFUSING ->
            task -> {
              throw new RejectedExecutionException("made up");
            };
        case RUNNING_AND_REFUSING ->
            task -> {
              task.run();
              throw new RejectedExecutionException("made up");
            };
        case QUEUEING_AND_REFUSING ->
            task -> {
              refused.add(task);
              throw new RejectedExecutionException("made up");
            };
      };
    }

    private void send() {
      LongChannel.Sender live = sender;
      if (live != null) {
        log.add("send " + shot);
        sender = null;
        hasOutcome = true;
        if (waiting != null) {
          dispatch();
        }
        live.send(shot);
      }
    }

    /** The outcome is there, and a handler waits. */
    private void dispatch() {
      Registration registration = waiting;
      if (registration == null) {
        return;
      }
      switch (registration.by) {
        case THE_SENDER, DIRECT, RUNNING_AND_REFUSING -> told(registration);
        case LOOP -> due.add(registration);
        case OTHER_LOOP -> dueInOther.add(registration);
        case REFUSING, QUEUEING_AND_REFUSING -> waiting = null;
      }
    }

    private void told(Registration registration) {
      registration.expected = registration.shot;
      hasOutcome = false;
      waiting = null;
    }

    /** The owner ends the shot, whether or not a task is queued for it. */
    private void end() {
      if (hasOutcome) {
        log.add("take or drop");
        if (random.nextBoolean()) {
          assertEquals(shot, receiver.take(), this::toString);
        } else {
          receiver.drop();
        }
        hasOutcome = false;
        waiting = null;
      }
    }

    private void withdraw() {
      boolean isWaiting = waiting != null && !hasOutcome;
      log.add("withdraw");
      assertEquals(isWaiting, receiver.withdraw(), this::toString);
      if (isWaiting) {
        waiting = null;
      }
    }

    private void runLoop(Queue<Runnable> tasks, Queue<Registration> expected) {
      log.add(tasks == loop ? "run loop" : "run other loop");
      for (Registration next = expected.poll(); next != null; next = expected.poll()) {
        if (next == waiting) {
          told(next);
        }
      }
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    }

    private void check() {
      for (Registration registration : registrations) {
        if (registration.expected == null) {
          assertNull(registration.told, this::toString);
        } else {
          assertEquals(registration.expected, registration.told, this::toString);
          assertEquals(1, registration.runs, this::toString);
        }
      }
    }

    @Override
    public String toString() {
      return "program " + seed + ": " + log;
    }
  }
}
