package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who clears a payload that is a reference, and when it is nobody's any more. */
final class ReferenceScenarios {

  private ReferenceScenarios() {}

  static Scenario closesWhileSending() {
    return subject -> {
      ReferenceChannel.Receiver receiver = ReferenceChannel.open();
      ReferenceChannel.Sender sender = receiver.sender();
      Opponent opponent = Opponent.starts(() -> sender.send(new Object()));
      receiver.close();
      opponent.finish();
      assertNull(HeldReference.of(sender));
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
      assertNull(HeldReference.of(stale));
      assertNull(HeldReference.of(fresh));
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
      assertNull(HeldReference.of(sender));
    };
  }
}
