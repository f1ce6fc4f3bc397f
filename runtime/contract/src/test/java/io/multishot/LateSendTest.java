package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a receiver that has given up sees while a sender that began before that is still sending:
 * between its exchange, and its finding there that nobody wants the value.
 */
@Tag("production")
final class LateSendTest {

  private final Receiver receiver = new Receiver();
  private final Sender late = receiver.cell;

  @Test
  void poll_ofAClosedReceiverDuringALateSend_isDisconnected() {
    late.halfway = () -> assertEquals(Poll.DISCONNECTED, receiver.poll());
    sendLate(receiver::close);
    assertEquals(Poll.DISCONNECTED, receiver.poll());
  }

  @Test
  void tryArm_ofAClosedReceiverDuringALateSend_armsNothing() {
    late.halfway = () -> assertFalse(receiver.tryArm(receiver.cell()));
    sendLate(receiver::close);
    assertFalse(receiver.tryArm(receiver.cell()));
  }

  @Test
  void dropAndClose_ofAClosedReceiverDuringALateSend_changeNothing() {
    late.halfway =
        () -> {
          assertFalse(receiver.drop());
          receiver.close();
        };
    sendLate(receiver::close);
    assertTrue(receiver.toString().endsWith("[closed]"), receiver.toString());
  }

  @Test
  void poll_ofARenewedReceiverDuringALateSend_isPending() {
    late.halfway = () -> assertEquals(Poll.PENDING, receiver.poll());
    sendLate(
        () -> {
          receiver.abandonSender();
          receiver.arm(receiver.cell());
        });
    assertEquals(Poll.PENDING, receiver.poll());
  }

  private void sendLate(Runnable giveUp) {
    receiver.arm(receiver.cell());
    assertTrue(late.begin());
    giveUp.run();
    assertFalse(late.publish());
    assertTrue(late.wasHalfway);
    assertTrue(late.isAbandoned());
  }

  /** Lets the test look in when it clears what nobody wants. */
  private static final class Sender extends UnpaddedSender {
    private Runnable halfway = () -> {};
    private boolean wasHalfway;

    @Override
    protected void clear() {
      if (!wasHalfway && state() == this) {
        wasHalfway = true;
        halfway.run();
      }
    }

    @Override
    protected boolean sendResult(@Nullable Object result) {
      throw new AssertionError("no future was given");
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
    protected void deliverValue(MultiShotHandler handler, boolean asView) {
      throw new AssertionError("no handler is registered");
    }

    @Override
    protected @Nullable Object valueFor(CompletableFuture<?> future) {
      throw new AssertionError("no future is registered");
    }
  }
}
