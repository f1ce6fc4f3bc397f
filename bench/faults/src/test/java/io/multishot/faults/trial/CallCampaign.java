package io.multishot.faults.trial;

import io.multishot.faults.Explorer;
import java.util.ArrayList;
import java.util.List;

/** A caller and its server. */
public final class CallCampaign extends CellCampaign {

  /** Made by its class loader. */
  public CallCampaign() {}

  /** Whether in a call of this kind the server has a seat. */
  static boolean hasSeat(String kind) {
    return kind.equals(Explorer.CALLS.get(1));
  }

  @Override
  List<Tried.Cell> cells(String kind) {
    boolean hasSeat = hasSeat(kind);
    List<Tried.Cell> cells = new ArrayList<>();
    for (CallSituation situation : CallSituation.values()) {
      for (CallOperation operation : CallOperation.values()) {
        if (hasSeat || !situation.needsSeat()) {
          cells.add(
              new Tried.Cell(
                  () -> new CallTrial(hasSeat, situation, operation), operation.waits()));
        }
      }
    }
    return cells;
  }
}
