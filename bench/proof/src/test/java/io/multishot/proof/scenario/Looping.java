package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;

/**
 * An event loop owns the receiver, and runs the tasks of its executor: it ends the shot in some way
 * while the handler's task is to be queued, is queued, or is refused, and goes on to the next.
 */
final class Looping {

  private Looping() {}

  abstract static class Loop extends Handling.Handled {
    final Mailbox<Runnable> tasks = new Mailbox<>();
    final Handler first = new Handler(VALUE);
    private final Handler second = new Handler(2);
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private boolean isEnded;

    /** The executor of the first shot. */
    void execute(Runnable task) {
      tasks.put(task);
    }

    /**
     * Ends the first shot without its handler, if it can.
     *
     * @return whether the handler is not to be run any more
     */
    abstract boolean end() throws Exception;

    /** Whether the second shot is armed already. */
    LongChannel.Sender arm() {
      return receiver.sender();
    }

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add("next sender", () -> check(armed.take().send(2), "the receiver is there"));
      actors.add(
          "loop",
          () -> {
            receiver.onReceive(first, this::execute);
            isEnded = end();
            if (!isEnded) {
              runUntilCalled(first);
            }
            armed.put(arm());
            receiver.onReceive(second, tasks::put);
            runUntilCalled(second);
          });
      actors.atEnd(
          () -> {
            for (Runnable late = tasks.poll(); late != null; late = tasks.poll()) {
              late.run();
            }
            checkEquals(isEnded ? 0 : 1, first.calls);
            checkEquals(1, second.calls);
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return isEnded;
          });
    }

    private void runUntilCalled(Handler handler) {
      while (handler.calls == 0) {
        tasks.take().run();
      }
    }
  }

  static final class ThatTakes extends Loop {
    @Override
    boolean end() {
      if (receiver.poll() != Poll.READY) {
        return false;
      }
      checkEquals((long) VALUE, receiver.take());
      return true;
    }
  }

  static final class ThatDrops extends Loop implements Wide {
    @Override
    boolean end() {
      return receiver.drop();
    }
  }

  static final class ThatArms extends Loop implements Wide {
    private boolean isArmed;

    @Override
    boolean end() {
      isArmed = receiver.trySender() != null;
      return isArmed;
    }

    @Override
    LongChannel.Sender arm() {
      return isArmed ? (LongChannel.Sender) receiver.cell() : receiver.sender();
    }
  }

  static final class ThatRenews extends Loop implements Wide {
    @Override
    boolean end() {
      receiver.renew();
      return true;
    }

    @Override
    LongChannel.Sender arm() {
      return (LongChannel.Sender) receiver.cell();
    }
  }

  static final class ThatWithdraws extends Loop implements Wide {
    @Override
    boolean end() throws InterruptedException {
      if (!receiver.withdraw()) {
        return false;
      }
      checkEquals((long) VALUE, receiver.receive());
      return true;
    }
  }

  /** The executor refuses: the loop finds the outcome by polling, whenever that is. */
  static final class ThatIsRefused extends Loop implements Wide {
    @Override
    void execute(Runnable task) {
      throw new Tolerated("refused");
    }

    @Override
    boolean end() {
      if (receiver.poll() == Poll.READY) {
        checkEquals((long) VALUE, receiver.take());
      } else {
        receiver.renew().close();
      }
      return true;
    }
  }

  /** The executor refuses, and has queued the task nevertheless. */
  static final class ThatIsRefusedLate extends Loop implements Wide {
    @Override
    void execute(Runnable task) {
      tasks.put(task);
      throw new Tolerated("refused");
    }

    @Override
    boolean end() {
      if (receiver.poll() == Poll.READY) {
        checkEquals((long) VALUE, receiver.take());
      } else {
        receiver.renew().close();
      }
      return true;
    }
  }

  /**
   * The first handler runs on its sender's thread and hands the receiver to the loop, for which the
   * next one is due while that thread is still about to dispatch what follows.
   */
  private abstract static class AsTheNextIsDue extends Handling.Handled {
    final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Mailbox<LongChannel.Sender> armed = new Mailbox<>();
    private final Handler second = new Handler(2);
    private final Handler first = new Handler(VALUE, this::handOn);

    private void handOn() {
      LongChannel.Sender next = receiver.sender();
      receiver.onReceive(second, tasks::put);
      armed.put(next);
    }

    /** The loop, which has the second outcome, and wants no handler to have it. */
    abstract void goOn();

    /** What it came to, whether or not a task came late. */
    abstract String outcome(boolean isLate);

    @Override
    public void setUp(Actors actors) {
      receiver.onReceive(first);
      send(actors);
      actors.add(
          "loop",
          () -> {
            check(armed.take().send(2), "the receiver is there");
            goOn();
          });
      actors.atEnd(
          () -> {
            boolean isLate = !tasks.isEmpty();
            for (Runnable late = tasks.poll(); late != null; late = tasks.poll()) {
              late.run();
            }
            checkEquals(1, first.calls);
            checkEquals(0, second.calls);
            return outcome(isLate);
          });
    }
  }

  static final class ThatClosesAsTheNextIsDue extends AsTheNextIsDue {
    @Override
    void goOn() {
      receiver.close();
    }

    @Override
    String outcome(boolean isLate) {
      check(receiver.trySender() == null, "closed");
      return isLate ? "late" : "cast off";
    }
  }

  static final class ThatRegistersAsTheNextIsDue extends AsTheNextIsDue {
    private final Handler third = new Handler(3);

    @Override
    void goOn() {
      checkEquals(2L, receiver.take());
      LongChannel.Sender last = receiver.sender();
      receiver.onReceive(third, tasks::put);
      check(last.send(3), "the receiver is there");
      while (third.calls == 0) {
        tasks.take().run();
      }
    }

    @Override
    String outcome(boolean isLate) {
      checkEquals(1, third.calls);
      checkEquals(Poll.DISCONNECTED, receiver.poll());
      return "third";
    }
  }

  /** Nothing is run any more once it has closed. */
  static final class ThatCloses extends Handling.Handled {
    private final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Handler handler = new Handler(VALUE);

    @Override
    public void setUp(Actors actors) {
      send(actors);
      actors.add(
          "loop",
          () -> {
            receiver.onReceive(handler, tasks::put);
            receiver.close();
            checkEquals(Poll.DISCONNECTED, receiver.poll());
          });
      actors.atEnd(
          () -> {
            boolean isLate = !tasks.isEmpty();
            if (isLate) {
              tasks.take().run();
            }
            checkEquals(0, handler.calls);
            return isSent + (isLate ? " late" : "");
          });
    }
  }
}
