package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Serves requests from a queue, and has a seat if such a request is one. */
final class CallServer implements Harness.Role {

  /** What is handed over: a question, or a seat. */
  record Handed(Calls calls, MultiShotSender request, boolean isSeat) {}

  private final Harness harness;
  private final BlockingQueue<Handed> queue;
  private final Executor tasks;
  private final BooleanSupplier isOver;
  private final SplittableRandom random;
  private final Answering book = new Answering();

  CallServer(
      Harness harness,
      BlockingQueue<Handed> queue,
      Executor tasks,
      BooleanSupplier isOver,
      long seed) {
    this.harness = harness;
    this.queue = queue;
    this.tasks = tasks;
    this.isOver = isOver;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void play() {
    while (!harness.hasFailed()) {
      boolean wasOver = isOver.getAsBoolean();
      try {
        Handed next = queue.poll(1, TimeUnit.MILLISECONDS);
        if (next != null && next.isSeat) {
          next.calls.server = Thread.currentThread();
          serveAt(next.calls, next.request);
        } else if (next != null) {
          serve(next.calls, next.request);
        } else if (wasOver) {
          return;
        }
      } catch (InterruptedException byAnOwner) {
        harness.tally().add(Count.INTERRUPTS);
      }
    }
  }

  /** Until the caller is closed, or the server feels like leaving. */
  private void serveAt(Calls calls, MultiShotSender seat) {
    while (isThere(calls, seat)) {
      int choice = random.nextInt(32);
      if (choice == 1) {
        serve(calls, seat); // and what it has left to others is answered still
      }
      if (choice <= 1) {
        calls.isLeft = true;
        seat.close();
        harness.tally().add(Count.CLOSED);
        return;
      }
      serve(calls, seat);
    }
  }

  /** Waits until there is a question, whatever interrupts come. */
  private boolean isThere(Calls calls, MultiShotSender seat) {
    while (true) {
      if (harness.hasFailed()) {
        throw new SoakFailure("gave up, because another thread failed");
      }
      try {
        Poll found = await(calls, seat);
        if (found != Poll.PENDING) {
          return found == Poll.READY;
        }
      } catch (InterruptedException byTheOwner) {
        harness.tally().add(Count.INTERRUPTS);
      }
    }
  }

  private Poll await(Calls calls, MultiShotSender seat) throws InterruptedException {
    return switch (random.nextInt(4)) {
      case 0 -> calls.awaitRequest(seat) ? Poll.READY : Poll.DISCONNECTED;
      case 1 -> calls.awaitRequest(seat, random.nextInt(50_000));
      case 2 -> {
        Pause.until(harness, () -> calls.pollRequest(seat) != Poll.PENDING);
        yield calls.pollRequest(seat);
      }
      default -> parkUntilTold(calls, seat);
    };
  }

  /** With no look at the seat meanwhile: if the waker is not run, nothing else ends this. */
  private Poll parkUntilTold(Calls calls, MultiShotSender seat) {
    Thread self = Thread.currentThread();
    AtomicBoolean isTold = new AtomicBoolean();
    Waker waker =
        () -> {
          isTold.set(true);
          LockSupport.unpark(self);
        };
    Poll found = calls.pollRequest(seat, waker);
    while (found == Poll.PENDING && !isTold.get() && !harness.hasFailed()) {
      boolean unused = Thread.interrupted(); // or it would not park
      LockSupport.park();
    }
    return found;
  }

  private void serve(Calls calls, MultiShotSender request) {
    switch (random.nextInt(8)) {
      case 0 -> answerBlindly(calls, request);
      case 1, 2, 3 -> {
        boolean isWanted = calls.serve(request, book);
        CallQuestion served = book.served;
        book.served = null;
        if (served != null) {
          end(served, isWanted, /* isFirst= */ false);
        }
      }
      default -> {
        boolean unused = calls.serve(request, this::answerLater);
      }
    }
    harness.progress();
  }

  /** With no look at the question. */
  private void answerBlindly(Calls calls, MultiShotSender request) {
    long answer = -calls.blindAnswers.incrementAndGet();
    switch (random.nextInt(3)) {
      case 0 -> {
        boolean unused = calls.send(request, answer);
      }
      case 1 -> calls.sendFrom(request, CompletableFuture.completedFuture(answer));
      default -> {
        CompletableFuture<Long> source = new CompletableFuture<>();
        tasks.execute(() -> source.complete(answer));
        calls.sendFrom(request, source);
      }
    }
  }

  private void answerLater(long number, CallQuestion question, MultiShotSender request) {
    question.begin(number);
    CallPlan.Answer answer = question.plan.answer();
    CountedWaker watcher = null;
    if ((question.plan.choice() & 1) != 0 && answer != CallPlan.Answer.VALUE_OF_FUTURE) {
      watcher = new CountedWaker(harness, "an abandon waker", null, false).expect(0, 1);
      request.onAbandoned(watcher);
    }
    CountedWaker watching = watcher;
    if ((question.plan.choice() & 2) != 0) {
      answer(question, request, watching);
    } else {
      tasks.execute(() -> answer(question, request, watching));
    }
  }

  private void answer(
      CallQuestion question, MultiShotSender request, @Nullable CountedWaker watcher) {
    Calls calls = question.calls;
    Pause.nanos(question.plan.delay());
    CallPlan.Answer answer = question.plan.answer();
    question.decided = answer;
    interrupt(question, /* isFirst= */ true);
    Boolean isWanted =
        switch (answer) {
          case VALUE -> calls.send(request, question.answer());
          case FAILURE -> request.fail(question.failure);
          case DISCONNECT -> {
            request.close();
            yield null;
          }
          case VALUE_OF_FUTURE -> {
            CompletableFuture<Long> source = new CompletableFuture<>();
            calls.sendFrom(request, source);
            source.complete(question.answer());
            yield null;
          }
        };
    if (watcher != null) {
      watcher.expect(0, Boolean.TRUE.equals(isWanted) ? 0 : 1).settle();
    }
    end(question, isWanted, /* isFirst= */ false);
    harness.progress();
  }

  private static void interrupt(CallQuestion question, boolean isFirst) {
    if (question.plan.interrupts() && (question.plan.choice() & 4) == 0 == isFirst) {
      question.owner.interrupt();
    }
  }

  private static void end(CallQuestion question, @Nullable Boolean isWanted, boolean isFirst) {
    interrupt(question, isFirst);
    question.answered(isWanted);
  }

  /** Answers at once. */
  private static final class Answering extends CallDeclarations.Book {

    @Nullable CallQuestion served;

    @Override
    public long echo(long number, CallQuestion question) {
      served = question;
      question.begin(number);
      Pause.nanos(question.plan.delay());
      boolean fails = question.plan.answer() == CallPlan.Answer.FAILURE;
      question.decided = fails ? CallPlan.Answer.FAILURE : CallPlan.Answer.VALUE;
      interrupt(question, /* isFirst= */ true);
      if (fails) {
        throw question.failure;
      }
      return question.answer();
    }
  }
}
