package io.multishot.processor.misuse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;

/**
 * The bodies inside one another. One that runs at some other time begins with what is known where
 * it is written: the variables that it captures never change again, nor does what has ended begin
 * anew. What happens in it changes nothing outside.
 */
final class Bodies {

  private static final List<VariableTree> NO_PARAMETERS = List.of();

  private final Analysis analysis;

  Bodies(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Analyses a member of a class. */
  void member(Tree member) {
    if (member instanceof MethodTree method) {
      member(method.getModifiers(), method.getParameters(), method.getBody());
    } else if (member instanceof VariableTree field) {
      member(field.getModifiers(), NO_PARAMETERS, field.getInitializer());
    } else if (member instanceof BlockTree initializer) {
      body(NO_PARAMETERS, initializer);
    } else if (member instanceof ClassTree nested) {
      members(nested);
    }
  }

  /** Analyses a class inside code. */
  void members(ClassTree tree) {
    boolean isSuppressed = analysis.suppressions.areIn(tree.getModifiers());
    analysis.enterSuppressed(isSuppressed);
    State around = analysis.flow.state();
    analysis.flow.goOn(around.forgetFields());
    for (Tree member : tree.getMembers()) {
      member(member);
    }
    analysis.flow.goOn(around);
    analysis.leaveSuppressed(isSuppressed);
  }

  void lambda(LambdaExpressionTree tree) {
    boolean isHandler = ChannelTypes.isSlabHandler(analysis.attributed.type(tree));
    body(tree.getParameters(), isHandler, tree.getBody());
  }

  private void member(ModifiersTree modifiers, List<? extends VariableTree> parameters, Tree body) {
    boolean isSuppressed = analysis.suppressions.areIn(modifiers);
    analysis.enterSuppressed(isSuppressed);
    body(parameters, body);
    analysis.leaveSuppressed(isSuppressed);
  }

  private void body(List<? extends VariableTree> parameters, Tree body) {
    body(parameters, false, body);
  }

  private void body(List<? extends VariableTree> parameters, boolean isHandler, Tree body) {
    Flow flow = analysis.flow;
    State here = flow.state();
    Flow.Mark mark = flow.enterBody();
    for (VariableTree parameter : parameters) {
      analysis.expressions.declare(parameter);
    }
    analysis.ids.relate(parameters, isHandler);
    analysis.scan(body);
    flow.leave(mark);
    flow.goOn(here);
  }
}
