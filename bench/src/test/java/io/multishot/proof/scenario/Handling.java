package io.multishot.proof.scenario;

import io.multishot.modelchecker.Mailbox;

/** The receiver leaves a handler. */
final class Handling {

  private Handling() {}

  private abstract static class Handled extends OneChannel {
    long sum;
    int calls;

    final class Sum implements LongChannel.Handler {
      @Override
      public void received(long value) {
        calls++;
        sum += value;
      }

      @Override
      public void failed(Throwable failure) {
        throw new AssertionError(failure);
      }
    }
  }

  static final class OnTheSendersThread extends Handled {
    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(new Sum()));
      actors.atEnd(
          () -> {
            checkEquals(1, calls);
            checkEquals((long) VALUE, sum);
            return calls;
          });
    }
  }

  static final class ByAnExecutor extends Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(new Sum(), tasks::put));
      actors.add("executor", () -> tasks.take().run());
      actors.atEnd(
          () -> {
            checkEquals(1, calls);
            checkEquals((long) VALUE, sum);
            return calls;
          });
    }
  }

  static final class AndWithdrawing extends Handled {
    private boolean isWithdrawn;

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "receiver",
          () -> {
            receiver.onReceive(new Sum());
            isWithdrawn = receiver.withdraw();
          });
      actors.atEnd(
          () -> {
            checkEquals(isWithdrawn ? 0 : 1, calls);
            if (isWithdrawn) {
              checkEquals((long) VALUE, receiver.take());
            }
            return isWithdrawn;
          });
    }
  }

  /**
   * The handler arms the next shot, and waits for that one as well, on whichever thread it runs.
   */
  static final class TheNextShotsAsWell extends Handled {
    private static final int SHOTS = 3;

    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();

    private final class Chain implements LongChannel.Handler {
      @Override
      public void received(long value) {
        calls++;
        sum += value;
        if (calls < SHOTS) {
          armed.put(receiver.sender());
          receiver.onReceive(this);
        }
      }

      @Override
      public void failed(Throwable failure) {
        throw new AssertionError(failure);
      }
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("receiver", () -> receiver.onReceive(new Chain()));
      actors.add("next sender", () -> armed.take().send(2));
      actors.add("last sender", () -> armed.take().send(3));
      actors.atEnd(
          () -> {
            checkEquals(SHOTS, calls);
            checkEquals(VALUE + 2L + 3L, sum);
            return calls;
          });
    }
  }
}
