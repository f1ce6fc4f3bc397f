package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A shot that is left to a future belongs to that future alone, and the future to that shot. */
final class SendFromTest extends ChannelTest {

  private final CompletableFuture<@Nullable Object> source = new CompletableFuture<>();
  private final AtomicInteger told = new AtomicInteger();

  SendFromTest(Subject subject) {
    super(subject);
  }

  /** How the receiver's owner gives up a shot that is left to a future. */
  private enum GivingUp {
    RENEW,
    RENEW_AFTER_A_TIME_OUT,
    CANCEL_THE_FUTURE,
    CLOSE
  }

  /** Returns the next shot's sender; {@code null} if the receiver is closed. */
  private static @Nullable MultiShotSender giveUp(Line channel, GivingUp how) {
    switch (how) {
      case RENEW -> {
        return channel.renew();
      }
      case RENEW_AFTER_A_TIME_OUT -> {
        assertThrows(TimeoutException.class, () -> channel.receive(1, TimeUnit.NANOSECONDS));
        return channel.renew();
      }
      case CANCEL_THE_FUTURE -> {
        assertTrue(channel.toFuture().cancel(true));
        return channel.sender();
      }
      default -> {
        channel.receiver().close();
        return null;
      }
    }
  }

  /** How a source ends that comes too late. */
  private void endLate(CompletableFuture<@Nullable Object> late, Outcome outcome) {
    List<Throwable> uncaught =
        TestThreads.catchingUncaught(
            () -> {
              switch (outcome) {
                case VALUE -> late.complete(line.value());
                case FAILURE -> late.completeExceptionally(new Exception("made up"));
                case DISCONNECT -> late.cancel(true);
              }
            });
    assertEquals(List.of(), uncaught);
  }

  @Test
  void lateSource_ofAnAbandonedShot_reachesNoLaterShot() {
    for (GivingUp how : GivingUp.values()) {
      for (Outcome outcome : Outcome.values()) {
        String what = how + ", " + outcome;
        Line channel = subject.line();
        CompletableFuture<@Nullable Object> late = new CompletableFuture<>();
        channel.sendFrom(channel.sender(), late);
        MultiShotSender next = giveUp(channel, how);
        if (next == null) {
          endLate(late, outcome);
          assertEquals(Poll.DISCONNECTED, channel.poll(), what);
          continue;
        }
        CompletableFuture<@Nullable Object> inTime = new CompletableFuture<>();
        channel.sendFrom(next, inTime);
        endLate(late, outcome);
        assertEquals(Poll.PENDING, channel.poll(), what);
        inTime.complete(channel.otherValue());
        assertSameBits(channel.otherValue(), channel.take());
      }
    }
  }

  /**
   * A worker that closes what it has left to a future, as a block's last word: it has no outcome.
   */
  @Test
  @SuppressWarnings("multishot")
  void close_afterSendFrom_takesTheShotBackAndDisconnects() {
    MultiShotSender sender = line.sender();
    line.sendFrom(sender, source);
    sender.close();
    sender.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertTrue(line.receiver().drop());
    assertEquals(List.of(), TestThreads.catchingUncaught(() -> source.complete(line.value())));
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertFalse(line.receiver().drop());
  }

  @Test
  void close_afterTheSourceHasCompleted_doesNothing() {
    MultiShotSender sender = line.sender();
    line.sendFrom(sender, source);
    source.complete(line.value());
    sender.close();
    assertSameBits(line.value(), line.take());
  }

