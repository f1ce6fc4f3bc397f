package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.fixtures.HeldReference;

/** Who clears a payload that is a reference, and when it is nobody's any more. */
final class ReferenceScenarios {

  private static final HeldReference HELD = new HeldReference(ReferenceChannel.Sender.class);

  private ReferenceScenarios() {}

  static Scenario closesWhileSending() {
    return subject -> {
      ReferenceChannel.Receiver receiver = ReferenceChannel.open();
      ReferenceChannel.Sender sender = receiver.sender();
      Opponent opponent = Opponent.starts(() -> sender.send(new Object()));
      receiver.close();
      opponent.finish();
      assertNull(HELD.of(sender));
    };
  }

  /** The sender that was abandoned may not clear what the next shot carries. */
  static Scenario renewsWhileSending() {
    return subject -> {
      ReferenceChannel.Receiver receiver = ReferenceChannel.open();
      ReferenceChannel.Sender stale = receiver.sender();
      Object next = new Object();
      Opponent opponent = Opponent.starts(() -> stale.send(new Object()));
      ReferenceChannel.Sender fresh = receiver.renew();
      assertTrue(fresh.send(next));
      assertSame(next, receiver.take());
      opponent.finish();
      assertNull(HELD.of(stale));
      assertNull(HELD.of(fresh));
    };
  }

  static Scenario armsWhileSending() {
    return subject -> {
      ReferenceChannel.Receiver receiver = ReferenceChannel.open();
      ReferenceChannel.Sender sender = receiver.sender();
      Opponent opponent = Opponent.starts(() -> assertTrue(sender.send(new Object())));
      if (receiver.trySender() == null) {
        opponent.finish();
        receiver.sender();
      }
      opponent.finish();
      assertNull(HELD.of(sender));
    };
  }
}
