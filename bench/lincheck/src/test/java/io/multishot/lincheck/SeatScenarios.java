package io.multishot.lincheck;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A server that waits at a seat, and its caller. */
final class SeatScenarios {

  /** How the server waits: as it is shipped, or with a mistake. */
  enum Waiting {
    SHIPPED {
      @Override
      boolean awaitRequest(EchoCall.Request seat) throws InterruptedException {
        return seat.awaitRequest();
      }
    },

    LOSES_THE_INTERRUPT {
      @Override
      boolean awaitRequest(EchoCall.Request seat) throws InterruptedException {
        boolean isShown = seat.awaitRequest();
        boolean ignored = Thread.interrupted();
        return isShown;
      }
    };

    abstract boolean awaitRequest(EchoCall.Request seat) throws InterruptedException;
  }

  private SeatScenarios() {}

  /** Has the runtime started, for those who have Lincheck make a seat. */
  static void start() {
    EchoCall.Caller unused = open();
  }

  private static EchoCall.Caller open() {
    EchoCall.Caller caller = EchoCall.open();
    EchoCall.Request unused = caller.request();
    return caller;
  }

  /** Serves until the caller is closed. */
  private static void serveAll(EchoCall.Request seat) throws InterruptedException {
    while (seat.awaitRequest()) {
      seat.serve(question -> question + 1);
    }
  }

  static Scenario isAsked(Waiting waiting) {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent opponent = Opponent.starts(() -> caller.askEcho(1));
      assertTrue(waiting.awaitRequest(seat));
      assertTrue(seat.serve(question -> question + 1));
      opponent.finish();
      assertEquals(2, caller.take());
    };
  }

  /** The first answer may unpark the caller when it waits for the second. */
  static Scenario asksTwice() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent server = Opponent.starts(() -> serveAll(seat));
      for (int question = 1; question <= 2; question++) {
        caller.askEcho(question);
        assertEquals(question + 1, caller.receive());
      }
      caller.close();
      server.finish();
    };
  }

  static Scenario closesOnly() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent server = Opponent.starts(() -> assertFalse(seat.awaitRequest()));
      caller.close();
      server.finish();
    };
  }

  /** The next question has another cell. */
  static Scenario givesUpAndAsks() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent server = Opponent.starts(() -> serveAll(seat));
      caller.askEcho(1);
      caller.abandon();
      caller.askEcho(2);
      assertEquals(3, caller.receive());
      caller.close();
      server.finish();
    };
  }

  static Scenario leavesAsItIsAsked() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent server = Opponent.starts(seat::close);
      caller.askEcho(1);
      assertThrows(DisconnectedException.class, caller::receive);
      server.finish();
      caller.askEcho(2);
      assertEquals(Poll.DISCONNECTED, caller.poll());
    };
  }

  /** Whoever was left the question answers it, though the server has gone. */
  static Scenario leavesWhileAnotherAnswers() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      AtomicReference<@Nullable Opponent> other = new AtomicReference<>();
      Opponent server =
          Opponent.starts(
              () -> {
                assertTrue(seat.awaitRequest());
                seat.serve(
                    (question, request) ->
                        other.set(Opponent.starts(() -> assertTrue(request.send(question)))));
                seat.close();
              });
      caller.askEcho(1);
      assertEquals(1, caller.receive());
      caller.askEcho(2);
      assertThrows(DisconnectedException.class, caller::receive);
      server.finish();
      requireNonNull(other.get()).finish();
    };
  }

  /** The question that was left is shown once, and the next one is shown. */
  static Scenario asksAgainWhileAnotherAnswers() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent server =
          Opponent.starts(
              () -> {
                assertTrue(seat.awaitRequest());
                seat.serve((question, request) -> Opponent.starts(() -> request.send(question)));
                assertTrue(seat.awaitRequest());
                assertTrue(seat.serve(question -> question));
              });
      caller.askEcho(1);
      assertEquals(1, caller.receive());
      caller.askEcho(2);
      assertEquals(2, caller.receive());
      server.finish();
    };
  }

  static Scenario isInterruptedAsItIsAsked(Waiting waiting) {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Thread self = Thread.currentThread();
      Opponent opponent =
          Opponent.starts(
              () -> {
                self.interrupt();
                caller.askEcho(1);
              });
      boolean isTold = false;
      try {
        assertTrue(waiting.awaitRequest(seat));
      } catch (InterruptedException e) {
        isTold = true;
      }
      opponent.finish();
      assertTrue(isTold ^ Thread.interrupted());
      assertTrue(seat.awaitRequest());
      assertTrue(seat.serve(question -> question));
      assertEquals(1, caller.take());
    };
  }

  /** The clock stands still: only a limit of 0 ends by itself. */
  static Scenario awaitsWithin(long nanos) {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Opponent opponent = Opponent.starts(() -> caller.askEcho(1));
      Poll seen = seat.awaitRequest(nanos, TimeUnit.NANOSECONDS);
      assertTrue(seen == Poll.READY || seen == Poll.PENDING);
      opponent.finish();
      assertEquals(Poll.READY, seat.pollRequest());
      assertTrue(seat.serve(question -> question));
      assertEquals(1, caller.take());
    };
  }

  /** One waker takes the other's place: that is run, unless the question is seen. */
  static Scenario pollsWithAnotherWaker() {
    return subject -> {
      EchoCall.Caller caller = open();
      EchoCall.Request seat = caller.request();
      Count first = new Count();
      Count second = new Count();
      Opponent opponent = Opponent.starts(() -> caller.askEcho(1));
      Poll ignored = seat.pollRequest(first);
      Poll seen = seat.pollRequest(second);
      opponent.finish();
      assertTrue(seen == Poll.READY || second.runs() == 1);
      assertTrue(first.runs() + second.runs() <= 1);
      assertEquals(Poll.READY, seat.pollRequest());
    };
  }
}
