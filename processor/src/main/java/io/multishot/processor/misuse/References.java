package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;

/**
 * Method references. Making one is no use, but it holds its object for good: if that is over
 * already, each call by the reference will be misuse, as in the body of a lambda.
 */
final class References {

  private final Analysis analysis;

  References(Analysis analysis) {
    this.analysis = analysis;
  }

  void refer(MemberReferenceTree tree) {
    ExpressionTree object = tree.getQualifierExpression();
    Ref target = analysis.expressions.value(object);
    End end = analysis.flow.state().end(target);
    if (target == null || end == null) {
      return;
    }
    if (target.role == Role.VIEW) {
      if (Calls.reads(tree.getName())) {
        analysis.tell(Problem.OUTDATED, tree, object, "view", end.use());
      }
      return;
    }
    Operation operation = analysis.operations.named(tree.getName());
    if (operation != null) {
      tell(tree, object, operation, target, end);
    }
  }

  private void tell(
      MemberReferenceTree tree, ExpressionTree object, Operation operation, Ref target, End end) {
    switch (analysis.types.role(analysis.attributed.type(object))) {
      case SENDER, REQUEST -> {
        if (SenderCalls.isMisuseOfSender(operation, end)) {
          analysis.tellConsumed(tree, object, target, end.use());
        }
      }
      case SHOT -> {
        if (SenderCalls.isMisuseOfShot(operation)) {
          analysis.tell(Problem.CONSUMED, tree, object, "shot", end.use());
        }
      }
      case RECEIVER -> {
        if (operation.armsOrFails()) {
          ReceiverCalls.tellClosed(analysis, operation, tree, object, end);
        }
      }
      case SLAB -> {
        if (operation == Operation.ACQUIRE) {
          analysis.tell(Problem.SLAB_CLOSED, tree, object, "slab", end.use());
        }
      }
      case VIEW, CONSTANT, SEAT, ID, NUMBER, NO_ID, NONE -> {}
    }
  }
}
