package io.multishot.faults.trial;

import io.multishot.faults.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A slab's operations at the end of a stack. */
public final class SlabStackDepth extends CellDepth {

  /**
   * Not those that another thread has to end, or that are one of the others with a loop; nor one
   * that the JDK or an executor calls, which keeps to itself what that throws.
   */
  private static final Set<SlabOperation> OPERATIONS =
      EnumSet.complementOf(
          EnumSet.of(
              SlabOperation.AWAIT,
              SlabOperation.COMPLETE_THE_SOURCE,
              SlabOperation.RUN_TASK,
              SlabOperation.RECEIVE,
              SlabOperation.RECEIVE_UNINTERRUPTIBLY,
              SlabOperation.FOR_EACH_PENDING,
              SlabOperation.IN_FLIGHT,
              SlabOperation.TO_STRING));

  /** Those that a build has time for. */
  private static final Set<SlabSituation> SOME =
      EnumSet.of(
          SlabSituation.ARMED,
          SlabSituation.WAKER,
          SlabSituation.HANDLER,
          SlabSituation.HANDLER_WITH_A_QUEUE,
          SlabSituation.FUTURE,
          SlabSituation.VALUE,
          SlabSituation.FAILED);

  private static final Set<SlabSituation> ALL =
      EnumSet.complementOf(EnumSet.of(SlabSituation.THREAD));

  /**
   * @param stackSize of each thread, in bytes; 0 for the virtual machine's own
   */
  public SlabStackDepth(long stackSize, Consumer<Violation> found) {
    super(stackSize, found);
  }

  /** Tries the operations in the main states. */
  public void exploreSome(List<String> kinds) throws InterruptedException {
    explore(kinds, kind -> cells(kind, SOME));
  }

  /** Tries them in all states in which no thread is blocked. */
  public void exploreAll(List<String> kinds) throws InterruptedException {
    explore(kinds, kind -> cells(kind, ALL));
  }

  private static List<Tried.Cell> cells(String kind, Set<SlabSituation> situations) {
    List<Tried.Cell> cells = new ArrayList<>();
    for (SlabSituation situation : situations) {
      for (SlabOperation operation : OPERATIONS) {
        cells.add(new Tried.Cell(() -> new SlabTrial(kind, situation, operation), false));
      }
    }
    return cells;
  }
}
