package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** One operation of each half, of which one may stop in the middle for ever. */
public final class Suspension extends OneChannel {

  private static final Waker WAKER = () -> {};

  private static final LongChannel.Handler HANDLER =
      new LongChannel.Handler() {
        @Override
        public void received(long value) {}

        @Override
        public void failed(Throwable failure) {}
      };

  /** What a half does, on a channel whose sender is armed. */
  private interface Operation {
    void on(Suspension channel) throws Throwable;
  }

  private static final Map<String, Operation> RECEIVER =
      Map.ofEntries(
          Map.entry("trySender", on -> on.receiver.trySender()),
          Map.entry("renew", on -> on.receiver.renew()),
          Map.entry("poll", on -> on.receiver.poll()),
          Map.entry("poll(Waker)", on -> on.receiver.poll(WAKER)),
          Map.entry("take", on -> on.takeIfReady()),
          Map.entry("failure", on -> on.receiver.failure()),
          Map.entry("withdraw", on -> on.receiver.withdraw()),
          Map.entry("drop", on -> on.receiver.drop()),
          Map.entry("close", on -> on.receiver.close()),
          Map.entry("await(0)", on -> on.receiver.await(0, TimeUnit.SECONDS)),
          Map.entry("onReceive", on -> on.receiver.onReceive(HANDLER)),
          Map.entry("pollAny", on -> on.group.pollAny()),
          Map.entry("pollAny(Waker)", on -> on.group.pollAny(WAKER)),
          Map.entry("pollAll(Waker)", on -> on.group.pollAll(WAKER)),
          Map.entry("group.withdraw", on -> on.group.withdraw()));

  private static final Map<String, Operation> SENDER =
      Map.of(
          "send", on -> on.sender.send(VALUE),
          "fail", on -> on.sender.fail(new IllegalStateException()),
          "close", on -> on.sender.close(),
          "isAbandoned", on -> on.sender.isAbandoned(),
          "onAbandoned", on -> on.sender.onAbandoned(WAKER),
          "shot.close", on -> on.sender.shot().close());

  private final ReceiverGroup group = ReceiverGroup.of(receiver);
  private final Operation received;
  private final Operation sent;

  /** Names the two operations. */
  Suspension(String received, String sent) {
    this.received = Objects.requireNonNull(RECEIVER.get(received), received);
    this.sent = Objects.requireNonNull(SENDER.get(sent), sent);
  }

  /** What the receiver can do. */
  public static Iterable<String> ofReceiver() {
    return RECEIVER.keySet();
  }

  /** What the sender can do. */
  public static Iterable<String> ofSender() {
    return SENDER.keySet();
  }

  private void takeIfReady() {
    if (receiver.poll() == Poll.READY) {
      receiver.take();
    }
  }

  @Override
  public void setUp(Actors actors) {
    actors.add("receiver", () -> received.on(this));
    actors.add("sender", () -> sent.on(this));
  }
}
