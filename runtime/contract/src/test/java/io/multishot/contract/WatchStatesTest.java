package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to an abandon waker gives what {@code HANDLERS.md} says. */
@Tag("production")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WatchStatesTest {

  private static PhaseTable<WatchPosition> table() {
    return new PhaseTable<WatchPosition>("Abandon wakers")
        .with("onAbandoned(waker)", WatchPosition::onAbandoned)
        .with("sendFrom(future)", WatchPosition::sendFrom)
        .with("send(value)", WatchPosition::send)
        .with("close()", WatchPosition::closeSender)
        .with("the source completes", WatchPosition::completeSource, WatchPosition::isLeft)
        .with("renew()", WatchPosition::renew, WatchPosition::isOwned)
        .with("the receiver claims it", WatchPosition::claim, WatchPosition::isSuspended)
        .with("the waker sends", WatchPosition::sendInside, WatchPosition::isInWaker)
        .with("the waker ends", WatchPosition::goOn, WatchPosition::isInWaker);
  }

  @Test
  void event_inEachState_givesWhatTheTableSays() {
    table().play(WatchPosition::new);
  }

  @Test
  void table_hasEveryState() {
    assertEquals(Set.of("none", "watched", "leased", "running"), table().phases());
  }
}
