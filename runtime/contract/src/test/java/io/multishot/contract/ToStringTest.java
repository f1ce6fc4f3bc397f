package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No description of a channel asks a user's object for its own. */
final class ToStringTest extends ChannelTest {

  private static final AtomicInteger ASKED = new AtomicInteger();

  ToStringTest(Subject subject) {
    super(subject);
    ASKED.set(0);
  }

  /** Whatever a user may give a channel, and nobody should ask anything. */
  private static final class Angry implements Waker, Executor, Handler {
    @Override
    public void wake() {}

    @Override
    public void execute(Runnable task) {}

    @Override
    public void received(@Nullable Object value) {}

    @Override
    public void failed(Throwable failure) {}

    @Override
    public String toString() {
      ASKED.incrementAndGet();
      throw new IllegalStateException("not now");
    }

    @Override
    public int hashCode() {
      ASKED.incrementAndGet();
      throw new IllegalStateException("not now");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      ASKED.incrementAndGet();
      throw new IllegalStateException("not now");
    }
  }

  /** A record tells its parts, and so the receiver that tells of it. */
  private record Session(MultiShotReceiver receiver) implements Waker {
    @Override
    public void wake() {}
  }

  private final Angry angry = new Angry();

  @Test
  void toString_withARegisteredWaker_namesItsClassOnly() {
    MultiShotSender sender = line.sender();
    line.poll(angry);
    assertDescribed(sender);
    assertTrue(line.receiver().toString().contains(Angry.class.getName()));
  }

  @Test
  void toString_withAWakerThatDescribesTheReceiver_doesNotRecurse() {
    MultiShotSender sender = line.sender();
    line.poll(new Session(line.receiver()));
    assertDescribed(sender);
    assertTrue(line.receiver().toString().contains(Session.class.getName()));
  }

  @Test
  void toString_withARegisteredHandler_callsNeitherItNorItsExecutor() {
    MultiShotSender sender = line.sender();
    line.onReceive(angry);
    assertDescribed(sender);
    assertTrue(line.receiver().withdraw());
    line.onReceive(angry, angry);
    assertDescribed(sender);
    assertTrue(line.send(sender, line.value()));
    assertDescribed(sender); // its task is in the executor's hands
  }

  @Test
  void toString_withAFuture_callsNoDependentOfIt() {
    MultiShotSender sender = line.sender();
    CompletableFuture<?> future = line.toFuture();
    future.whenComplete((value, failure) -> angry.wake()).isDone();
    assertDescribed(sender);
  }

  @Test
  void toString_withARegisteredGroup_doesNotCallItsWaker() {
    MultiShotSender sender = line.sender();
    ReceiverGroup group = ReceiverGroup.of(line.receiver(), LongChannel.open());
    assertEquals(ReceiverGroup.PENDING, group.pollAny(angry));
    assertDescribed(sender);
    assertFalse(group.toString().isEmpty());
    assertEquals(0, ASKED.get());
  }

  @Test
  void toString_withAnAbandonWaker_doesNotCallIt() {
    MultiShotSender sender = line.sender();
    sender.onAbandoned(angry);
    assertDescribed(sender);
    line.renew();
    assertDescribed(sender);
  }

  @Test
  void toString_withAFailure_doesNotCallIt() {
    for (Exception failure : Hostile.failures()) {
      MultiShotSender sender = line.sender();
      assertTrue(sender.fail(failure));
      assertDescribed(sender);
    }
  }

  @Test
  void toString_withAWaitingThread_doesNotCallItsToString() {
    MultiShotSender sender = line.sender();
    Thread waiting =
        new Thread(() -> assertFalse(String.valueOf(line.receiveUninterruptibly()).isEmpty())) {
          @Override
          public String toString() {
            ASKED.incrementAndGet();
            throw new IllegalStateException("not now");
          }
        };
    waiting.setDaemon(true);
    waiting.start();
    try {
      TestThreads.awaitParked(waiting);
      assertDescribed(sender);
      assertThrows(IllegalStateException.class, () -> line.poll(angry)); // a second waiter
      assertEquals(0, ASKED.get());
    } finally {
      line.send(sender, line.value());
    }
  }

  @Test
  void misuse_whileAUsersObjectIsRegistered_isReportedWithoutCallingIt() {
    MultiShotSender sender = line.sender();
    line.poll(angry);
    assertThrows(IllegalStateException.class, line::sender);
    assertThrows(IllegalStateException.class, line::take);
    assertTrue(line.receiver().withdraw());
    line.onReceive(angry, angry);
    assertThrows(IllegalStateException.class, () -> line.onReceive(angry));
    assertThrows(IllegalStateException.class, line::toFuture);
    assertThrows(IllegalStateException.class, line::receive);
    assertThrows(
        IllegalStateException.class, () -> ReceiverGroup.of(line.receiver()).pollAny(angry));
    assertTrue(line.send(sender, line.value()));
    assertThrows(IllegalStateException.class, () -> line.send(sender, line.value()));
    assertThrows(IllegalStateException.class, () -> sender.onAbandoned(angry));
    assertEquals(0, ASKED.get());
  }

  private void assertDescribed(MultiShotSender sender) {
    assertTrue(line.receiver().toString().contains("Channel$Receiver["));
    assertTrue(sender.toString().contains("Channel$Sender["));
    if (!sender.isAbandoned() && sender.toString().contains("armed")) {
      Shot shot = line.shot(sender);
      assertTrue(shot.toString().contains("Channel$Shot["));
    }
    assertFalse(ReceiverGroup.of(line.receiver()).toString().isEmpty());
    assertEquals(0, ASKED.get());
  }
}
