package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the analysis of a body is: what holds here, and the ways that have left the statements
 * around it and are not at their ends yet.
 */
final class Flow {

  /** How a way leaves a statement. */
  enum Exit {
    BREAK,
    CONTINUE,
    YIELD,
    RETURN
  }

  /**
   * A way that leads out.
   *
   * @param target the statement that it ends or repeats; {@code null} for the whole body
   */
  record Jump(Exit exit, @Nullable Tree target, State state) {

    boolean isOf(Exit otherExit, @Nullable Tree otherTarget) {
      return exit == otherExit && target == otherTarget;
    }
  }

  /** All of a flow but what holds here, to go back to. */
  record Mark(State thrown, boolean isGuarded, List<Jump> jumps) {}

  private State state;

  /** What holds on all ways by which an exception leaves what is being guarded. */
  private State thrown = State.UNREACHABLE;

  /** Whether anything catches exceptions: otherwise they are not followed. */
  private boolean isGuarded;

  private List<Jump> jumps = new ArrayList<>();

  Flow(State state) {
    this.state = state;
  }

  State state() {
    return state;
  }

  boolean isReachable() {
    return state.isReachable();
  }

  /** Goes on with another state, that no exception is thrown in before the next change. */
  void goOn(State next) {
    state = next;
  }

  /** Changes what holds here; from now on exceptions find it so. */
  void change(State next) {
    state = next;
    mayThrow();
  }

  /** Has exceptions be thrown here. */
  void mayThrow() {
    if (isGuarded) {
      thrown = State.join(thrown, state);
    }
  }

  /** Has exceptions be thrown elsewhere. */
  void mayThrow(State from) {
    if (isGuarded) {
      thrown = State.join(thrown, from);
    }
  }

  /** Begins to follow exceptions, and returns what has been followed so far. */
  Mark guard() {
    Mark mark = new Mark(thrown, isGuarded, jumps);
    thrown = State.UNREACHABLE;
    isGuarded = true;
    jumps = new ArrayList<>();
    return mark;
  }

  /** Begins with a body that runs at some other time. */
  Mark enterBody() {
    Mark mark = guard();
    isGuarded = false;
    return mark;
  }

  /** Ends what {@link #guard} or {@link #enterBody} has begun; what it found is the caller's. */
  void leave(Mark mark) {
    thrown = mark.thrown;
    isGuarded = mark.isGuarded;
    jumps = mark.jumps;
  }

  /** Begins with what may have to be forgotten. */
  Mark mark() {
    return new Mark(thrown, isGuarded, List.copyOf(jumps));
  }

  /** Forgets what has left since {@link #mark}. */
  void reset(Mark mark) {
    thrown = mark.thrown;
    jumps = new ArrayList<>(mark.jumps);
  }

  /** What holds on the ways by which exceptions have left since {@link #guard}. */
  State thrown() {
    return thrown;
  }

  void resetThrown() {
    thrown = State.UNREACHABLE;
  }

  List<Jump> jumps() {
    return jumps;
  }

  /** Leaves by a jump. */
  void jump(Exit exit, @Nullable Tree target) {
    jump(exit, target, state);
    state = State.UNREACHABLE;
  }

  void jump(Exit exit, @Nullable Tree target, State from) {
    if (from.isReachable()) {
      jumps.add(new Jump(exit, target, from));
    }
  }

  /** Takes the ways that end here, and returns what holds on all of them. */
  State arrive(Exit exit, Tree target) {
    State arrived = State.UNREACHABLE;
    List<Jump> others = new ArrayList<>();
    for (Jump jump : jumps) {
      if (jump.isOf(exit, target)) {
        arrived = State.join(arrived, jump.state());
      } else {
        others.add(jump);
      }
    }
    jumps = others;
    return arrived;
  }
}
