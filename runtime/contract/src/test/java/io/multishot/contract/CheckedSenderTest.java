package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static io.multishot.contract.OutcomeTest.assertSameBits;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Misuse;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** In checked mode a sender is of one shot, and tells who uses it in another. */
@Tag("checked")
final class CheckedSenderTest extends ChannelTest {

  CheckedSenderTest(Subject subject) {
    super(subject);
  }

  @Test
  void eachArming_returnsAnotherSender() {
    MultiShotSender first = line.sender();
    first.close();
    MultiShotSender second = line.sender();
    assertNotSame(first, second);
    second.close();
    MultiShotSender third = requireNonNull(line.trySender());
    assertNotSame(second, third);
    assertNotSame(third, line.renew());
  }

  @Test
  @SuppressWarnings("multishot") // what it tests
  void anyUse_anyNumberOfShotsLater_isToldAndTouchesNothing() {
    MultiShotSender stale = line.sender();
    line.send(stale, line.value());
    for (int later = 1; later <= 5; later++) {
      MultiShotSender current = line.sender();
      CompletableFuture<@Nullable Object> source = new CompletableFuture<>();
      List<Executable> uses =
          List.of(
              () -> line.send(stale, line.otherValue()),
              () -> stale.fail(new Exception()),
              stale::close,
              () -> line.sendFrom(stale, source),
              () -> line.shot(stale),
              () -> stale.onAbandoned(() -> {}));
      try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
        for (Executable use : uses) {
          assertMentions("this sender has sent", assertThrows(IllegalStateException.class, use));
          assertEquals(Poll.PENDING, line.poll());
        }
        assertEquals(Collections.nCopies(uses.size(), Misuse.Kind.SECOND_USE), recorder.kinds());
      }
      source.complete(line.otherValue());
      assertFalse(stale.isAbandoned());
      assertTrue(line.send(current, line.value()));
      assertSameBits(line.value(), line.take());
    }
  }

  @Test
  void secondUse_namesChannelAndShotAndTellsWhereTheFirstWas() {
    line.sender().close();
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    line.take();
    line.sender().close();
    IllegalStateException told =
        assertThrows(IllegalStateException.class, () -> line.send(sender, line.value()));
    String name = line.receiver().getClass().getName();
    assertMentions("shot 2 of " + name.substring(0, name.lastIndexOf('$')), told);
    Throwable used = requireNonNull(told.getCause(), "first use");
    assertMentions("first used here", used);
    Throwable armed = requireNonNull(used.getCause(), "arming");
    assertMentions("armed here", armed);
    assertNull(armed.getCause());
    for (Throwable place : List.of(used, armed)) {
      assertFalse(isOfTheRuntime(place.getStackTrace()[0]), place.getStackTrace()[0]::toString);
      assertTrue(
          List.of(place.getStackTrace()).stream()
              .anyMatch(frame -> frame.getClassName().equals(CheckedSenderTest.class.getName())));
    }
  }

  private static boolean isOfTheRuntime(StackTraceElement frame) {
    return frame.getClassName().matches("io\\.multishot\\.[^.]*");
  }

  @Test
  void secondUse_ofAShotThatTookNoPlaces_tellsHowToSeeThem() {
    for (int shot = 0; shot < 1000; shot++) {
      line.sender().close();
    }
    MultiShotSender sender = line.sender();
    sender.close();
    IllegalStateException told =
        assertThrows(IllegalStateException.class, () -> line.send(sender, line.value()));
    assertNull(told.getCause());
    assertMentions("-Dio.multishot.checked=places", told);
  }

  @Test
  void send_thatThrowsBeforeAnythingHappened_leavesTheSenderOpen() {
    MultiShotSender sender = line.sender();
    assertThrows(NullPointerException.class, () -> sender.fail(nothing()));
    assertThrows(NullPointerException.class, () -> line.sendFrom(sender, nothing()));
    assertThrows(NullPointerException.class, () -> sender.onAbandoned(nothing()));
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what no caller should pass
  private static <T> T nothing() {
    return null;
  }

  @Test
  @SuppressWarnings("multishot") // what it tests
  void close_afterSendFrom_takesBackItsOwnShotOnly() {
    MultiShotSender first = line.sender();
    CompletableFuture<@Nullable Object> source = new CompletableFuture<>();
    line.sendFrom(first, source);
    first.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    MultiShotSender second = line.sender();
    line.sendFrom(second, new CompletableFuture<>());
    assertThrows(IllegalStateException.class, first::close);
    assertEquals(Poll.PENDING, line.poll());
    second.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  /** In production it ends the shot that the receiver has armed meanwhile. */
  @Test
  @SuppressWarnings("multishot") // what it tests
  void close_afterTheSourceHasEndedTheShotAndTheNextIsArmed_isTold() {
    MultiShotSender first = line.sender();
    line.sendFrom(first, CompletableFuture.completedFuture(line.value()));
    first.close();
    line.take();
    first.close();
    MultiShotSender second = line.sender();
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      IllegalStateException told = assertThrows(IllegalStateException.class, first::close);
      assertMentions("left to a future here", requireNonNull(told.getCause()));
      assertEquals(List.of(Misuse.Kind.SECOND_USE), recorder.kinds());
    }
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(second, line.value()));
  }

  /** In production it has a cell of its own: nobody is harmed. */
  @Test
  @SuppressWarnings("multishot") // what it tests
  void close_ofASenderWhoseShotWasAbandoned_isNotTold() {
    MultiShotSender sent = line.sender();
    MultiShotSender left = line.renew();
    CompletableFuture<@Nullable Object> source = new CompletableFuture<>();
    line.sendFrom(left, source);
    MultiShotSender last = line.renew();
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      assertFalse(line.send(sent, line.value()));
      sent.close();
      left.close();
      source.complete(line.value());
      left.close();
      assertEquals(List.of(), recorder.kinds());
    }
    assertTrue(line.send(last, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @Test
  void isAbandoned_isOfItsOwnShot() {
    MultiShotSender sent = line.sender();
    line.send(sent, line.value());
    MultiShotSender abandoned = line.sender();
    line.renew();
    assertFalse(sent.isAbandoned());
    assertTrue(abandoned.isAbandoned());
    assertFalse(line.send(abandoned, line.value()));
    assertTrue(abandoned.isAbandoned());
    assertThrows(IllegalStateException.class, () -> line.send(abandoned, line.value()));
  }

  @Test
  void shot_belongsToItsSendersShot() {
    MultiShotSender sender = line.sender();
    try (Shot shot = line.shot(sender)) {
      assertTrue(line.send(shot, line.value()));
      line.take();
      line.sender();
      assertToldOfShot(shot, "first used here");
    }
    assertEquals(Poll.PENDING, line.poll());
  }

  @Test
  void shot_leftToAFuture_isToldWhereItWas() {
    try (Shot shot = line.shot(line.sender())) {
      line.sendFrom(shot, new CompletableFuture<>());
      assertToldOfShot(shot, "left to a future here");
    }
    assertEquals(Poll.PENDING, line.poll());
  }

  private void assertToldOfShot(Shot shot, String where) {
    List<Executable> uses =
        List.of(
            () -> line.send(shot, line.value()),
            () -> shot.fail(new Exception()),
            () -> line.sendFrom(shot, new CompletableFuture<>()));
    try (MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      for (Executable use : uses) {
        IllegalStateException told = assertThrows(IllegalStateException.class, use);
        assertMentions(where, requireNonNull(told.getCause()));
        assertMentions("armed here", requireNonNull(told.getCause().getCause()));
      }
      assertEquals(Collections.nCopies(uses.size(), Misuse.Kind.SECOND_USE), recorder.kinds());
    }
  }

  @Test
  void sender_whileTheShotIsLive_tellsWhereItWasArmed() {
    MultiShotSender sender = line.sender();
    IllegalStateException told = assertThrows(IllegalStateException.class, line::sender);
    assertMentions("renew()", told);
    assertMentions("armed here", requireNonNull(told.getCause()));
    assertTrue(line.send(sender, line.value()));
  }

  @Test
  void twoThreadsInOneSender_areTold() throws Exception {
    // The first is held up by the waker of the abandonment, for which it waits.
    CountDownLatch isRunning = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    MultiShotSender sender = line.sender();
    sender.onAbandoned(
        () -> {
          isRunning.countDown();
          TestThreads.await(() -> mayEnd.getCount() == 0);
        });
    try (TestThreads threads = new TestThreads();
        MisuseRecorder recorder = new MisuseRecorder(line.receiver())) {
      threads.start(() -> line.renew());
      isRunning.await();
      Thread first = threads.start(() -> assertFalse(line.send(sender, line.value())));
      TestThreads.await(() -> isInside(first, "awaitRun"));
      assertMentions(
          "two threads",
          assertThrows(IllegalStateException.class, () -> line.send(sender, line.value())));
      assertThrows(IllegalStateException.class, sender::close);
      assertSame(Misuse.Kind.TWO_OWNERS, recorder.kinds().get(0));
      assertSame(Thread.currentThread(), recorder.found().get(0).thread());
      mayEnd.countDown();
    }
  }

  private static boolean isInside(Thread thread, String method) {
    return List.of(thread.getStackTrace()).stream()
        .anyMatch(frame -> frame.getMethodName().equals(method));
  }
}
