package io.multishot.processor.misuse;

import io.multishot.processor.misuse.Program.Act;
import io.multishot.processor.misuse.Program.And;
import io.multishot.processor.misuse.Program.Atom;
import io.multishot.processor.misuse.Program.Condition;
import io.multishot.processor.misuse.Program.If;
import io.multishot.processor.misuse.Program.Jump;
import io.multishot.processor.misuse.Program.JumpKind;
import io.multishot.processor.misuse.Program.Labeled;
import io.multishot.processor.misuse.Program.Loop;
import io.multishot.processor.misuse.Program.LoopKind;
import io.multishot.processor.misuse.Program.Not;
import io.multishot.processor.misuse.Program.Or;
import io.multishot.processor.misuse.Program.Sequence;
import io.multishot.processor.misuse.Program.Statement;
import io.multishot.processor.misuse.Program.Switch;
import io.multishot.processor.misuse.Program.Throw;
import io.multishot.processor.misuse.Program.Try;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs a body once, as the language does, over objects that obey the contract to the letter. */
final class ProgramRunner {

  /** An exception of the body: {@code RuntimeException}, or an error. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;
    final boolean isError;

    Thrown(boolean isError) {
      super("", null, false, false);
      this.isError = isError;
    }
  }

  /** Ends a run that takes too long; nothing in the body sees it. */
  static final class TooLongException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLongException() {
      super("", null, false, false);
    }
  }

  private static final int MOST_STEPS = 120;
  private static final Jump NORMAL = new Jump(JumpKind.RETURN, "normal");

  private final Choices choices;
  private final Arrivals arrivals;
  private final ProgramObjects objects = new ProgramObjects();
  private final Map<Loop, Integer> rounds = new HashMap<>();
  private int guards;
  private int steps;

  ProgramRunner(Choices choices, Arrivals arrivals) {
    this.choices = choices;
    this.arrivals = arrivals;
  }

  void run(Statement body) {
    try {
      statement(body);
    } catch (Thrown | TooLongException e) {
      // the body ends so
    }
  }

  /** Runs a statement, and returns how it is left. */
  private Jump statement(Statement statement) {
    if (statement instanceof Act act) {
      act(act);
      return NORMAL;
    }
    if (statement instanceof Sequence sequence) {
      for (Statement part : sequence.statements()) {
        Jump jump = statement(part);
        if (!jump.equals(NORMAL)) {
          return jump;
        }
      }
      return NORMAL;
    }
    if (statement instanceof If choice) {
      Statement chosen = condition(choice.condition()) ? choice.then() : choice.otherwise();
      return chosen == null ? NORMAL : statement(chosen);
    }
    if (statement instanceof Loop loop) {
      return loop(loop);
    }
    if (statement instanceof Labeled labeled) {
      return broken(statement(labeled.body()), labeled.label());
    }
    if (statement instanceof Jump jump) {
      return jump;
    }
    if (statement instanceof Throw) {
      throw new Thrown(false);
    }
    return statement instanceof Try guarded ? guarded(guarded) : choice((Switch) statement);
  }

  private static Jump broken(Jump jump, String label) {
    return jump.kind() == JumpKind.BREAK && jump.label().equals(label) ? NORMAL : jump;
  }

  private Jump loop(Loop loop) {
    for (int round = 1; ; round++) {
      step();
      rounds.put(loop, round);
      boolean isFirst = loop.kind == LoopKind.WHILE || loop.kind == LoopKind.FOR;
      if (isFirst && !condition(Objects.requireNonNull(loop.condition))) {
        return NORMAL;
      }
      Jump jump = statement(Objects.requireNonNull(loop.body));
      boolean isContinued = jump.kind() == JumpKind.CONTINUE && jump.label().equals(loop.label);
      if (!jump.equals(NORMAL) && !isContinued) {
        return broken(jump, loop.label);
      }
      if (loop.update != null) {
        act(loop.update);
      }
      if (loop.kind == LoopKind.DO && !condition(Objects.requireNonNull(loop.condition))) {
        return NORMAL;
      }
    }
  }

  private Jump choice(Switch choice) {
    int count = choice.cases().size();
    int chosen = choices.choose(choice.hasDefault() ? count : count + 1);
    for (int i = chosen; i < count; i++) {
      Jump jump = statement(choice.cases().get(i));
      if (!jump.equals(NORMAL) || choice.isRule()) {
        return broken(jump, choice.label());
      }
    }
    return NORMAL;
  }

  private Jump guarded(Try guarded) {
    Jump jump;
    int outer = guards;
    guards += guarded.last() == null ? 0 : 1;
    try {
      jump = caught(guarded);
    } catch (Thrown thrown) {
      guards = outer;
      if (guarded.last() != null) {
        Jump last = statement(guarded.last());
        if (!last.equals(NORMAL)) {
          return last;
        }
      }
      throw thrown;
    }
    guards = outer;
    if (guarded.last() != null) {
      Jump last = statement(guarded.last());
      return last.equals(NORMAL) ? jump : last;
    }
    return jump;
  }

  private Jump caught(Try guarded) {
    guards++;
    try {
      return guarded.resource().isEmpty() ? statement(guarded.body()) : withResource(guarded);
    } catch (Thrown thrown) {
      if (guarded.handler() == null || (thrown.isError && !guarded.isBroad())) {
        throw thrown;
      }
      guards--;
      try {
        return statement(guarded.handler());
      } finally {
        guards++;
      }
    } finally {
      guards--;
    }
  }

  private Jump withResource(Try guarded) {
    objects.shot(guarded.resource(), guarded.shot()); // throws if that is null
    arrivals.count(guarded.site(), rounds, objects.isConsumed(guarded.shot()));
    try {
      return statement(guarded.body());
    } finally {
      objects.closeShot(guarded.resource());
    }
  }

  private boolean condition(Condition condition) {
    if (condition instanceof Atom atom) {
      act(atom.act());
      return choices.choose(2) == 0;
    }
    if (condition instanceof Not not) {
      return !condition(not.of());
    }
    if (condition instanceof And and) {
      return condition(and.left()) && condition(and.right());
    }
    Or or = (Or) condition;
    return condition(or.left()) || condition(or.right());
  }

  private void act(Act act) {
    step();
    Boolean broken = objects.isMisuse(act);
    if (broken == null) {
      throw new Thrown(false); // the variable is null
    }
    arrivals.count(act.site(), rounds, broken);
    boolean throwsBefore = guards > 0 && choices.rarely();
    if (throwsBefore) {
      throw new Thrown(choices.choose(2) == 0);
    }
    boolean isArmed = act.action() != Program.Action.TRY_ARM || choices.choose(2) == 0;
    ProgramObjects.@Nullable Held result = objects.run(act, isArmed);
    if (guards > 0 && choices.rarely()) {
      throw new Thrown(choices.choose(2) == 0);
    }
    objects.assign(act, result);
  }

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new TooLongException();
    }
  }
}
