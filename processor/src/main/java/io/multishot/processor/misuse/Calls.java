package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls: which object they are of, and what they do to it. */
final class Calls {

  /** What may be called on a view at any time: it does not read the message, or is Object's. */
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of("equals", "hashCode", "toString", "getClass", "notify", "notifyAll", "wait");

  private final Analysis analysis;
  private final SenderCalls senders;
  private final ReceiverCalls receivers;
  private final SlabCalls slabs;

  Calls(Analysis analysis) {
    this.analysis = analysis;
    this.senders = new SenderCalls(analysis);
    this.receivers = new ReceiverCalls(analysis);
    this.slabs = new SlabCalls(analysis);
  }

  /** Runs a call, and returns the object that it yields, if anything is known of it. */
  @Nullable Ref call(MethodInvocationTree tree, boolean isStatement) {
    if (!(tree.getMethodSelect() instanceof MemberSelectTree member)) {
      analysis.scan(tree.getMethodSelect());
      analysis.scan(tree.getArguments());
      analysis.runOther(analysis.attributed.element(tree.getMethodSelect()), null);
      return null;
    }
    ExpressionTree object = member.getExpression();
    Ref target = analysis.expressions.value(object);
    Operation known = analysis.operations.named(member.getIdentifier());
    if (known != null && isOfSlab(known, object)) {
      return slabs.call(new Call(known, tree, object, null, target, isStatement));
    }
    analysis.scan(tree.getArguments());
    if (!analysis.flow.isReachable()) {
      return null;
    }
    analysis.seats.passOn(tree.getArguments());
    analysis.runOther(analysis.attributed.element(member), null);
    if (target != null && target.role == Role.VIEW) {
      read(tree, member, target);
      return null;
    }
    if (known == null) {
      return null;
    }
    if (known == Operation.OPEN) {
      return opened(tree, member);
    }
    TypeMirror type = analysis.attributed.type(object);
    Call call = new Call(known, tree, object, type, target, isStatement);
    Role role = analysis.types.role(type);
    if (isStatement) {
      tellIgnored(call, role);
    }
    return switch (role) {
      case SENDER, REQUEST -> senders.ofSender(call);
      case SHOT -> {
        senders.ofShot(call);
        yield null;
      }
      case RECEIVER -> receivers.call(call, member);
      case VIEW, CONSTANT, SEAT, SLAB, ID, NUMBER, NO_ID, NONE -> null;
    };
  }

  private boolean isOfSlab(Operation operation, ExpressionTree object) {
    return operation != Operation.OPEN
        && analysis.types.role(analysis.attributed.type(object)) == Role.SLAB;
  }

  private void tellIgnored(Call call, Role role) {
    if (role.isSender() || role == Role.RECEIVER) {
      String remedy = call.operation().remedy(call.method());
      if (remedy != null) {
        analysis.tellIgnored(call, remedy);
      }
    }
  }

  /** What holds after a call that has thrown a {@code TimeoutException}. */
  State timedOut(MethodInvocationTree tree, State caught) {
    if (tree.getMethodSelect() instanceof MemberSelectTree member
        && analysis.operations.named(member.getIdentifier()) == Operation.RECEIVE
        && isOfSlab(Operation.RECEIVE, member.getExpression())) {
      ExpressionTree object = member.getExpression();
      return slabs.timedOut(new Call(Operation.RECEIVE, tree, object, null, null, false), caught);
    }
    return caught;
  }

  /** Whether a method of a view reads the message. */
  static boolean reads(Name method) {
    return !METHODS_OF_OBJECT.contains(method.toString());
  }

  private void read(MethodInvocationTree tree, MemberSelectTree member, Ref view) {
    End end = analysis.flow.state().end(view);
    if (end != null && reads(member.getIdentifier())) {
      analysis.tell(Problem.OUTDATED, tree, member.getExpression(), "view", end.use());
    }
  }

  /** A receiver that a generated {@code open()} returns is no other. */
  private @Nullable Ref opened(MethodInvocationTree tree, MemberSelectTree member) {
    TypeMirror type = analysis.attributed.type(tree);
    Element channel = analysis.types.channel(type);
    boolean isOpened =
        analysis.types.role(type) == Role.RECEIVER
            && channel != null
            && analysis.attributed.element(member) instanceof ExecutableElement method
            && channel.equals(method.getEnclosingElement());
    return isOpened && type != null
        ? new Ref(Role.RECEIVER, analysis.types.channel(type), null, true)
        : null;
  }
}
