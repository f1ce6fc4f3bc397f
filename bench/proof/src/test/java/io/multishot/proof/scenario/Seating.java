package io.multishot.proof.scenario;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A pair: the server waits on the cell, and no queue is between. */
final class Seating {

  private Seating() {}

  /** A caller, and the seat of its server. */
  abstract static class OneSeat extends CheckedScenario {
    final EchoCall.Caller caller = EchoCall.open();
    final EchoCall.Request seat = caller.request();

    /** Written by the asking thread before it asks, and by the server before it answers. */
    int askersData;

    int serversData;
    int served;

    int answer(int question) {
      check(askersData == 1, "the question is shown with what was done before");
      served++;
      serversData = question;
      return question + 1;
    }

    void ask(int question) {
      if (question == 1) { // nothing orders a later write and who serves what is given up
        askersData = 1;
      }
      caller.askEcho(question);
    }

    void receive(int question) throws InterruptedException {
      checkEquals(question + 1, caller.receive());
      checkEquals(question, serversData);
    }

    /** A server that serves until the caller is closed. */
    void serveAll(Actors actors) {
      actors.add(
          "server",
          () -> {
            while (seat.awaitRequest()) {
              seat.serve(this::answer);
            }
          });
    }
  }

  static final class Answered extends OneSeat implements Wide {
    @Override
    public void setUp(Actors actors) {
      serveAll(actors);
      actors.add(
          "caller",
          () -> {
            ask(1);
            receive(1);
            ask(2);
            receive(2);
            caller.close();
          });
      actors.atEnd(() -> served);
    }
  }

  static final class OnlyClosed extends OneSeat {
    @Override
    public void setUp(Actors actors) {
      serveAll(actors);
      actors.add("caller", caller::close);
      actors.atEnd(() -> served);
    }
  }

