package io.multishot.processor.misuse;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * What is known of flags and counters, so that a loop of one round is seen to be one: {@code int}
 * and {@code boolean} values, held by variables as other objects are.
 */
final class Constants {

  /** Beyond it nothing is counted: no result overflows. */
  private static final int LIMIT = 1 << 14;

  private final Analysis analysis;
  private final Map<Object, Ref> refs = new HashMap<>();
  private final Map<Ref, Object> values = new HashMap<>();

  Constants(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Returns what stands for the value of a literal; {@code null} for other types. */
  @Nullable Ref literal(LiteralTree tree) {
    return of(tree.getValue());
  }

  /** The value of a variable that the compiler takes for a constant. */
  @Nullable Ref constant(VariableElement variable) {
    return of(variable.getConstantValue());
  }

  /** Whether a condition is surely true, or surely false; {@code null} if neither is known. */
  @Nullable Object value(@Nullable Ref ref) {
    return ref == null ? null : values.get(ref);
  }

  /** Runs a comparison or a calculation. */
  @Nullable Ref binary(BinaryTree tree) {
    Object left = value(analysis.expressions.value(tree.getLeftOperand()));
    Object right = value(analysis.expressions.value(tree.getRightOperand()));
    return left instanceof Integer a && right instanceof Integer b
        ? of(calculate(tree.getKind(), a, b))
        : null;
  }

  /** Runs what counts a variable up or down; whether the old or the new value is wanted. */
  void count(UnaryTree tree, int step) {
    ExpressionTree variable = tree.getExpression();
    Object old = value(analysis.expressions.value(variable));
    analysis.expressions.overwrite(
        variable, old instanceof Integer number ? of(number + step) : null);
  }

  /** Runs {@code +=} and the like. */
  void compound(CompoundAssignmentTree tree) {
    Object old = value(analysis.expressions.value(tree.getVariable()));
    Object by = value(analysis.expressions.value(tree.getExpression()));
    Object result = null;
    if (old instanceof Integer a && by instanceof Integer b) {
      result =
          tree.getKind() == Tree.Kind.PLUS_ASSIGNMENT
              ? Integer.valueOf(a + b)
              : tree.getKind() == Tree.Kind.MINUS_ASSIGNMENT ? Integer.valueOf(a - b) : null;
    }
    analysis.expressions.overwrite(tree.getVariable(), of(result));
  }

  private static @Nullable Object calculate(Tree.Kind kind, int a, int b) {
    return switch (kind) {
      case LESS_THAN -> a < b;
      case LESS_THAN_EQUAL -> a <= b;
      case GREATER_THAN -> a > b;
      case GREATER_THAN_EQUAL -> a >= b;
      case EQUAL_TO -> a == b;
      case NOT_EQUAL_TO -> a != b;
      case PLUS -> a + b;
      case MINUS -> a - b;
      default -> null;
    };
  }

  private @Nullable Ref of(@Nullable Object value) {
    if (!(value instanceof Boolean)
        && !(value instanceof Integer number && Math.abs(number.longValue()) < LIMIT)) {
      return null;
    }
    Ref known = refs.get(value);
    if (known == null) {
      known = new Ref(Role.CONSTANT, null, null, false);
      refs.put(value, known);
      values.put(known, value);
    }
    return known;
  }
}
