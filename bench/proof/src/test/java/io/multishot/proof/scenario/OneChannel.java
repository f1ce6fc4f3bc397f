package io.multishot.proof.scenario;

import io.multishot.Poll;

/** A scenario with one channel, whose sender is armed. */
abstract class OneChannel extends CheckedScenario {

  final LongChannel.Receiver receiver = LongChannel.open();
  final LongChannel.Sender sender = receiver.sender();

  /** What the sender was told: whether the receiver has it. */
  boolean isSent;

  Poll polled = Poll.PENDING;

  /** Written before the shot is ended, and to be read by whoever has been shown the outcome. */
  private int sendersData;

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
}
