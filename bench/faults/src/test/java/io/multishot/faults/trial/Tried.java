package io.multishot.faults.trial;

import io.multishot.faults.Breach;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** An operation in a state, run once; and what must hold afterwards. */
interface Tried extends Attempt {

  /**
   * A state and an operation.
   *
   * @param trials brings something into that state
   * @param waits whether the operation parks
   */
  record Cell(Supplier<? extends Tried> trials, boolean waits) {
    Tried enter() {
      return trials.get();
    }
  }

  /** The name of the state. */
  String situation();

  /** The name of the operation. */
  String operation();

  /** Whether the operation is possible in that state. */
  boolean isPrepared();

  /**
   * Finds out whether all is as promised.
   *
   * @param excuse whether user code was to fail there
   */
  void check(Invariants.Excuse excuse, BiConsumer<Breach, String> breaches);
}
