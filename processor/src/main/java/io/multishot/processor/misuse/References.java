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
      tell(tree, object, operation, end);
    }
  }

  private void tell(MemberReferenceTree tree, ExpressionTree object, Operation operation, End end) {
    switch (analysis.types.role(analysis.attributed.type(object))) {
      case SENDER -> {
        if (SenderCalls.isMisuseOfSender(operation, end)) {
          analysis.tell(Problem.CONSUMED, tree, object, "sender", end.use());
        }
      }
      case SHOT -> {
        if (SenderCalls.isMisuseOfShot(operation)) {
          analysis.tell(Problem.CONSUMED, tree, object, "shot", end.use());
        }
      }
      case RECEIVER -> {
        if (operation == Operation.SENDER || operation == Operation.RENEW) {
          analysis.tell(Problem.CLOSED, tree, object, "receiver", end.use());
        }
      }
      case SLAB -> {
        if (operation == Operation.ACQUIRE) {
          analysis.tell(Problem.SLAB_CLOSED, tree, object, "slab", end.use());
        }
      }
      case VIEW, CONSTANT, ID, NUMBER, NO_ID, NONE -> {}
    }
  }
}
