package io.multishot.processor.misuse;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.WhileLoopTree;
import org.jspecify.annotations.Nullable;

/**
 * Loops: a first round, and then all later ones with what holds on every way round. What is misuse
 * in every later round is told, though it may be none in the first.
 */
final class Loops {

  /** What leads to a further round, and what leads out of the loop. */
  private record Round(State again, State out) {}

  /** More than that for the knowledge of one loop to settle is not worth the time. */
  private static final int MOST_REPETITIONS = 40;

  private final Analysis analysis;

  Loops(Analysis analysis) {
    this.analysis = analysis;
  }

  void run(StatementTree loop) {
    analysis.scopes.enter(Scopes.Kind.LOOP, loop);
    Round first = round(loop);
    State out = first.out();
    if (first.again().isReachable() && !Singles.isOneRound(loop, analysis.attributed)) {
      analysis.enterRepetition();
      out = State.join(out, repeat(loop, first.again()));
      analysis.leaveRepetition();
    }
    analysis.scopes.leave();
    analysis.flow.goOn(out);
  }

  private State repeat(StatementTree loop, State from) {
    Flow flow = analysis.flow;
    State head = from;
    for (int i = 0; i < MOST_REPETITIONS; i++) {
      Flow.Mark mark = flow.mark();
      var before = analysis.findings.begin();
      flow.goOn(head);
      Round round = round(loop);
      State next = State.join(head, round.again());
      if (next.isEquivalent(head)) {
        analysis.findings.keep(before);
        return round.out();
      }
      analysis.findings.forget(before);
      flow.reset(mark);
      head = next;
    }
    throw new Budget.ExhaustedException();
  }

  private Round round(StatementTree loop) {
    if (loop instanceof DoWhileLoopTree doLoop) {
      return round(doLoop);
    }
    Flow flow = analysis.flow;
    Conditions.Outcome outcome;
    StatementTree body;
    if (loop instanceof WhileLoopTree whileLoop) {
      outcome = evaluate(whileLoop.getCondition());
      flow.goOn(outcome.whenTrue());
      body = whileLoop.getStatement();
    } else if (loop instanceof ForLoopTree forLoop) {
      outcome = evaluate(forLoop.getCondition());
      flow.goOn(outcome.whenTrue());
      body = forLoop.getStatement();
    } else {
      EnhancedForLoopTree forEach = (EnhancedForLoopTree) loop;
      analysis.runOther(null, null);
      outcome = new Conditions.Outcome(flow.state(), flow.state());
      analysis.expressions.declare(forEach.getVariable());
      body = forEach.getStatement();
    }
    analysis.scan(body);
    flow.goOn(State.join(flow.state(), flow.arrive(Flow.Exit.CONTINUE, loop)));
    if (loop instanceof ForLoopTree forLoop) {
      analysis.scan(forLoop.getUpdate());
    }
    return new Round(
        flow.state(), State.join(outcome.whenFalse(), flow.arrive(Flow.Exit.BREAK, loop)));
  }

  private Round round(DoWhileLoopTree loop) {
    Flow flow = analysis.flow;
    analysis.scan(loop.getStatement());
    flow.goOn(State.join(flow.state(), flow.arrive(Flow.Exit.CONTINUE, loop)));
    Conditions.Outcome outcome = evaluate(loop.getCondition());
    return new Round(
        outcome.whenTrue(), State.join(outcome.whenFalse(), flow.arrive(Flow.Exit.BREAK, loop)));
  }

  private Conditions.Outcome evaluate(@Nullable ExpressionTree condition) {
    return condition == null
        ? new Conditions.Outcome(analysis.flow.state(), State.UNREACHABLE)
        : analysis.conditions.evaluate(condition);
  }
}
