package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a receiver's owner ends a shot whose outcome is there, beside the handler that waits. */
enum OwnerEnd {
  TAKE {
    @Override
    @Nullable MultiShotSender end(Line line) {
      line.take();
      return null;
    }

    @Override
    boolean fits(Outcome outcome) {
      return outcome == Outcome.VALUE;
    }
  },
  TAKE_WHAT_A_GROUP_HAS_FOUND {
    @Override
    @Nullable MultiShotSender end(Line line) {
      assertEquals(0, ReceiverGroup.of(line.receiver()).pollAny());
      line.take();
      return null;
    }

    @Override
    boolean fits(Outcome outcome) {
      return outcome == Outcome.VALUE;
    }
  },
  RECEIVE {
    @Override
    @Nullable MultiShotSender end(Line line) {
      receive(line::receive);
      return null;
    }
  },
  RECEIVE_WITHIN_A_TIME {
    @Override
    @Nullable MultiShotSender end(Line line) {
      receive(() -> line.receive(1, TimeUnit.NANOSECONDS));
      return null;
    }
  },
  RECEIVE_UNINTERRUPTIBLY {
    @Override
    @Nullable MultiShotSender end(Line line) {
      receive(line::receiveUninterruptibly);
      return null;
    }
  },
  DROP {
    @Override
    @Nullable MultiShotSender end(Line line) {
      assertTrue(line.receiver().drop());
      return null;
    }
  },
  ARM {
    @Override
    @Nullable MultiShotSender end(Line line) {
      return line.sender();
    }
  },
  TRY_TO_ARM {
    @Override
    @Nullable MultiShotSender end(Line line) {
      return line.trySender();
    }
  },
  RENEW {
    @Override
    @Nullable MultiShotSender end(Line line) {
      return line.renew();
    }
  },
  CLOSE {
    @Override
    @Nullable MultiShotSender end(Line line) {
      line.receiver().close();
      return null;
    }
  };

  /** Ends the shot; returns the sender of the next one, if that is armed by it. */
  abstract @Nullable MultiShotSender end(Line line);

  boolean fits(Outcome outcome) {
    return true;
  }

  private interface Receive {
    @Nullable Object apply() throws Exception;
  }

  /** Receives whatever the outcome is. */
  private static void receive(Receive receive) {
    try {
      receive.apply();
    } catch (CompletionException | DisconnectedException outcome) {
      // an outcome as good as a value
    } catch (Exception unexpected) {
      throw new AssertionError(unexpected);
    }
  }
}
