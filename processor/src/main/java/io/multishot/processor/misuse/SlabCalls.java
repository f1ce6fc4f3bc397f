package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What calls do to slabs, and to the ids of their shots. An id can be compared with others only
 * where it is known to be of the same slab: two slabs may give out the same ids.
 */
final class SlabCalls {

  private final Analysis analysis;

  SlabCalls(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Runs a call, arguments and all, and returns the id that it yields, if it does. */
  @Nullable Ref call(Call call) {
    List<? extends ExpressionTree> arguments = call.tree().getArguments();
    List<@Nullable Ref> values = new ArrayList<>();
    for (ExpressionTree argument : arguments) {
      values.add(analysis.ids.argument(argument));
    }
    if (!analysis.flow.isReachable()) {
      return null;
    }
    String remedy = call.operation().slabRemedy();
    if (call.isStatement() && remedy != null) {
      analysis.tellIgnored(call, remedy);
    }
    Ref untouched = isQuiet(call.operation()) && !values.isEmpty() ? values.get(0) : null;
    analysis.runOther(analysis.attributed.element(call.tree().getMethodSelect()), untouched);
    Operation operation = call.operation();
    if (operation == Operation.ACQUIRE || operation == Operation.TRY_ACQUIRE) {
      if (operation == Operation.ACQUIRE) { // tryAcquire() returns NONE: that is right
        tellClosed(call);
      }
      return new Ref(Role.ID, null, null, false);
    }
    if (operation == Operation.CLOSE) {
      close(call);
    } else if (!arguments.isEmpty() && !isExchanged(call, arguments, values)) {
      use(call, arguments.get(0), values.get(0));
    }
    return null;
  }

  // Slabs.

  private void tellClosed(Call call) {
    End end = analysis.flow.state().end(slab(call));
    if (end != null) {
      analysis.tell(Problem.SLAB_CLOSED, call.tree(), call.object(), "slab", end.use());
    }
  }

  private void close(Call call) {
    Flow flow = analysis.flow;
    Element variable = variable(call.object());
    Ref slab = slab(call);
    if (slab == null && variable != null) {
      slab = new Ref(Role.SLAB, null, null, false);
      flow.goOn(flow.state().bind(variable, slab));
    }
    if (slab != null) {
      flow.change(Closing.of(flow.state(), slab, Role.SLAB, call.tree(), call.what()));
    }
  }

  private @Nullable Ref slab(Call call) {
    Element variable = variable(call.object());
    return call.target() != null || variable == null
        ? call.target()
        : analysis.flow.state().get(variable);
  }

  /** The variable that a slab lies in, if nobody but this body can exchange that. */
  private @Nullable Element variable(ExpressionTree object) {
    ExpressionTree plain = Analysis.plain(object);
    boolean isOwn =
        plain instanceof IdentifierTree
            || (plain instanceof MemberSelectTree member
                && member.getExpression() instanceof IdentifierTree qualifier
                && qualifier.getName().contentEquals("this"));
    return isOwn
            && analysis.attributed.element(plain) instanceof VariableElement variable
            && (Expressions.isLocal(variable) || variable.getModifiers().contains(Modifier.FINAL))
        ? variable
        : null;
  }

  // Ids.

  private void use(Call call, ExpressionTree argument, @Nullable Ref id) {
    Element slab = variable(call.object());
    if (id == null || slab == null) {
      return;
    }
    Operation operation = call.operation();
    End end = analysis.flow.state().end(id);
    Use over = end != null && slab.equals(end.slab()) ? end.use() : null;
    boolean isLeft = end != null && end.use().isLeft();
    if (over != null && operation.needsId()) {
      analysis.tellOfId(isLeft ? Problem.ID_LEFT : Problem.ID_ENDED, call, argument, over);
    } else if ((operation.endsId() && (over == null || isLeft)) || isKept(call)) {
      end(id, End.ofId(call.use(), slab));
    } else if (isLeft && (operation == Operation.WITHDRAW || operation == Operation.POLL)) {
      end(id, null); // to be sure: poll() may have shown that it was given back
    }
  }

  /** Whether it leaves an id to somebody; an executor may refuse that, and the id is back. */
  private static boolean isKept(Call call) {
    return call.operation() == Operation.TO_FUTURE
        || (call.operation() == Operation.ON_RECEIVE && call.tree().getArguments().size() == 2);
  }

  /** Whether it runs no code of others that could take its own id back. */
  private static boolean isQuiet(Operation operation) {
    return operation.needsId()
        || operation == Operation.POLL
        || operation == Operation.FAILURE
        || operation == Operation.WITHDRAW;
  }

  /** The shot is over that a local variable names which the call has been given. */
  State timedOut(Call call, State caught) {
    Element slab = variable(call.object());
    ExpressionTree argument = call.tree().getArguments().get(0);
    if (slab == null
        || !(argument instanceof IdentifierTree)
        || !(analysis.attributed.element(argument) instanceof VariableElement variable)
        || !Expressions.isLocal(variable)) {
      return caught;
    }
    Ref known = caught.get(variable);
    Ref id = known == null ? new Ref(Role.NUMBER, null, null, false) : known;
    return caught.bind(variable, id).end(id, End.ofId(call.use(), slab));
  }

  private void end(Ref id, @Nullable End end) {
    Flow flow = analysis.flow;
    flow.change(flow.state().end(id, end));
  }

  /** Tells where what is in the place of the id is none, and the id in another one. */
  private boolean isExchanged(
      Call call, List<? extends ExpressionTree> arguments, List<@Nullable Ref> values) {
    if (!takesNumbers(call.operation())) {
      return false;
    }
    Ref first = values.get(0);
    for (int i = 1; i < values.size(); i++) {
      Ref other = values.get(i);
      if (first != null
          && other != null
          && other.role == Role.ID
          && (first.role == Role.NO_ID || first.receiver == other)) {
        analysis.tellExchanged(call, arguments.get(i));
        return true;
      }
    }
    return false;
  }

  private static boolean takesNumbers(Operation operation) {
    return operation == Operation.SEND
        || operation == Operation.RECEIVE
        || operation == Operation.AWAIT;
  }
}
