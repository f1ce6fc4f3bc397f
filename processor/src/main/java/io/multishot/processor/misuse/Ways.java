package io.multishot.processor.misuse;

import java.util.ArrayList;
import java.util.List;

/** The ways that lead out of a statement: to the next one, by an exception, by jumps. */
record Ways(State normal, State escaping, List<Flow.Jump> jumps) {

  Ways(State normal, State escaping, List<Flow.Jump> jumps) {
    this.normal = normal;
    this.escaping = escaping;
    this.jumps = merged(jumps);
  }

  /** Makes one way of all that have the same target. */
  private static List<Flow.Jump> merged(List<Flow.Jump> jumps) {
    List<Flow.Jump> merged = new ArrayList<>();
    for (Flow.Jump jump : jumps) {
      int index = indexOf(merged, jump);
      if (index < 0) {
        merged.add(jump);
      } else {
        State state = State.join(merged.get(index).state(), jump.state());
        merged.set(index, new Flow.Jump(jump.exit(), jump.target(), state));
      }
    }
    return List.copyOf(merged);
  }

  private static int indexOf(List<Flow.Jump> merged, Flow.Jump jump) {
    for (int i = 0; i < merged.size(); i++) {
      if (merged.get(i).isOf(jump.exit(), jump.target())) {
        return i;
      }
    }
    return -1;
  }

  int count() {
    return jumps.size() + (normal.isReachable() ? 1 : 0) + (escaping.isReachable() ? 1 : 0);
  }

  State joined() {
    State joined = State.join(normal, escaping);
    for (Flow.Jump jump : jumps) {
      joined = State.join(joined, jump.state());
    }
    return joined;
  }

  void leave(Flow flow) {
    flow.mayThrow(escaping);
    for (Flow.Jump jump : jumps) {
      flow.jump(jump.exit(), jump.target(), jump.state());
    }
    flow.goOn(normal);
    flow.mayThrow(); // what is around has not seen this state yet
  }
}
