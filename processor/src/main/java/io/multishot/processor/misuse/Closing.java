package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;

/** What the end of a receiver, a slab or a shot does. */
final class Closing {

  private Closing() {}

  static State of(State state, Ref ref, Role role, Tree tree, String what) {
    if (state.end(ref) != null) {
      return state;
    }
    if (role == Role.SHOT && ref.role == Role.SENDER) {
      // Whoever was given the shot may have left it to a future: to take it back is right, then.
      return state.end(ref, End.by(Use.left(tree, what)));
    }
    Use use = Use.at(tree, what);
    if (role == Role.RECEIVER && ref.role == Role.RECEIVER) {
      return state.end(ref, End.by(use)).outdate(ref, use);
    }
    return role == Role.SLAB && ref.role == Role.SLAB ? state.end(ref, End.by(use)) : state;
  }
}
