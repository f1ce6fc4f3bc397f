package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One operation of each half, of which one may stop in the middle for ever. */
@SuppressWarnings("FutureReturnValueIgnored")
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
          Map.entry("onReceive(Executor)", on -> on.receiver.onReceive(HANDLER, Runnable::run)),
          Map.entry("onReceive and withdraw", Suspension::withdrawHandler),
          Map.entry("toFuture", on -> on.receiver.toFuture()),
          Map.entry("pollAny", on -> on.group.pollAny()),
          Map.entry("pollAny(Waker)", on -> on.group.pollAny(WAKER)),
          Map.entry("pollAll(Waker)", on -> on.group.pollAll(WAKER)),
          Map.entry("group.withdraw", on -> on.group.withdraw()),
          Map.entry("onReceive and drop", Suspension::dropInALoop),
          Map.entry("onReceive and trySender", Suspension::armInALoop));

  private static final Map<String, Operation> SENDER =
      Map.ofEntries(
          Map.entry("send", on -> on.sender.send(VALUE)),
          Map.entry("fail", on -> on.sender.fail(new IllegalStateException())),
          Map.entry("close", on -> on.sender.close()),
          Map.entry("isAbandoned", on -> on.sender.isAbandoned()),
          Map.entry("onAbandoned", on -> on.sender.onAbandoned(WAKER)),
          Map.entry("onAbandoned and send", Suspension::watchAndSend),
          Map.entry("sendFrom", Suspension::sendFrom),
          Map.entry("shot.close", on -> on.sender.shot().close()));

  /**
   * Whether the sender may wait for the receiver, as is documented: until its abandon waker has
   * run.
   */
  public static boolean mayWait(String received, String sent) {
    boolean isAbandoning = received.equals("renew") || received.equals("close");
    return isAbandoning && (sent.equals("onAbandoned and send") || sent.equals("sendFrom"));
  }

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

  private void withdrawHandler() {
    receiver.onReceive(HANDLER);
    receiver.withdraw();
  }

  /** As an event loop does, while the task is to be queued. */
  private void dropInALoop() {
    receiver.onReceive(HANDLER, task -> {});
    receiver.drop();
  }

  private void armInALoop() {
    receiver.onReceive(HANDLER, task -> {});
    receiver.trySender();
  }

  private void watchAndSend() {
    sender.onAbandoned(WAKER);
    sender.send(VALUE);
  }

  private void sendFrom() {
    CompletableFuture<Long> source = new CompletableFuture<>();
    source.complete((long) VALUE);
    sender.sendFrom(source);
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
