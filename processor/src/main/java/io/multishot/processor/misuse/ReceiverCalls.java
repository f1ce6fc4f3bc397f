package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What calls do to receivers, to the senders that they arm, and to the views of their messages. */
final class ReceiverCalls {

  private final Analysis analysis;

  ReceiverCalls(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Returns the sender or the view that the call yields, if it does. */
  @Nullable Ref call(Call call, MemberSelectTree member) {
    return switch (call.operation()) {
      case SENDER, RENEW, ASK -> {
        tellClosed(call);
        outdate(call);
        yield arm(call);
      }
      case TRY_SENDER -> arm(call); // it may have armed none: then the views stay as they are
      case REQUEST -> new Ref(Role.SEAT, analysis.types.channel(call.type()), call.target(), false);
      case CLOSE -> {
        close(call);
        yield null;
      }
      default -> call.operation().receives() ? received(call, member) : null;
    };
  }

  private void tellClosed(Call call) {
    End end = analysis.flow.state().end(call.target());
    if (end != null) {
      tellClosed(analysis, call.operation(), call.tree(), call.object(), end);
    }
  }

  /** Tells of a closed receiver that is to arm, or a closed caller that is to ask. */
  static void tellClosed(
      Analysis analysis, Operation operation, Tree tree, ExpressionTree by, End end) {
    boolean asks = operation == Operation.ASK;
    Problem problem = asks ? Problem.CALLER_CLOSED : Problem.CLOSED;
    analysis.tell(problem, tree, by, "receiver", end.use());
  }

  private void outdate(Call call) {
    Ref receiver = call.target();
    if (receiver != null) {
      Flow flow = analysis.flow;
      flow.change(flow.state().outdate(receiver, call.use()));
    }
  }

  /** Who arms without taking the sender goes on with an older variable: nothing is told of it. */
  private Ref arm(Call call) {
    TypeElement channel = analysis.types.channel(call.type());
    if (call.isStatement()) {
      Flow flow = analysis.flow;
      flow.change(flow.state().rearm(new Arming(call.target(), channel)));
    }
    boolean asks = call.operation() == Operation.ASK;
    return new Ref(asks ? Role.REQUEST : Role.SENDER, channel, call.target(), asks);
  }

  private void close(Call call) {
    Ref receiver = call.target();
    if (receiver != null) {
      Flow flow = analysis.flow;
      flow.change(Closing.of(flow.state(), receiver, Role.RECEIVER, call.tree(), call.what()));
    }
  }

  private @Nullable Ref received(Call call, MemberSelectTree member) {
    Ref receiver = call.target();
    return receiver != null
            && analysis.attributed.element(member) instanceof ExecutableElement method
            && analysis.types.returnsView(method)
        ? new Ref(Role.VIEW, receiver.channel, receiver, false)
        : null;
  }
}
