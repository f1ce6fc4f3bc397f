package io.multishot.processor.misuse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.UnaryTree;
import javax.lang.model.element.VariableElement;
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
      default -> {
        analysis.scan(plain);
        yield simple(plain);
      }
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

  private Outcome simple(ExpressionTree tree) {
    State here = analysis.flow.state();
    Object constant = constant(tree);
    return new Outcome(
        Boolean.FALSE.equals(constant) ? State.UNREACHABLE : here,
        Boolean.TRUE.equals(constant) ? State.UNREACHABLE : here);
  }

  private @Nullable Object constant(ExpressionTree tree) {
    if (tree instanceof LiteralTree literal) {
      return literal.getValue();
    }
    return analysis.attributed.element(tree) instanceof VariableElement variable
        ? variable.getConstantValue()
        : null;
  }
}
