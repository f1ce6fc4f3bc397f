package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A {@code Shot} can be left to a future as its sender can, and touches no other. */
final class ShotSendFromTest {

  private final LongChannel.Receiver receiver = LongChannel.open();
  private final CompletableFuture<Long> source = new CompletableFuture<>();

  // By name, because this compiles with channels that have no such method yet.
  private static void sendFrom(LongChannel.Shot shot, CompletionStage<Long> source) {
    try {
      LongChannel.Shot.class.getMethod("sendFrom", CompletionStage.class).invoke(shot, source);
    } catch (InvocationTargetException e) {
      Refusal.<RuntimeException>sneak(e.getTargetException());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Shot.sendFrom", e);
    }
  }

  @Test
  void sendFrom_inABlock_leavesTheShotToTheSource() {
    try (LongChannel.Shot shot = receiver.sender().shot()) {
      sendFrom(shot, source);
    }
    assertEquals(Poll.PENDING, receiver.poll());
    source.complete(7L);
    assertEquals(7, receiver.take());
  }

  @Test
  void sendFrom_ofASourceThatIsDone_sendsAtOnce() {
    try (LongChannel.Shot shot = receiver.sender().shot()) {
      sendFrom(shot, CompletableFuture.completedFuture(7L));
    }
    assertEquals(7, receiver.take());
  }

  @Test
  void sendFrom_ofAShotAbandonedLater_reachesNoLaterShot() {
    try (LongChannel.Shot shot = receiver.sender().shot()) {
      sendFrom(shot, source);
    }
    LongChannel.Sender next = receiver.renew();
    source.complete(7L);
    assertEquals(Poll.PENDING, receiver.poll());
    assertTrue(next.send(8));
    assertEquals(8, receiver.take());
  }

  @Test
  void sendFrom_ofAShotThatIsOver_isRefusedAndChangesNoLaterShot() {
    LongChannel.Sender sender = receiver.sender();
    LongChannel.Shot over = sender.shot();
    over.send(1);
    receiver.take();
    LongChannel.Sender next = receiver.sender();
    assertThrows(IllegalStateException.class, () -> sendFrom(over, source));
    source.complete(7L);
    assertEquals(Poll.PENDING, receiver.poll());
    assertTrue(next.send(8));
    assertEquals(8, receiver.take());
  }

  @Test
  void anyUse_afterSendFrom_isRefused() {
    LongChannel.Sender sender = receiver.sender();
    LongChannel.Shot shot = sender.shot();
    sendFrom(shot, source);
    for (Executable use :
        new Executable[] {
          () -> shot.send(1),
          () -> shot.fail(new Exception()),
          () -> sendFrom(shot, new CompletableFuture<>()),
          () -> sender.send(1),
          () -> sender.fail(new Exception())
        }) {
      assertThrows(IllegalStateException.class, use);
      assertEquals(Poll.PENDING, receiver.poll());
    }
    shot.close();
    source.complete(7L);
    assertEquals(7, receiver.take());
  }

  @Test
  void sendFrom_ofNull_failsTheShotAndSaysSo() {
    sendFrom(receiver.sender().shot(), source);
    source.complete(null);
    String message =
        String.valueOf(
            assertInstanceOf(NullPointerException.class, receiver.failure()).getMessage());
    assertTrue(message.contains("null"), message);
  }
}
