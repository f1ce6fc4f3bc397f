package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.modelchecker.Mailbox;
import org.jspecify.annotations.Nullable;

/** An event loop whose tasks come late, twice, or though they were refused. */
final class Delaying {

  private Delaying() {}

  /** The executor runs each task twice: the second time may fall into the next shot. */
  private abstract static class RunTwice extends Looping.Loop implements Wide {
    @Override
    void execute(Runnable task) {
      tasks.put(task);
      tasks.put(task);
    }
  }

  static final class ThatIsRunTwiceAndTakes extends RunTwice {
    @Override
    boolean end() {
      if (receiver.poll() != Poll.READY) {
        return false;
      }
      checkEquals((long) VALUE, receiver.take());
      return true;
    }
  }

  static final class ThatIsRunTwiceAndRenews extends RunTwice {
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

  /** A task of a shot that the loop has taken comes while it goes on to the next one. */
  private abstract static class WhoseTaskIsLate extends Handling.Handled {
    final Mailbox<Runnable> tasks = new Mailbox<>();
    private final Mailbox<Runnable> next = new Mailbox<>();
    private final Handler first = new Handler(VALUE);
    private boolean isByExecutor;
    private final Handler second = new Handler(2, () -> check(isByExecutor, "by its executor"));
    private LongChannel.@Nullable Sender armed;

    /** Has the value of the first shot sent. */
    abstract void begin(Actors actors);

    /** The first executor. */
    void execute(Runnable task) {
      tasks.put(task);
    }

    /** What becomes of the first task when its shot has been taken. */
    abstract void passOn(Runnable task);

    /** The same, when the second one is the executor's. */
    abstract void endLate();

    @Override
    public void setUp(Actors actors) {
      receiver.onReceive(first, this::execute);
      begin(actors);
      actors.add(
          "loop",
          () -> {
            Runnable task = tasks.take();
            checkEquals((long) VALUE, receiver.take());
            passOn(task);
            armed = receiver.sender();
            receiver.onReceive(second, next::put);
          });
      actors.atEnd(
          () -> {
            check(armed != null && armed.send(2), "the receiver is there");
            endLate();
            isByExecutor = true;
            next.take().run();
            checkEquals(0, first.calls);
            checkEquals(1, second.calls);
            checkEquals(Poll.DISCONNECTED, receiver.poll());
            return second.calls;
          });
    }
  }

  /** Another thread runs it, as the loop registers. */
  static final class WhoseTaskAnotherRunsLate extends WhoseTaskIsLate {
    private final Mailbox<Runnable> late = new Mailbox<>();

    @Override
    void begin(Actors actors) {
      sender.send(VALUE);
      actors.add("other", () -> late.take().run());
    }

    @Override
    void passOn(Runnable task) {
      late.put(task);
    }

    @Override
    void endLate() {}
  }

  /** Its executor has refused it, and runs it nevertheless, when the next one is queued. */
  static final class WhoseTaskIsRunThoughRefused extends WhoseTaskIsLate {
    private @Nullable Runnable refused;

    @Override
    void begin(Actors actors) {
      send(actors);
    }

    @Override
    void execute(Runnable task) {
      tasks.put(task);
      throw new Tolerated("refused");
    }

    @Override
    void passOn(Runnable task) {
      refused = task;
    }

    @Override
    void endLate() {
      if (refused != null) {
        refused.run();
      }
    }
  }
}
