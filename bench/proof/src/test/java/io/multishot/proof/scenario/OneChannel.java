package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.modelchecker.Scenario;

/** A scenario with one channel, whose sender is armed. */
abstract class OneChannel implements Scenario {

  static final int VALUE = 42;

  final LongChannel.Receiver receiver = LongChannel.open();
  final LongChannel.Sender sender = receiver.sender();

  /** What the sender was told: whether the receiver has it. */
  boolean isSent;

  Poll polled = Poll.PENDING;

  /** Written before the shot is ended, and to be read by whoever has been shown the outcome. */
  private int sendersData;

  /** A waker that counts, and so tells a race if two threads run it at once. */
  static final class Count implements Waker {
    int times;

    @Override
    public void wake() {
      times++;
    }
  }

  void send(Actors actors) {
    actors.add(
        "sender",
        () -> {
          sendersData = VALUE;
          isSent = sender.send(VALUE);
        });
  }

  void fail(Actors actors, Throwable failure) {
    actors.add(
        "sender",
        () -> {
          sendersData = VALUE;
          isSent = sender.fail(failure);
        });
  }

  void disconnect(Actors actors) {
    actors.add(
        "sender",
        () -> {
          sendersData = VALUE;
          sender.close();
        });
  }

  /** What happened before the shot was ended happened before this. */
  void checkIsShown() {
    checkEquals(VALUE, sendersData);
  }

  static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  static void checkEquals(Object expected, Object actual) {
    check(expected.equals(actual), "expected " + expected + ", and found " + actual);
  }
}
