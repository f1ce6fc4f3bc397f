package io.multishot.processor.misuse;

import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** What calls do to senders, requests and shots: each has one outcome, and is not used after it. */
final class SenderCalls {

  private final Analysis analysis;

  SenderCalls(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Returns the shot that the call yields, if it does. */
  @Nullable Ref ofSender(Call call) {
    Operation operation = call.operation();
    boolean isShot = operation == Operation.SHOT;
    Ref sender = call.target();
    if (isUse(operation) && sender != null && sender.role != Role.SEAT) {
      End end = analysis.flow.state().end(sender);
      if (end != null && isMisuseOfSender(operation, end)) {
        analysis.tellConsumed(call.tree(), call.object(), sender, end.use());
        return isShot ? shotOf(call) : null; // it is told of the sender, that is enough
      }
      if (consumes(call)) {
        consume(sender, call.use());
      } else if (end != null) { // armed anew, so that what was known is over
        analysis.flow.change(analysis.flow.state().end(sender, null));
      }
      return isShot ? sender : null;
    }
    return isShot ? shotOf(call) : null;
  }

  /** A server that may answer later need not have answered yet. */
  private boolean consumes(Call call) {
    Tree method = call.tree().getMethodSelect();
    return call.operation().consumes()
        && !(call.operation() == Operation.SERVE
            && analysis.attributed.element(method) instanceof ExecutableElement serve
            && ChannelTypes.takesServer(serve));
  }

  /** A shot stays consumed when its sender is armed anew. */
  void ofShot(Call call) {
    Ref shot = call.target();
    if (shot == null || !call.operation().consumes()) {
      return;
    }
    if (call.operation() == Operation.CLOSE) {
      Flow flow = analysis.flow;
      flow.change(Closing.of(flow.state(), shot, Role.SHOT, call.tree(), "close() of its shot"));
      return;
    }
    End end = analysis.flow.state().end(shot);
    if (end != null) {
      analysis.tell(Problem.CONSUMED, call.tree(), call.object(), "shot", end.use());
    } else {
      consume(shot, call.use());
    }
  }

  private static boolean isUse(Operation operation) {
    return operation.consumes()
        || operation == Operation.SHOT
        || operation == Operation.ON_ABANDONED;
  }

  /** Whether a consumed sender is misused; closing it takes the shot back from a future. */
  static boolean isMisuseOfSender(Operation operation, End end) {
    return isUse(operation)
        && !end.isRearmed()
        && !(operation == Operation.CLOSE && end.use().isLeft());
  }

  /** Whether a shot that is over is misused; to close it does nothing. */
  static boolean isMisuseOfShot(Operation operation) {
    return operation.consumes() && operation != Operation.CLOSE;
  }

  private void consume(Ref sender, Use use) {
    Flow flow = analysis.flow;
    flow.change(flow.state().end(sender, End.by(use)));
  }

  private Ref shotOf(Call call) {
    return new Ref(Role.SENDER, analysis.types.channel(call.type()), null, false);
  }
}
