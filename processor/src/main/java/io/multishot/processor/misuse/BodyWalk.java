package io.multishot.processor.misuse;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a body in the order in which it runs, and leaves each kind of tree to whom knows it.
 * A kind that nobody knows is gone through part by part.
 */
final class BodyWalk extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final Analysis analysis;
  private final Flow flow;

  BodyWalk(Analysis analysis) {
    this.analysis = analysis;
    this.flow = analysis.flow;
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
    if (tree == null || !flow.isReachable()) {
      return null;
    }
    analysis.budget.step();
    return tree.accept(this, null);
  }

  @Override
  public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void p) {
    if (tree.getExpression() instanceof MethodInvocationTree call) {
      analysis.calls.call(call, true);
    } else {
      scan(tree.getExpression(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    analysis.calls.call(tree, false);
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
    analysis.references.refer(tree);
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    analysis.expressions.declare(tree);
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void p) {
    analysis.expressions.value(tree);
    return null;
  }

  @Override
  public @Nullable Void visitConditionalExpression(
      ConditionalExpressionTree tree, @Nullable Void p) {
    analysis.expressions.value(tree);
    return null;
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void p) {
    analysis.switches.value(tree);
    return null;
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void p) {
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      flow.goOn(analysis.conditions.evaluate(tree).joined());
      return null;
    }
    analysis.constants.binary(tree);
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void p) {
    switch (tree.getKind()) {
      case LOGICAL_COMPLEMENT -> flow.goOn(analysis.conditions.evaluate(tree).joined());
      case PREFIX_INCREMENT, POSTFIX_INCREMENT -> analysis.constants.count(tree, 1);
      case PREFIX_DECREMENT, POSTFIX_DECREMENT -> analysis.constants.count(tree, -1);
      default -> scan(tree.getExpression(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void p) {
    analysis.constants.compound(tree);
    return null;
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void p) {
    Ref ref = analysis.expressions.value(tree.getExpression());
    if (tree.getPattern() instanceof BindingPatternTree binding) {
      analysis.expressions.bind(binding.getVariable(), ref);
    } else {
      scan(tree.getPattern(), null);
    }
    return null;
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, @Nullable Void p) {
    Conditions.Outcome outcome = analysis.conditions.evaluate(tree.getCondition());
    flow.goOn(outcome.whenTrue());
    scan(tree.getThenStatement(), null);
    State then = flow.state();
    flow.goOn(outcome.whenFalse());
    scan(tree.getElseStatement(), null);
    flow.goOn(State.join(then, flow.state()));
    return null;
  }

  /** It may not run at all. */
  @Override
  public @Nullable Void visitAssert(AssertTree tree, @Nullable Void p) {
    State disabled = flow.state();
    Conditions.Outcome outcome = analysis.conditions.evaluate(tree.getCondition());
    flow.goOn(outcome.whenFalse());
    scan(tree.getDetail(), null);
    flow.mayThrow();
    flow.goOn(State.join(disabled, outcome.whenTrue()));
    return null;
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void p) {
    return loop(tree);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void p) {
    return loop(tree);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void p) {
    scan(tree.getInitializer(), null);
    return loop(tree);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void p) {
    scan(tree.getExpression(), null);
    return loop(tree);
  }

  private @Nullable Void loop(StatementTree tree) {
    analysis.loops.run(tree);
    return null;
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
    analysis.tries.run(tree);
    return null;
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void p) {
    analysis.switches.run(tree);
    return null;
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, @Nullable Void p) {
    analysis.switches.end(analysis.scopes.yieldTarget(), tree.getValue());
    return null;
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void p) {
    StatementTree statement = analysis.scopes.enter(tree);
    scan(tree.getStatement(), null);
    analysis.scopes.leave();
    flow.goOn(State.join(flow.state(), flow.arrive(Flow.Exit.BREAK, statement)));
    return null;
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, @Nullable Void p) {
    flow.jump(Flow.Exit.BREAK, analysis.scopes.breakTarget(tree.getLabel()));
    return null;
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void p) {
    flow.jump(Flow.Exit.CONTINUE, analysis.scopes.continueTarget(tree.getLabel()));
    return null;
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void p) {
    scan(tree.getExpression(), null);
    flow.jump(Flow.Exit.RETURN, null);
    return null;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void p) {
    scan(tree.getExpression(), null);
    flow.mayThrow();
    flow.goOn(State.UNREACHABLE);
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    analysis.bodies.lambda(tree);
    return null;
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    scan(tree.getClassBody(), null);
    analysis.runOther(analysis.attributed.element(tree), null);
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    analysis.bodies.members(tree);
    return null;
  }
}
