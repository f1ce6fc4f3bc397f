package io.multishot.faults;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Runs trials. Its implementations are loaded by an {@link InjectingLoader}. */
public interface Explorer {

  /** The kinds of channel. */
  List<String> CHANNELS = List.of("padded", "unpadded", "reference", "message", "record");

  /** The kinds of slab. */
  List<String> SLABS = List.of("slab of long", "slab of messages");

  /** How a call's requests get to the server. */
  List<String> CALLS = List.of("call by a queue", "call at a seat");

  /**
   * Runs the trials of a scope, each at each of its points.
   *
   * @param scope which
   * @param found is given what is not as the contract says
   */
  Summary explore(Scope scope, Consumer<Violation> found);

  /**
   * Which trials.
   *
   * @param channels of which kinds; or of slabs, or calls
   * @param allUses whether each is repeated with each way to use the open shot afterwards; by turns
   *     otherwise
   * @param faults what is thrown besides {@link Fault#OUT_OF_MEMORY}
   * @param isEnough whether to stop
   */
  record Scope(
      List<String> channels, boolean allUses, Set<Fault> faults, BooleanSupplier isEnough) {

    /** Everything, each with one use. */
    static Scope all() {
      return new Scope(CHANNELS, false, EnumSet.allOf(Fault.class), () -> false);
    }
  }

  /** Everything about slabs. */
  static Scope slabs() {
    return new Scope(SLABS, false, EnumSet.allOf(Fault.class), () -> false);
  }

  /** Everything about calls. */
  static Scope calls() {
    return new Scope(CALLS, false, EnumSet.allOf(Fault.class), () -> false);
  }

  /**
   * What was tried.
   *
   * @param cells channels times states times operations
   * @param points how many points they have
   * @param trials how many operations were run, each with what was thrown at one point
   * @param sites at which places in the code
   */
  record Summary(int cells, int points, int trials, Set<Site> sites) {

    @Override
    public String toString() {
      return "%d operations in states, %d points, %d trials, %d places in the code"
          .formatted(cells, points, trials, sites.size());
    }
  }
}
