package io.multishot.processor.misuse;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What expressions are: which object a variable, a cast, an assignment or a choice yields. */
final class Expressions {

  private final Analysis analysis;

  Expressions(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Runs an expression, and returns the object that it yields, if anything is known of it. */
  @Nullable Ref value(ExpressionTree tree) {
    if (!analysis.flow.isReachable()) {
      return null;
    }
    analysis.budget.step();
    ExpressionTree plain = Analysis.plain(tree);
    Ref ref = valueOf(plain);
    boolean mayBeOther = ref != null && ref.role.isNumber() && isCast(tree);
    return mayBeOther ? null : ref;
  }

  private @Nullable Ref valueOf(ExpressionTree plain) {
    return switch (plain.getKind()) {
      case IDENTIFIER -> variable((IdentifierTree) plain);
      case ASSIGNMENT -> assign((AssignmentTree) plain);
      case CONDITIONAL_EXPRESSION -> choose((ConditionalExpressionTree) plain);
      case SWITCH_EXPRESSION -> analysis.switches.value((SwitchExpressionTree) plain);
      case METHOD_INVOCATION -> analysis.calls.call((MethodInvocationTree) plain, false);
      case INT_LITERAL, BOOLEAN_LITERAL -> analysis.constants.literal((LiteralTree) plain);
      case LESS_THAN,
          LESS_THAN_EQUAL,
          GREATER_THAN,
          GREATER_THAN_EQUAL,
          EQUAL_TO,
          NOT_EQUAL_TO,
          PLUS,
          MINUS ->
          analysis.constants.binary((BinaryTree) plain);
      default -> {
        analysis.scan(plain);
        yield null;
      }
    };
  }

  /** Whether a value is cast, which changes what number it is. */
  private static boolean isCast(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner instanceof TypeCastTree;
  }

  /** Declares a variable, and runs what it is initialised with. */
  void declare(VariableTree tree) {
    boolean isSuppressed = analysis.suppressions.areIn(tree.getModifiers());
    ExpressionTree initializer = tree.getInitializer();
    analysis.enterSuppressed(isSuppressed);
    Ref ref = initializer == null ? null : value(initializer);
    analysis.leaveSuppressed(isSuppressed);
    Element variable = analysis.attributed.element(tree);
    if (variable != null) {
      analysis.ids.declare(tree, variable);
      ref = initializer == null ? ref : analysis.ids.assigned(variable, initializer, ref);
    }
    bind(tree, ref);
  }

  /** Declares a variable that holds an object; {@code null} if nothing is known of it. */
  void bind(VariableTree tree, @Nullable Ref ref) {
    Element variable = analysis.attributed.element(tree);
    if (variable != null && analysis.suppressions.areIn(tree.getModifiers())) {
      analysis.suppress(variable);
    }
    assign(variable, ref);
  }

  /** Has a declared variable hold an object; {@code null} if nothing is known of it. */
  void assign(@Nullable Element variable, @Nullable Ref ref) {
    if (variable != null) {
      Flow flow = analysis.flow;
      State state = flow.state().forgetIdsOf(variable);
      flow.change(state.bind(variable, held(variable, ref)));
    }
  }

  private @Nullable Ref held(Element variable, @Nullable Ref ref) {
    TypeKind kind = variable.asType().getKind();
    if (analysis.ids.isId(variable)) {
      return ref != null && ref.role == Role.ID ? ref : unknown(variable);
    }
    if (ref == null) {
      return unknown(variable);
    }
    boolean keeps =
        ref.role == Role.CONSTANT
            ? kind == TypeKind.INT || kind == TypeKind.BOOLEAN
            : !ref.role.isNumber() || kind == TypeKind.LONG || kind == TypeKind.DECLARED;
    return keeps ? ref : null;
  }

  private @Nullable Ref variable(IdentifierTree tree) {
    Element variable = analysis.attributed.element(tree);
    if (!(variable instanceof VariableElement named)) {
      return null;
    }
    Ref constant = analysis.constants.constant(named);
    if (constant != null || !isLocal(variable)) {
      return constant;
    }
    Flow flow = analysis.flow;
    Ref known = flow.state().get(variable);
    if (known == null) { // it held different objects on different ways
      known = unknown(variable);
      flow.goOn(flow.state().bind(variable, known));
    }
    return known;
  }

  private @Nullable Ref assign(AssignmentTree tree) {
    ExpressionTree left = Analysis.plain(tree.getVariable());
    Element variable = left instanceof IdentifierTree ? analysis.attributed.element(left) : null;
    if (variable == null || !isLocal(variable)) {
      analysis.scan(left);
      return value(tree.getExpression());
    }
    Ref ref = value(tree.getExpression());
    assign(variable, analysis.ids.assigned(variable, tree.getExpression(), ref));
    return analysis.flow.state().get(variable);
  }

  /** Has a variable that is counted or added to hold its new value. */
  void overwrite(ExpressionTree tree, @Nullable Ref ref) {
    ExpressionTree plain = Analysis.plain(tree);
    Element variable = plain instanceof IdentifierTree ? analysis.attributed.element(plain) : null;
    if (variable != null && isLocal(variable)) {
      assign(variable, ref);
    }
  }

  private @Nullable Ref choose(ConditionalExpressionTree tree) {
    Flow flow = analysis.flow;
    Conditions.Outcome outcome = analysis.conditions.evaluate(tree.getCondition());
    State one = branch(tree, outcome.whenTrue(), tree.getTrueExpression());
    State other = branch(tree, outcome.whenFalse(), tree.getFalseExpression());
    flow.goOn(State.join(one, other));
    return result(tree);
  }

  private State branch(Tree choice, State from, ExpressionTree tree) {
    analysis.flow.goOn(from);
    Ref ref = value(tree);
    return analysis.flow.state().bind(choice, ref);
  }

  /** Takes the value of an expression of several branches, each of which has bound its own. */
  @Nullable Ref result(Tree choice) {
    Flow flow = analysis.flow;
    Ref ref = flow.state().get(choice);
    flow.goOn(flow.state().bind(choice, null));
    return ref;
  }

  private @Nullable Ref unknown(Element variable) {
    return analysis.ids.isId(variable)
        ? new Ref(Role.ID, null, null, false)
        : unknown(variable.asType());
  }

  /** Makes what stands for an object of which its type is known only; if that tells anything. */
  private @Nullable Ref unknown(TypeMirror type) {
    Role role = analysis.types.role(type);
    if (role == Role.NONE) {
      return null;
    }
    TypeElement channel = analysis.types.channel(type);
    return switch (role) {
      case SHOT -> new Ref(Role.SENDER, channel, null, false);
      case REQUEST -> new Ref(analysis.seats.roleOf(channel), channel, null, false);
      default -> new Ref(role, channel, null, false);
    };
  }

  static boolean isLocal(Element variable) {
    return switch (variable.getKind()) {
      case LOCAL_VARIABLE, PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
      default -> false;
    };
  }
}
