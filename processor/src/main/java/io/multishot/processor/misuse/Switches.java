package io.multishot.processor.misuse;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switch statements and expressions: each case begins with what holds after the selector. */
final class Switches {

  private final Analysis analysis;

  Switches(Analysis analysis) {
    this.analysis = analysis;
  }

  void run(SwitchTree tree) {
    Flow flow = analysis.flow;
    analysis.scan(tree.getExpression());
    analysis.scopes.enter(Scopes.Kind.SWITCH, tree);
    State unmatched = cases(tree, tree.getCases());
    analysis.scopes.leave();
    State out = State.join(flow.state(), flow.arrive(Flow.Exit.BREAK, tree));
    // An exhaustive one without a default is taken for one that may match nothing.
    flow.goOn(hasDefault(tree.getCases()) ? out : State.join(out, unmatched));
  }

  /** Runs a switch expression, and returns what it yields. */
  @Nullable Ref value(SwitchExpressionTree tree) {
    Flow flow = analysis.flow;
    analysis.scan(tree.getExpression());
    analysis.scopes.enter(Scopes.Kind.SWITCH_EXPRESSION, tree);
    cases(tree, tree.getCases());
    analysis.scopes.leave();
    flow.goOn(flow.arrive(Flow.Exit.YIELD, tree));
    return analysis.expressions.result(tree);
  }

  /** Ends a case of a switch expression with a value. */
  void end(@Nullable Tree target, ExpressionTree value) {
    Ref ref = analysis.expressions.value(value);
    Flow flow = analysis.flow;
    if (target != null) {
      flow.goOn(flow.state().bind(target, ref));
    }
    flow.jump(Flow.Exit.YIELD, target);
  }

  /** Runs all cases, and returns what holds where none matches. */
  private State cases(Tree tree, List<? extends CaseTree> cases) {
    Flow flow = analysis.flow;
    State unmatched = flow.state();
    flow.goOn(State.UNREACHABLE);
    for (CaseTree part : cases) {
      State fallen = flow.state();
      flow.goOn(unmatched);
      unmatched = match(part, unmatched);
      List<? extends StatementTree> statements = part.getStatements();
      if (part.getCaseKind() == CaseTree.CaseKind.RULE || statements == null) {
        rule(tree, part.getBody());
      } else {
        flow.goOn(State.join(flow.state(), fallen));
        analysis.scan(statements);
      }
    }
    return unmatched;
  }

  private void rule(Tree tree, @Nullable Tree body) {
    if (body instanceof ExpressionTree value && tree instanceof SwitchExpressionTree) {
      end(tree, value);
    } else {
      analysis.scan(body);
      if (tree instanceof SwitchTree) {
        analysis.flow.jump(Flow.Exit.BREAK, tree);
      }
    }
  }

  /** Binds what the labels bind, goes on with what holds in the case, and returns the rest. */
  private State match(CaseTree part, State unmatched) {
    for (Tree label : CaseLabels.labels(part)) {
      analysis.scan(label);
    }
    ExpressionTree guard = CaseLabels.guard(part);
    if (guard == null) {
      return unmatched;
    }
    Conditions.Outcome outcome = analysis.conditions.evaluate(guard);
    analysis.flow.goOn(outcome.whenTrue());
    return State.join(unmatched, outcome.whenFalse());
  }

  private static boolean hasDefault(List<? extends CaseTree> cases) {
    for (CaseTree part : cases) {
      if (CaseLabels.isDefault(part)) {
        return true;
      }
    }
    return false;
  }
}
