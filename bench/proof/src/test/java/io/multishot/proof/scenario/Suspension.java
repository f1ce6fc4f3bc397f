package io.multishot.proof.scenario;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  @SuppressWarnings("CheckReturnValue")
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
          Map.entry("toFuture and withdraw", Suspension::withdrawFuture),
          Map.entry("toFuture and renew", Suspension::renewFuture),
          Map.entry("toFuture and close", Suspension::closeFuture),
          Map.entry("toFuture and cancel", Suspension::cancelFuture),
          Map.entry("pollAny", on -> on.group.pollAny()),
          Map.entry("pollAny(Waker)", on -> on.group.pollAny(WAKER)),
          Map.entry("pollAll(Waker)", on -> on.group.pollAll(WAKER)),
          Map.entry("group.withdraw", on -> on.group.withdraw()),
          Map.entry("onReceive and drop", Suspension::dropInALoop),
          Map.entry("onReceive and trySender", Suspension::armInALoop));

  @SuppressWarnings("CheckReturnValue")
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

  /** What abandons the shot, and runs its abandon waker. */
  private static final Set<String> ABANDONING =
      Set.of("renew", "close", "toFuture and renew", "toFuture and close", "toFuture and cancel");

  /** What ends the shot, or withdraws the future that was to have its outcome. */
  private static final Set<String> COMPLETING =
      Set.of(
          "toFuture and withdraw",
          "toFuture and renew",
          "toFuture and close",
          "toFuture and cancel");

  /** What ends a shot that has an abandon waker. */
  private static final Set<String> WATCHED = Set.of("onAbandoned and send", "sendFrom");

  /** What ends the shot at all. */
  private static final Set<String> ENDING =
      Set.of("send", "fail", "close", "onAbandoned and send", "sendFrom", "shot.close");

  /**
   * Whether the sender waits, as is documented, until its abandon waker has run on the receiver's
   * thread: or it could be told of a shot that it has left behind.
   */
  public static boolean senderWaits(String received, String sent) {
    return ABANDONING.contains(received) && WATCHED.contains(sent);
  }

  /**
   * Whether the receiver waits, as is documented, until a future is settled that its sender has
   * claimed: a few stores.
   */
  public static boolean receiverWaits(String received, String sent) {
    return COMPLETING.contains(received) && ENDING.contains(sent);
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

  @SuppressWarnings({"CheckReturnValue", "multishot"})
  private void withdrawFuture() {
    receiver.toFuture();
    receiver.withdraw();
  }

  @SuppressWarnings({"CheckReturnValue", "multishot"})
  private void renewFuture() {
    receiver.toFuture();
    receiver.renew();
  }

  @SuppressWarnings({"CheckReturnValue", "multishot"})
  private void closeFuture() {
    receiver.toFuture();
    receiver.close();
  }

  private void cancelFuture() {
    receiver.toFuture().cancel(false);
  }

  /** As an event loop does, while the task is to be queued. */
  private void dropInALoop() {
    receiver.onReceive(HANDLER, task -> {});
    receiver.drop();
  }

  @SuppressWarnings({"CheckReturnValue", "multishot"})
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
