package io.multishot.processor.misuse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds {@code @SuppressWarnings("multishot")}, as it stands in the source. */
final class Suppressions {

  private static final Set<Object> WORDS = Set.of("multishot", "all");

  private final Attributed attributed;

  Suppressions(Attributed attributed) {
    this.attributed = attributed;
  }

  boolean areIn(@Nullable ModifiersTree modifiers) {
    if (modifiers != null) {
      for (AnnotationTree annotation : modifiers.getAnnotations()) {
        if (isNamed(annotation.getAnnotationType(), "SuppressWarnings")) {
          for (ExpressionTree argument : annotation.getArguments()) {
            if (hasWord(argument)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  static boolean isNamed(Tree annotation, String simpleName) {
    return annotation instanceof IdentifierTree identifier
        ? identifier.getName().contentEquals(simpleName)
        : annotation instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals(simpleName);
  }

  private boolean hasWord(ExpressionTree tree) {
    ExpressionTree plain = Analysis.plain(tree);
    if (plain instanceof AssignmentTree assignment) {
      return hasWord(assignment.getExpression());
    }
    if (plain instanceof NewArrayTree array) {
      for (ExpressionTree element : array.getInitializers()) {
        if (hasWord(element)) {
          return true;
        }
      }
      return false;
    }
    Object value =
        plain instanceof LiteralTree literal
            ? literal.getValue()
            : attributed.element(plain) instanceof VariableElement variable
                ? variable.getConstantValue()
                : null;
    return value != null && WORDS.contains(value);
  }
}