  @Test
  void close_afterSendFrom_keepsTheLateSourceFromLaterShots() {
    MultiShotSender sender = line.sender();
    line.sendFrom(sender, source);
    sender.close();
    line.receiver().drop();
    MultiShotSender next = line.renew();
    source.complete(line.value());
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(next, line.otherValue()));
    assertSameBits(line.otherValue(), line.take());
  }

  /** The sender's own {@code sendFrom} is nothing that the shot knows of; the shot's own is. */
  @Test
  void shot_asAResourceAroundSendFromOfTheSender_disconnects() {
    MultiShotSender sender = line.sender();
    try (Shot shot = line.shot(sender)) {
      line.sendFrom(sender, source);
      assertFalse(shot.toString().isEmpty());
    }
    assertEquals(Poll.DISCONNECTED, line.poll());
    source.complete(line.value());
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void shot_asAResourceAroundSendFrom_keepsTheLateSourceFromLaterShots() {
    MultiShotSender sender = line.sender();
    try (Shot shot = line.shot(sender)) {
      line.sendFrom(sender, source);
      assertFalse(shot.toString().isEmpty());
    }
    line.receiver().drop();
    CompletableFuture<@Nullable Object> second = new CompletableFuture<>();
    line.sendFrom(line.renew(), second);
    source.complete(line.value());
    assertEquals(Poll.PENDING, line.poll());
    second.complete(line.otherValue());
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void anyUse_afterSendFrom_isRefusedAndLeavesTheShotToTheFuture() {
    MultiShotSender sender = line.sender();
    Shot shot = line.shot(sender);
    line.sendFrom(sender, source);
    CompletableFuture<@Nullable Object> other = new CompletableFuture<>();
    List<Executable> uses =
        List.of(
            () -> line.send(sender, line.otherValue()),
            () -> sender.fail(new Exception()),
            () -> line.sendFrom(sender, other),
            () -> line.shot(sender),
            () -> sender.onAbandoned(told::incrementAndGet),
            () -> line.send(shot, line.otherValue()),
            () -> shot.fail(new Exception()));
    for (int i = 0; i < uses.size(); i++) {
      int use = i;
      assertThrows(IllegalStateException.class, uses.get(i), () -> "use " + use);
      assertEquals(Poll.PENDING, line.poll(), () -> "use " + use);
    }
    other.complete(line.otherValue());
    assertEquals(Poll.PENDING, line.poll());
    assertEquals(List.of(), TestThreads.catchingUncaught(() -> source.complete(line.value())));
    assertSameBits(line.value(), line.take());
  }

  @Test
  void onAbandoned_beforeSendFrom_notifiesWhenTheShotIsAbandoned() {
    for (GivingUp how : GivingUp.values()) {
      Line channel = subject.line();
      AtomicInteger abandoned = new AtomicInteger();
      MultiShotSender sender = channel.sender();
      sender.onAbandoned(abandoned::incrementAndGet);
      CompletableFuture<@Nullable Object> late = new CompletableFuture<>();
      channel.sendFrom(sender, late);
      assertEquals(0, abandoned.get(), how::name);
      giveUp(channel, how);
      assertEquals(1, abandoned.get(), how::name);
      assertTrue(sender.isAbandoned(), how::name);
      endLate(late, Outcome.VALUE);
      channel.receiver().close();
      assertEquals(1, abandoned.get(), how::name);
    }
  }

  @Test
  void onAbandoned_beforeSendFrom_doesNotNotifyOnceTheSourceHasCompleted() {
    for (Outcome outcome : Outcome.values()) {
      Line channel = subject.line();
      MultiShotSender sender = channel.sender();
      sender.onAbandoned(told::incrementAndGet);
      CompletableFuture<@Nullable Object> inTime = new CompletableFuture<>();
      channel.sendFrom(sender, inTime);
      endLate(inTime, outcome);
      assertEquals(outcome == Outcome.VALUE ? Poll.READY : Poll.FAILED, channel.poll());
      channel.renew();
      channel.receiver().close();
      assertEquals(0, told.get(), outcome::name);
    }
  }

  @Test
  void sendFrom_ofAnAbandonedShot_reachesNoLaterShot() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(told::incrementAndGet);
    line.renew();
    line.sendFrom(sender, source);
    endLate(source, Outcome.VALUE);
    assertEquals(Poll.PENDING, line.poll());
    assertEquals(1, told.get());
  }

  @Test
  void sendFrom_ofASourceWhoseWhenCompleteThrows_leavesTheSenderAsItWas() {
    for (Registering registering : Registering.values()) {
      Line channel = subject.line();
      AtomicInteger abandoned = new AtomicInteger();
      MultiShotSender sender = channel.sender();
      sender.onAbandoned(abandoned::incrementAndGet);
      ThrowingSource throwing = new ThrowingSource(registering);
      assertSame(
          throwing.thrown,
          assertThrows(
              IllegalStateException.class, () -> channel.sendFrom(sender, throwing.stage())));
      assertEquals(Poll.PENDING, channel.poll(), registering::name);
      assertTrue(channel.send(sender, channel.value()), registering::name);
      assertSameBits(channel.value(), channel.take());
      MultiShotSender next = channel.sender();
      throwing.complete(channel.otherValue());
      assertEquals(Poll.PENDING, channel.poll(), registering::name);
      assertTrue(channel.send(next, channel.otherValue()), registering::name);
      assertEquals(0, abandoned.get(), registering::name);
    }
  }

  @Test
  void sendFrom_ofASourceWhoseWhenCompleteThrows_leavesTheWakerOfOnAbandoned() {
    for (Registering registering : Registering.values()) {
      Line channel = subject.line();
      AtomicInteger abandoned = new AtomicInteger();
      MultiShotSender sender = channel.sender();
      sender.onAbandoned(abandoned::incrementAndGet);
      ThrowingSource throwing = new ThrowingSource(registering);
      assertThrows(IllegalStateException.class, () -> channel.sendFrom(sender, throwing.stage()));
      channel.renew();
      assertEquals(1, abandoned.get(), registering::name);
      assertFalse(channel.send(sender, channel.value()), registering::name);
    }
  }

  /** What a source does before it throws. */
  private enum Registering {
    NOTHING,
    REGISTERS
  }

  /** A source whose {@code whenComplete} throws, and so does that of what derives from it. */
  private static final class ThrowingSource extends CompletableFuture<@Nullable Object> {
    private final Registering registering;
    private final IllegalStateException thrown;

    ThrowingSource(Registering registering) {
      this(registering, new IllegalStateException("made up"));
    }

    private ThrowingSource(Registering registering, IllegalStateException thrown) {
      this.registering = registering;
      this.thrown = thrown;
    }

    CompletableFuture<@Nullable Object> stage() {
      return this;
    }

    @Override
    @SuppressWarnings("unchecked") // it throws whatever its type is
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
      return (CompletableFuture<U>) new ThrowingSource(registering, thrown);
    }

    @Override
    public CompletableFuture<@Nullable Object> whenComplete(
        BiConsumer<? super @Nullable Object, ? super Throwable> action) {
      if (registering == Registering.REGISTERS) {
        super.whenComplete(action).isDone();
      }
      throw thrown;
    }
  }

  /** A source that tells its result twice, against the rules. */
  @Test
  void sendFrom_ofASourceThatCompletesTwice_sendsOnce() {
    List<Runnable> tellings = new ArrayList<>();
    CompletableFuture<@Nullable Object> twice =
        new CompletableFuture<>() {
          @Override
          @SuppressWarnings("unchecked") // only what the source itself completes with
          public <U extends @Nullable Object> CompletableFuture<U> thenApply(
              Function<? super @Nullable Object, ? extends U> function) {
            return (CompletableFuture<U>) this;
          }

          @Override
          @SuppressWarnings("NullAway") // there is no failure where there is a value
          public CompletableFuture<@Nullable Object> whenComplete(
              BiConsumer<? super @Nullable Object, ? super Throwable> action) {
            tellings.add(() -> action.accept(line.value(), null));
            return this;
          }
        };
    line.sendFrom(line.sender(), twice);
    assertEquals(1, tellings.size());
    tellings.get(0).run();
    assertSameBits(line.value(), line.take());
    MultiShotSender next = line.sender();
    TestThreads.catchingUncaught(tellings.get(0));
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(next, line.otherValue()));
    assertSameBits(line.otherValue(), line.take());
  }

  @Test
  void sendFrom_ofNullForAPrimitive_failsTheShotAndSaysSo() {
    if (!(line.value() instanceof Number
        || line.value() instanceof Boolean
        || line.value() instanceof Character)) {
      return; // a message or a reference
    }
    line.sendFrom(line.sender(), source);
    source.complete(null);
    String message =
        String.valueOf(
            assertInstanceOf(NullPointerException.class, line.receiver().failure()).getMessage());
    assertTrue(message.contains("null"), message);
    assertFalse(message.startsWith("Cannot invoke"), "the virtual machine's own: " + message);
  }

  @Test
  void sendFrom_ofNoSource_isRefusedAndLeavesTheSender() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(told::incrementAndGet);
    assertThrows(NullPointerException.class, () -> line.sendFrom(sender, nothing()));
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what no caller should pass
  private static <T> T nothing() {
    return null;
  }
}
