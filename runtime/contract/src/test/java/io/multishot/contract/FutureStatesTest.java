package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a future of a shot gives what {@code HANDLERS.md} says. */
@Tag("production")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FutureStatesTest {

  private static PhaseTable<FuturePosition> table() {
    return new PhaseTable<FuturePosition>("Futures")
        .with("send(value)", FuturePosition::send, FuturePosition::isLive)
        .with("the sender wakes", FuturePosition::wake, FuturePosition::isUnwoken)
        .with("complete(another)", FuturePosition::complete)
        .with("completeExceptionally(failure)", FuturePosition::completeExceptionally)
        .with("cancel(true)", FuturePosition::cancel)
        .with("obtrudeValue(another)", FuturePosition::obtrude)
        .with("withdraw()", FuturePosition::withdraw)
        .with("renew()", FuturePosition::renew)
        .with("close()", FuturePosition::closeReceiver)
        .with("whoever has stopped goes on", FuturePosition::goOn, FuturePosition::isStopped);
  }

  @Test
  void event_inEachPhase_givesWhatTheTableSays() {
    table().play(FuturePosition::new);
  }

  @Test
  void table_hasEveryPhase() {
    assertEquals(Set.of("PENDING", "CLAIMED", "SETTLED"), table().phases());
  }
}
