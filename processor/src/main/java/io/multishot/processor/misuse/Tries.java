package io.multishot.processor.misuse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Statements that guard: any point inside may throw, and resources are closed on every way out. */
final class Tries {

  private final Analysis analysis;

  Tries(Analysis analysis) {
    this.analysis = analysis;
  }

  void run(TryTree tree) {
    Flow flow = analysis.flow;
    Flow.Mark outer = flow.guard();
    guarded(tree, 0);
    State caught = flow.thrown();
    State normal = flow.state();
    State escaping = State.UNREACHABLE;
    boolean isAllCaught = false;
    for (CatchTree handler : tree.getCatches()) {
      flow.resetThrown();
      flow.goOn(afterTimeOut(tree, handler, caught));
      flow.mayThrow();
      analysis.scan(handler.getBlock());
      normal = State.join(normal, flow.state());
      escaping = State.join(escaping, flow.thrown());
      isAllCaught |= catchesAll(handler);
    }
    if (!isAllCaught) {
      escaping = State.join(escaping, caught);
    }
    List<Flow.Jump> jumps = flow.jumps();
    flow.leave(outer);
    Ways ways = new Ways(normal, escaping, jumps);
    BlockTree last = tree.getFinallyBlock();
    if (last == null) {
      ways.leave(flow);
    } else {
      lastly(last, ways);
    }
  }

  private State afterTimeOut(TryTree tree, CatchTree handler, State caught) {
    MethodInvocationTree source =
        tree.getResources().isEmpty() && caught.isReachable()
            ? TimeOuts.source(tree.getBlock(), handler, analysis.attributed)
            : null;
    return source == null ? caught : analysis.calls.timedOut(source, caught);
  }

  /** What follows goes on from each way by itself; what is told holds on all of them. */
  private void lastly(BlockTree block, Ways ways) {
    Flow flow = analysis.flow;
    if (ways.count() > 1) {
      Flow.Mark mark = flow.mark();
      lastly(block, ways.joined());
      flow.reset(mark);
    }
    var before = analysis.findings.begin();
    State escaped = lastly(block, ways.escaping());
    List<Flow.Jump> left = new ArrayList<>();
    for (Flow.Jump jump : ways.jumps()) {
      left.add(new Flow.Jump(jump.exit(), jump.target(), lastly(block, jump.state())));
    }
    State normal = lastly(block, ways.normal());
    if (ways.count() > 1) {
      analysis.findings.forget(before);
    } else {
      analysis.findings.keep(before);
    }
    new Ways(normal, escaped, left).leave(flow);
  }

  private State lastly(BlockTree block, State from) {
    Flow flow = analysis.flow;
    flow.goOn(from);
    flow.mayThrow();
    analysis.scan(block);
    return flow.state();
  }

  /** Runs the resources from one on, and the body. */
  private void guarded(TryTree tree, int resource) {
    Flow flow = analysis.flow;
    if (resource == tree.getResources().size()) {
      flow.mayThrow();
      analysis.scan(tree.getBlock());
      return;
    }
    Tree acquired = tree.getResources().get(resource);
    acquire(acquired);
    Flow.Mark outer = flow.guard();
    guarded(tree, resource + 1);
    State thrown = flow.thrown();
    List<Flow.Jump> jumps = flow.jumps();
    flow.leave(outer);
    flow.change(closed(flow.state(), acquired));
    flow.mayThrow(closed(thrown, acquired));
    for (Flow.Jump jump : jumps) {
      flow.jump(jump.exit(), jump.target(), closed(jump.state(), acquired));
    }
  }

  private void acquire(Tree resource) {
    Flow flow = analysis.flow;
    Flow.Mark mark = flow.mark();
    if (!isQuiet(resource)) {
      flow.mayThrow();
    }
    analysis.scan(resource);
    if (isQuiet(resource)) {
      flow.reset(mark); // or a catch would find the shot open, where it never is
    }
  }

  /** Whether a resource is acquired without an exception: a variable, or the shot of a variable. */
  private static boolean isQuiet(Tree resource) {
    ExpressionTree value =
        resource instanceof VariableTree variable
            ? variable.getInitializer()
            : (ExpressionTree) resource;
    if (value == null) {
      return false;
    }
    ExpressionTree plain = Analysis.plain(value);
    return plain instanceof IdentifierTree
        || (plain instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof MemberSelectTree member
            && member.getIdentifier().contentEquals(Operation.SHOT.method())
            && Analysis.plain(member.getExpression()) instanceof IdentifierTree);
  }

  private State closed(State left, Tree resource) {
    State state = left.forgetLeftIds(null); // close() runs
    Element variable = analysis.attributed.element(resource);
    Ref ref = variable == null ? null : state.get(variable);
    TypeMirror type = variable == null ? null : variable.asType();
    if (ref == null || type == null) {
      return state;
    }
    return Closing.of(
        state, ref, analysis.types.role(type), resource, "close() at the end of the try statement");
  }

  private boolean catchesAll(CatchTree handler) {
    TypeMirror type = analysis.attributed.type(handler.getParameter().getType());
    return type instanceof DeclaredType declared && isThrowable(declared.asElement());
  }

  private static boolean isThrowable(@Nullable Element type) {
    return type instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.Throwable");
  }
}
