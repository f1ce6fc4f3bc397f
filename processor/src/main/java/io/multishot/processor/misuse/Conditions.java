package io.multishot.processor.misuse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import org.jspecify.annotations.Nullable;

/** What holds after a condition, as it is true or false. */
final class Conditions {

  record Outcome(State whenTrue, State whenFalse) {

    @SuppressWarnings("ArgumentSelectionDefectChecker") // exchanged on purpose
    Outcome negated() {
      return new Outcome(whenFalse, whenTrue);
    }

    State joined() {
      return State.join(whenTrue, whenFalse);
    }
  }

  private final Analysis analysis;

  Conditions(Analysis analysis) {
    this.analysis = analysis;
  }

  Outcome evaluate(ExpressionTree tree) {
    if (!analysis.flow.isReachable()) {
      return new Outcome(State.UNREACHABLE, State.UNREACHABLE);
    }
    analysis.budget.step();
    ExpressionTree plain = Analysis.plain(tree);
    return switch (plain.getKind()) {
      case CONDITIONAL_AND -> and((BinaryTree) plain);
      case CONDITIONAL_OR -> or((BinaryTree) plain);
      case LOGICAL_COMPLEMENT -> evaluate(((UnaryTree) plain).getExpression()).negated();
      case CONDITIONAL_EXPRESSION -> choose((ConditionalExpressionTree) plain);
      default -> simple(analysis.expressions.value(tree));
    };
  }

  private Outcome and(BinaryTree tree) {
    Outcome left = evaluate(tree.getLeftOperand());
    analysis.flow.goOn(left.whenTrue());
    Outcome right = evaluate(tree.getRightOperand());
    return new Outcome(right.whenTrue(), State.join(left.whenFalse(), right.whenFalse()));
  }

  private Outcome or(BinaryTree tree) {
    Outcome left = evaluate(tree.getLeftOperand());
    analysis.flow.goOn(left.whenFalse());
    Outcome right = evaluate(tree.getRightOperand());
    return new Outcome(State.join(left.whenTrue(), right.whenTrue()), right.whenFalse());
  }

  private Outcome choose(ConditionalExpressionTree tree) {
    Outcome condition = evaluate(tree.getCondition());
    analysis.flow.goOn(condition.whenTrue());
    Outcome one = evaluate(tree.getTrueExpression());
    analysis.flow.goOn(condition.whenFalse());
    Outcome other = evaluate(tree.getFalseExpression());
    return new Outcome(
        State.join(one.whenTrue(), other.whenTrue()),
        State.join(one.whenFalse(), other.whenFalse()));
  }

  private Outcome simple(@Nullable Ref condition) {
    State here = analysis.flow.state();
    Object constant = analysis.constants.value(condition);
    return new Outcome(
        Boolean.FALSE.equals(constant) ? State.UNREACHABLE : here,
        Boolean.TRUE.equals(constant) ? State.UNREACHABLE : here);
  }
}
