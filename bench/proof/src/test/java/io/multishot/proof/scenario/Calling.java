package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import java.util.concurrent.CompletionException;

/** Questions that a queue hands over. */
final class Calling {

  private Calling() {}

  /** A caller, and a queue that one server takes from. */
  abstract static class OneQueue extends CheckedScenario {
    final EchoCall.Caller caller = EchoCall.open();
    final Mailbox<EchoCall.Request> queue = new Mailbox<>();

    /** Written by the asking thread before it asks, and by the server before it answers. */
    int askersData;

    int serversData;
    int served;

    /** Answers with one more; it counts how often it is called. */
    int answer(int question) {
      checkEquals(VALUE, askersData);
      served++;
      serversData = VALUE;
      return question + 1;
    }

    void ask(int question) {
      if (question == 1) { // nothing orders a later write and who serves what is given up
        askersData = VALUE;
      }
      queue.put(caller.askEcho(question));
    }
  }

  static final class Answered extends OneQueue {
    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> check(queue.take().serve(this::answer), "answered"));
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(2, caller.receive());
            checkEquals(VALUE, serversData);
          });
      actors.atEnd(() -> served);
    }
  }

  static final class AnsweredAgain extends OneQueue {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            queue.take().serve(this::answer);
            queue.take().serve(this::answer);
          });
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(2, caller.receive());
            ask(2);
            checkEquals(3, caller.receive());
          });
      actors.atEnd(() -> served);
    }
  }

  static final class GivenUp extends OneQueue implements Wide {
    @Override
    public void setUp(Actors actors) {
      actors.add(
          "server",
          () -> {
            queue.take().serve(this::answer);
            queue.take().serve(this::answer);
          });
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.abandon();
            ask(2);
            checkEquals(3, caller.receive());
          });
      actors.atEnd(() -> served);
    }
  }

  static final class FailedByTheServer extends OneQueue {
    @Override
    public void setUp(Actors actors) {
      IllegalStateException thrown = new IllegalStateException();
      actors.add(
          "server",
          () ->
              queue
                  .take()
                  .serve(
                      question -> {
                        throw thrown;
                      }));
      actors.add(
          "caller",
          () -> {
            ask(1);
            try {
              caller.receive();
              throw new AssertionError("no failure");
            } catch (CompletionException e) {
              check(e.getCause() == thrown, "what was thrown");
            }
          });
      actors.atEnd(() -> "");
    }
  }

  /** The server leaves the request to another thread, which answers. */
  static final class AnsweredLater extends OneQueue {
    private final Mailbox<EchoCall.Request> left = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> queue.take().serve((question, request) -> left.put(request)));
      actors.add("other", () -> left.take().send(7));
      actors.add(
          "caller",
          () -> {
            ask(1);
            checkEquals(7, caller.receive());
          });
      actors.atEnd(() -> "");
    }
  }

  /** What a question holds is let go of, whoever comes last. */
  static final class WithAReference extends CheckedScenario implements Wide {
    private static final int SIZE = 5;

    private final StoreCall.Caller caller = StoreCall.open();
    private final Mailbox<StoreCall.Request> queue = new Mailbox<>();
    private int calls;

    @Override
    public void setUp(Actors actors) {
      AStoreOfOne store = new AStoreOfOne();
      actors.add(
          "server",
          () -> {
            queue.take().serve(store);
            queue.take().serve(store);
          });
      actors.add(
          "caller",
          () -> {
            queue.put(caller.askSwap("a"));
            caller.abandon();
            queue.put(caller.askSize());
            checkEquals(SIZE, caller.receiveSize());
          });
      actors.atEnd(() -> calls);
    }

    private final class AStoreOfOne implements Declarations.AStore {
      @Override
      public Object swap(Object given) {
        calls++;
        checkEquals("a", given);
        return given;
      }

      @Override
      public int size() {
        return SIZE;
      }
    }
  }

  static final class Closed extends OneQueue {
    private boolean isServed;

    @Override
    public void setUp(Actors actors) {
      actors.add("server", () -> isServed = queue.take().serve(this::answer));
      actors.add(
          "caller",
          () -> {
            ask(1);
            caller.close();
            checkEquals(Poll.DISCONNECTED, caller.poll());
          });
      actors.atEnd(() -> isServed + " " + served);
    }
  }
}
