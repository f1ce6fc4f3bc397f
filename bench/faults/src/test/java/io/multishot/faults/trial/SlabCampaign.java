package io.multishot.faults.trial;

import java.util.ArrayList;
import java.util.List;

/** A slab's shot. */
public final class SlabCampaign extends CellCampaign {

  /** Made by its class loader. */
  public SlabCampaign() {}

  @Override
  List<Tried.Cell> cells(String kind) {
    List<Tried.Cell> cells = new ArrayList<>();
    for (SlabSituation situation : SlabSituation.values()) {
      for (SlabOperation operation : SlabOperation.values()) {
        cells.add(
            new Tried.Cell(() -> new SlabTrial(kind, situation, operation), operation.waits()));
      }
    }
    return cells;
  }
}
