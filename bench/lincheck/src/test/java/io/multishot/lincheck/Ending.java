package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import java.util.concurrent.CompletionException;

/** The ways in which a sender ends its shot. */
enum Ending {
  SENDS(Poll.READY) {
    @Override
    void end(Channel.Sender sender) {
      sender.send(VALUE);
    }

    @Override
    void receiveFrom(Channel channel) throws InterruptedException {
      assertEquals(VALUE, channel.receive());
    }
  },

  FAILS(Poll.FAILED) {
    @Override
    void end(Channel.Sender sender) {
      sender.fail(new IllegalArgumentException());
    }

    @Override
    void receiveFrom(Channel channel) {
      assertThrows(CompletionException.class, channel::receive);
    }
  },

  CLOSES(Poll.DISCONNECTED) {
    @Override
    void end(Channel.Sender sender) {
      sender.close();
    }

    @Override
    void receiveFrom(Channel channel) {
      assertThrows(DisconnectedException.class, channel::receive);
    }
  };

  private static final long VALUE = 42;

  private final Poll outcome;

  Ending(Poll outcome) {
    this.outcome = outcome;
  }

  abstract void end(Channel.Sender sender);

  /** Waits for this outcome. */
  abstract void receiveFrom(Channel channel) throws InterruptedException;

  Poll outcome() {
    return outcome;
  }
}
