package io.multishot.faults.trial;

import io.multishot.faults.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A call's operations at the end of a stack. */
public final class CallStackDepth extends CellDepth {

  /** Not those that another thread has to end, or to which a future keeps what is thrown. */
  private static final Set<CallOperation> OPERATIONS =
      EnumSet.complementOf(
          EnumSet.of(
              CallOperation.CALL,
              CallOperation.RECEIVE,
              CallOperation.AWAIT_REQUEST,
              CallOperation.COMPLETE_THE_SOURCE));

  /**
   * @param stackSize of each thread, in bytes; 0 for the virtual machine's own
   */
  public CallStackDepth(long stackSize, Consumer<Violation> found) {
    super(stackSize, found);
  }

  /** Tries them in all states in which no thread is blocked. */
  public void exploreAll(List<String> kinds) throws InterruptedException {
    explore(kinds, CallStackDepth::cells);
  }

  private static List<Tried.Cell> cells(String kind) {
    boolean hasSeat = CallCampaign.hasSeat(kind);
    List<Tried.Cell> cells = new ArrayList<>();
    for (CallSituation situation : CallSituation.values()) {
      for (CallOperation operation : OPERATIONS) {
        if (!situation.hasThread() && (hasSeat || !situation.needsSeat())) {
          cells.add(new Tried.Cell(() -> new CallTrial(hasSeat, situation, operation), false));
        }
      }
    }
    return cells;
  }
}
