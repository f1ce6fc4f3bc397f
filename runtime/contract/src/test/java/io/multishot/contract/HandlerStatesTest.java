package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.RawState;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a handler, in every phase, gives what {@code HANDLERS.md} says. */
@Tag("production")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HandlerStatesTest extends ChannelTest {

  HandlerStatesTest(Subject subject) {
    super(subject);
  }

  private PhaseTable<HandlerPosition> table() {
    return new PhaseTable<HandlerPosition>("Handlers")
        .with("onReceive(handler)", HandlerPosition::onReceive)
        .with("onReceive(handler, executor)", HandlerPosition::onReceiveBy)
        .with("renew(), onReceive(handler)", HandlerPosition::onReceiveNext)
        .with("renew(), onReceive(handler, executor)", HandlerPosition::onReceiveNextBy)
        .with("withdraw()", HandlerPosition::withdraw)
        .with("take()", HandlerPosition::take)
        .with("drop()", HandlerPosition::drop)
        .with("renew()", HandlerPosition::renew)
        .with("close()", HandlerPosition::closeReceiver)
        .with("send(value)", HandlerPosition::send, HandlerPosition::isLive)
        .with("the sender wakes", HandlerPosition::wake, HandlerPosition::isUnwoken)
        .with("execute returns", HandlerPosition::executeReturns, HandlerPosition::isInExecute)
        .with("execute throws", HandlerPosition::executeThrows, HandlerPosition::isInExecute)
        .with(
            "the dispatcher runs it",
            HandlerPosition::runByDispatcher,
            HandlerPosition::isInExecute)
        .with("another thread runs it", HandlerPosition::runByAnother, HandlerPosition::hasTask)
        .with("the handler ends", HandlerPosition::handlerEnds, HandlerPosition::isInHandler)
        .with("a used task is run", HandlerPosition::runUsed)
        .with("a refused task is run", HandlerPosition::runRefused)
        .with("a task cast off is run", HandlerPosition::runCastOff)
        .with("a late sender wakes", HandlerPosition::wakeLate);
  }

  @Test
  void event_inEachPhase_givesWhatTheTableSays() {
    table().play(() -> new HandlerPosition(subject));
  }

  @Test
  void table_hasEveryPhase() {
    assertEquals(Set.copyOf(RawState.phases()), table().phases());
  }
}
