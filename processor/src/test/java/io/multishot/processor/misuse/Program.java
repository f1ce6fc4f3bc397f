package io.multishot.processor.misuse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body over senders, shots, receivers and views, callers, requests, slabs and ids, as trees. */
final class Program {

  /** A place in a body: what a warning names, and where arrivals are counted. */
  static final class Site {
    int line;

    /** The loops around, the outermost first. */
    final List<Loop> loops;

    Site(List<Loop> loops) {
      this.loops = List.copyOf(loops);
    }
  }

  sealed interface Statement permits Act, If, Loop, Labeled, Jump, Throw, Try, Switch, Sequence {}

  /** What is called in a statement or a condition. */
  enum Action {
    /** {@code c()}, of which nothing is known. */
    OPAQUE,
    SEND,
    FAIL,
    CLOSE,
    SEND_FROM,
    ON_ABANDONED,
    SHOT,
    SHOT_SEND,
    SHOT_FAIL,
    SHOT_SEND_FROM,
    SHOT_CLOSE,
    ARM,
    RENEW,
    TRY_ARM,
    ARM_STATEMENT,
    RENEW_STATEMENT,
    OPEN,
    CLOSE_RECEIVER,
    ALIAS,
    ALIAS_RECEIVER,
    TAKE,
    READ,
    ALIAS_VIEW,
    /** Of an id, by the slab that is the call's target. */
    ID_TAKE,
    ID_ABANDON,
    ID_LEAVE,
    ID_WITHDRAW,
    ID_POLL,
    ID_SEND,
    ALIAS_ID,
    ACQUIRE,
    CLOSE_SLAB,
    OPEN_SLAB,
    SERVE,
    CLOSE_REQUEST,
    /** {@code p(q)}: others are given a request, who may wait at it if it is a seat. */
    PASS_ON,
    ALIAS_REQUEST,
    ASK,
    ASK_STATEMENT,
    SEAT,
    CLOSE_CALLER,
    OPEN_CALLER;

    boolean isBoolean() {
      return this == OPAQUE
          || this == SEND
          || this == FAIL
          || this == SHOT_SEND
          || this == SHOT_FAIL
          || this == ID_SEND
          || this == SERVE;
    }
  }

  /**
   * A call.
   *
   * @param target the variable that is assigned, or that the call is of
   * @param source the variable that is assigned from, or that the call is of
   */
  record Act(Action action, String target, String source, Site site) implements Statement {}

  sealed interface Condition permits Atom, Not, And, Or {}

  record Atom(Act act) implements Condition {}

  record Not(Condition of) implements Condition {}

  record And(Condition left, Condition right) implements Condition {}

  record Or(Condition left, Condition right) implements Condition {}

  record Sequence(List<Statement> statements) implements Statement {}

  record If(Condition condition, Statement then, @Nullable Statement otherwise)
      implements Statement {}

  enum LoopKind {
    WHILE,
    DO,
    FOR,
    FOREVER
  }

  /** A loop; its parts are set once it is made, because the sites in them name it. */
  static final class Loop implements Statement {
    final LoopKind kind;
    final String label;
    @Nullable Condition condition;
    @Nullable Statement body;
    @Nullable Act update;

    Loop(LoopKind kind, String label) {
      this.kind = kind;
      this.label = label;
    }
  }

  record Labeled(String label, Statement body) implements Statement {}

  enum JumpKind {
    BREAK,
    CONTINUE,
    RETURN
  }

  record Jump(JumpKind kind, String label) implements Statement {}

  record Throw() implements Statement {}

  /**
   * A try statement.
   *
   * @param shot the sender of which the resource is the shot; empty without a resource
   * @param isBroad whether {@code Throwable} is caught
   */
  record Try(
      String shot,
      String resource,
      Site site,
      Statement body,
      @Nullable Statement handler,
      boolean isBroad,
      @Nullable Statement last)
      implements Statement {}

  record Switch(List<Statement> cases, boolean isRule, boolean hasDefault, String label)
      implements Statement {}

  private Program() {}
}