  static final class ClosedWithAQuestion extends OneSeat implements Wide {
    @Override
    public void setUp(Actors actors) {
      serveAll(actors);
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.close();
          });
      actors.atEnd(() -> served);
    }
  }

  /** The question that is given up may be served; the next one is, and has its own answer. */
  static final class GivenUp extends OneSeat implements Wider {
    @Override
    public void setUp(Actors actors) {
      serveAll(actors);
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.abandon();
            ask(2);
            checkEquals(3, caller.receive());
            caller.close();
          });
      actors.atEnd(() -> served);
    }
  }

  static final class GivenUpTwice extends OneSeat implements Wider {
    @Override
    public void setUp(Actors actors) {
      serveAll(actors);
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.abandon();
            ask(2);
            caller.abandon();
            ask(3);
            checkEquals(4, caller.receive());
            caller.close();
          });
      actors.atEnd(() -> served);
    }
  }

  /** The server goes: whoever finds the question that nobody will serve ends it. */
  static final class LeftAsItIsAsked extends OneSeat {
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      actors.add("server", seat::close);
      actors.add(
          "caller",
          () -> {
            ask(1);
            try {
              caller.receive();
              throw new AssertionError("nobody has answered");
            } catch (DisconnectedException e) {
              received = "disconnected";
            }
          });
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, seat.pollRequest());
            ask(2);
            checkEquals(Poll.DISCONNECTED, caller.poll());
            return received;
          });
    }
  }

  static final class LeftAfterOne extends OneSeat implements Wide {
    private String received = "";

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            check(seat.awaitRequest(), "there is a question");
            seat.serve(this::answer);
            seat.close();
          });
      actors.add(
          "caller",
          () -> {
            ask(1);
            receive(1);
            ask(2);
            try {
              caller.receive();
            } catch (DisconnectedException e) {
              received = "disconnected";
            }
          });
      actors.atEnd(() -> received + " " + served);
    }
  }

  static final class LeftWhileGivenUp extends OneSeat {
    @Override
    public void setUp(Actors actors) {
      actors.add("server", seat::close);
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.abandon();
            ask(2);
            checkEquals(Poll.DISCONNECTED, caller.await());
          });
      actors.atEnd(() -> "");
    }
  }

  /** A question is shown once, though its answer comes later, by another thread. */
  static final class AnsweredLater extends OneSeat implements Wider {
    private final Mailbox<EchoCall.Request> left = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            check(seat.awaitRequest(), "there is a question");
            seat.serve((question, request) -> left.put(request));
            check(!seat.awaitRequest(), "no other question");
          });
      actors.add("other", () -> left.take().send(9));
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(9, caller.receive());
            caller.close();
          });
      actors.atEnd(() -> "");
    }
  }

  static final class PolledWithAWaker extends OneSeat {
    private final Count waker = new Count();
    private Poll polled = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> polled = seat.pollRequest(waker));
      actors.add("caller", () -> ask(1));
      actors.atEnd(
          () -> {
            check(polled == Poll.READY || waker.times == 1, "the server is told");
            check(waker.times <= 1, "run once at most");
            checkEquals(Poll.READY, seat.pollRequest());
            seat.serve(this::answer);
            checkEquals(2, caller.take());
            return polled;
          });
    }
  }

  /** One waker takes the other's place: that is run, or none is. */
  static final class PolledWithAnotherWaker extends OneSeat {
    private final Count first = new Count();
    private final Count second = new Count();
    private Poll polled = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            polled = seat.pollRequest(first);
            polled = seat.pollRequest(second);
          });
      actors.add("caller", () -> ask(1));
      actors.atEnd(
          () -> {
            check(polled == Poll.READY || second.times == 1, "the server is told");
            return polled;
          });
    }
  }

  static final class AwaitedForSomeTime extends OneSeat {
    private Poll polled = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> polled = seat.awaitRequest(1, TimeUnit.SECONDS));
      actors.add("caller", () -> ask(1));
      actors.atEnd(
          () -> {
            checkEquals(Poll.READY, seat.pollRequest());
            seat.serve(this::answer);
            checkEquals(2, caller.take());
            return polled;
          });
    }
  }

  static final class ClosedForSomeTime extends OneSeat {
    private Poll polled = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> polled = seat.awaitRequest(1, TimeUnit.SECONDS));
      actors.add("caller", caller::close);
      actors.atEnd(() -> polled);
    }
  }

  /** The interrupt ends the wait, or comes after the question; nothing is lost. */
  static final class Interrupted extends OneSeat implements Wide {
    private boolean isInterrupted;

    @Override
    public void setUp(Actors actors) {
      Thread server =
          actors.add(
              "server",
              () -> {
                try {
                  check(seat.awaitRequest(), "there is a question");
                } catch (InterruptedException e) {
                  isInterrupted = true;
                  check(seat.awaitRequest(), "there is a question");
                }
                seat.serve(this::answer);
              });
      actors.add("interrupter", () -> server.interrupt());
      actors.add(
          "caller",
          () -> {
            ask(1);
            receive(1);
          });
      actors.atEnd(() -> isInterrupted);
    }
  }

  /** An interrupt alone ends the wait; the question that comes after it is there. */
  static final class InterruptedOnly extends OneSeat {
    @Override
    public void setUp(Actors actors) {
      Thread server =
          actors.add(
              "server",
              () -> {
                try {
                  check(!seat.awaitRequest(), "no question was to come");
                  throw new AssertionError("the caller is not closed");
                } catch (InterruptedException e) {
                  checkEquals(Poll.PENDING, seat.pollRequest());
                }
              });
      actors.add("interrupter", () -> server.interrupt());
      actors.atEnd(
          () -> {
            ask(1);
            checkEquals(Poll.READY, seat.pollRequest());
            return "";
          });
    }
  }

  /** The next question is shown, though the last was left to others. */
  static final class AnsweredLaterAndAskedAgain extends OneSeat implements Wider {
    private final Mailbox<EchoCall.Request> left = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            check(seat.awaitRequest(), "there is a question");
            seat.serve((question, request) -> left.put(request));
            check(seat.awaitRequest(), "there is another question");
            check(seat.serve(this::answer), "answered");
          });
      actors.add("other", () -> left.take().send(9));
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(9, caller.receive());
            ask(2);
            receive(2);
          });
      actors.atEnd(() -> served);
    }
  }

  /**
   * What was to run when the question is given up runs, or is taken back, before the server goes.
   */
  static final class LeftWithAnAbandonWaker extends OneSeat {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      ask(1);
      checkEquals(Poll.READY, seat.pollRequest());
      seat.onAbandoned(told);
      actors.add(
          "server",
          () -> {
            seat.close();
            int times = told.times;
            check(times == 0 || times == 1, "over when close() returns");
          });
      actors.add("caller", caller::abandon);
      actors.atEnd(() -> told.times);
    }
  }

  /** The handler of the question that nobody will serve is told, once. */
  static final class LeftWhileAHandlerWaits extends OneSeat {
    private final Count told = new Count();

    @Override
    public void setUp(Actors actors) {
      ask(1);
      checkEquals(Poll.READY, seat.pollRequest());
      seat.serve(this::answer);
      checkEquals(2, caller.take());
      actors.add("server", seat::close);
      actors.add(
          "caller",
          () -> {
            ask(2);
            caller.onReceive(
                new EchoCall.Handler() {
                  @Override
                  public void received(int answer) {
                    throw new AssertionError("nobody has answered");
                  }

                  @Override
                  public void failed(Throwable failure) {
                    told.wake();
                  }
                });
          });
      actors.atEnd(() -> told.times);
    }
  }

  /** What was left to others before the server went is theirs; the next question is nobody's. */
  static final class LeftWhileOthersAnswer extends OneSeat implements Wider {
    private final Mailbox<EchoCall.Request> left = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            check(seat.awaitRequest(), "there is a question");
            seat.serve((question, request) -> left.put(request));
            seat.close();
          });
      actors.add("other", () -> check(left.take().send(9), "the answer is wanted"));
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(9, caller.receive());
            ask(2);
            checkEquals(Poll.DISCONNECTED, caller.await());
          });
      actors.atEnd(() -> "");
    }
  }

  /** What was left to a future before the server went is that's; the next question is nobody's. */
  static final class LeftWhileAFutureAnswers extends OneSeat implements Wide {
    private final CompletableFuture<Integer> source = new CompletableFuture<>();
    private Poll outcome = Poll.PENDING;

    @Override
    public void setUp(Actors actors) {
      ask(1);
      checkEquals(Poll.READY, seat.pollRequest());
      seat.sendFrom(source);
      actors.add("server", seat::close);
      actors.add("source", () -> source.complete(9));
      actors.add(
          "caller",
          () -> {
            outcome = caller.await();
            checkEquals(9, caller.peek());
            ask(2);
            Poll next = caller.poll();
            check(next == Poll.PENDING || next == Poll.DISCONNECTED, "nobody answers");
          });
      actors.atEnd(
          () -> {
            checkEquals(Poll.DISCONNECTED, caller.poll());
            return outcome;
          });
    }
  }

  /** A future that is complete has answered before sendFrom() returns: the next one is shown. */
  static final class AnsweredByAFutureAndAskedAgain extends OneSeat implements Wide {
    private final CompletableFuture<Integer> source = new CompletableFuture<>();

    @Override
    public void setUp(Actors actors) {
      ask(1);
      checkEquals(Poll.READY, seat.pollRequest());
      source.complete(9);
      actors.add(
          "server",
          () -> {
            seat.sendFrom(source);
            check(seat.awaitRequest(), "there is another question");
            check(seat.serve(this::answer), "answered");
          });
      actors.add(
          "caller",
          () -> {
            checkEquals(9, caller.receive());
            ask(2);
            receive(2);
          });
      actors.atEnd(() -> served);
    }
  }

  /** Both halves spin, and nobody is woken. */
  static final class Spinning extends CheckedScenario implements Waiting, Wider {
    private final BusyEchoCall.Caller caller = BusyEchoCall.open();
    private final BusyEchoCall.Request seat = caller.request();
    private int served;

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            while (seat.awaitRequest()) {
              seat.serve(question -> ++served + question);
            }
          });
      actors.add(
          "caller",
          () -> {
            caller.askEcho(1);
            checkEquals(2, caller.receive());
            caller.close();
          });
      actors.atEnd(() -> served);
    }
  }
}
