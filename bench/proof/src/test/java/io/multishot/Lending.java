package io.multishot;

import io.multishot.modelchecker.Scenario;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios of a {@link Loan}, which checked mode puts between a sender and its cell: those who use
 * the sender, who finds it lost, a future that the shot is left to, and the receiver. The mode
 * itself is a constant, and off; a loan is the same in both.
 */
public final class Lending {

  private static final int VALUE = 42;

  private Lending() {}

  private static final class Sender extends UnpaddedSender {
    private int payload;

    @Override
    protected boolean sendResult(@Nullable Object result) {
      if (!begin()) {
        return false;
      }
      payload = VALUE;
      return publish();
    }
  }

  private static final class Receiver extends MultiShotReceiver {
    private Sender cell = new Sender();

    @Override
    protected MultiShotSender cell() {
      return cell;
    }

    @Override
    protected MultiShotSender newCell() {
      return new Sender();
    }

    @Override
    protected void install(MultiShotSender newCell) {
      cell = (Sender) newCell;
    }

    @Override
    protected WaitPolicy waitPolicy() {
      return WaitPolicy.PARK;
    }

    @Override
    protected void deliverValue(MultiShotHandler handler, boolean asView) {
      throw new AssertionError("no handler is registered");
    }
  }

  /** One shot, lent. */
  abstract static class Lent implements Scenario {

    final Receiver receiver = new Receiver();
    final Sender cell = receiver.cell;
    final Sender lent = new Sender();
    final Loan loan;
    Poll polled = Poll.PENDING;

    Lent() {
      receiver.arm(cell);
      loan = new Loan(lent, cell, 1, 1, 0, null);
      loan.begin();
      lent.standFor(loan);
    }

    /** Sends, or is refused. */
    final String send() {
      try {
        if (!loan.begin(lent, "has sent")) {
          return "false";
        }
        cell.payload = VALUE;
        return String.valueOf(loan.publish(cell));
      } catch (IllegalStateException refused) {
        return "refused";
      }
    }

    final String fail(Throwable failure) {
      try {
        return String.valueOf(loan.fail(lent, failure));
      } catch (IllegalStateException refused) {
        return "refused";
      }
    }

    /** The outcome, which is there, in a word. */
    final String outcome() {
      if (polled == Poll.READY) {
        check(cell.payload == VALUE, "what was sent is there");
        return "value";
      }
      Throwable failure = receiver.failure();
      return failure instanceof LostSenderException
          ? "lost"
          : failure != null ? "failure" : polled.toString();
    }

    static void check(boolean holds, String otherwise) {
      if (!holds) {
        throw new AssertionError(otherwise);
      }
    }
  }

  /** The collector has found the sender garbage, which it is not quite. */
  static final class UsedAsItIsLost extends Lent {
    private String sent = "";

    @Override
    public void setUp(Actors actors) {
      actors.add("user", () -> sent = send());
      actors.add("finder", () -> loan.lose());
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            check(!outcome().isEmpty(), "there is one");
          });
      actors.atEnd(
          () -> {
            boolean isLost = outcome().equals("lost");
            check(isLost == (loan.phase() == Loan.LOST), "it is lost, or was used");
            return outcome() + " " + sent;
          });
    }
  }

  /** Found garbage while the receiver waits, and used by nobody. */
  static final class LostWhileAwaited extends Lent {
    @Override
    public void setUp(Actors actors) {
      actors.add("finder", () -> check(loan.lose(), "memory is there"));
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(
          () -> {
            check(loan.phase() == Loan.LOST, "it is lost");
            return outcome();
          });
    }
  }

  /** Used, and then lost or left to a future, which finds it used. */
  static final class UsedBefore extends Lent {
    private String sent = "";
    private String left = "";

    @Override
    public void setUp(Actors actors) {
      CompletableFuture<Object> source = new CompletableFuture<>();
      source.complete("");
      actors.add(
          "user",
          () -> {
            sent = send();
            try {
              loan.leaveTo(lent, source);
              left = "left";
            } catch (IllegalStateException refused) {
              left = "refused";
            }
          });
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            check(outcome().equals("value"), "the first outcome");
            receiver.takeValue(cell);
            receiver.arm(cell);
          });
      actors.atEnd(
          () -> {
            check(receiver.poll() == Poll.PENDING, "the second shot is open");
            check(sent.equals("true"), "the receiver was there");
            return left;
          });
    }
  }

  /** Left to a source that refuses, and then sent. */
  static final class LeftInVain extends Lent {
    private String sent = "";

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "user",
          () -> {
            try {
              loan.leaveTo(lent, new Refusing());
            } catch (UnsupportedOperationException refused) {
              sent = send();
            }
          });
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(() -> outcome() + " " + sent);
    }
  }

  /** A source that throws. */
  private static final class Refusing extends CompletableFuture<Object> {
    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> action) {
      throw new UnsupportedOperationException();
    }
  }

  /** Two threads with one sender, against the rules: the shot has the outcome of one. */
  static final class UsedByTwo extends Lent {
    private String sent = "";
    private String failed = "";

    @Override
    public void setUp(Actors actors) {
      actors.add("user", () -> sent = send());
      actors.add("other user", () -> failed = fail(new Exception()));
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(() -> outcome() + " " + sent + " " + failed);
    }
  }

  /** Used twice, with another shot between: the second use touches nothing. */
  static final class UsedAgain extends Lent {
    private String again = "";

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "user",
          () -> {
            send();
            again = fail(new Exception());
          });
      actors.add(
          "receiver",
          () -> {
            polled = receiver.await();
            check(outcome().equals("value"), "the first outcome");
            receiver.takeValue(cell);
            receiver.arm(cell);
          });
      actors.atEnd(
          () -> {
            check(receiver.poll() == Poll.PENDING, "the second shot is open");
            return again;
          });
    }
  }

  /** The receiver gives up. */
  static final class Abandoned extends Lent {
    private String sent = "";

    @Override
    public void setUp(Actors actors) {
      actors.add("user", () -> sent = send());
      actors.add("finder", () -> loan.lose());
      actors.add("receiver", receiver::abandonSender);
      actors.atEnd(
          () -> {
            polled = receiver.poll();
            boolean isThere = outcome().equals("value");
            check(sent.equals("true") == isThere, "the user knows whether it was in vain");
            return outcome() + " " + sent;
          });
    }
  }

  /** Left to a future, and taken back as that completes; the sender is garbage by then. */
  static final class TakenBack extends Lent {
    private final CompletableFuture<Object> source = new CompletableFuture<>();

    @Override
    public void setUp(Actors actors) {
      actors.add(
          "user",
          () -> {
            if (isLeft()) {
              loan.close(lent);
            }
          });
      actors.add("source", () -> source.complete(""));
      actors.add("finder", () -> loan.lose());
      actors.add("receiver", () -> polled = receiver.await());
      actors.atEnd(this::outcome);
    }

    private boolean isLeft() {
      try {
        loan.leaveTo(lent, source);
        return true;
      } catch (IllegalStateException lost) {
        return false;
      }
    }
  }
}
