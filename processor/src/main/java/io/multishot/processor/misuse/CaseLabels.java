package io.multishot.processor.misuse;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of a case: 17 does not have those methods for everybody, and 21 has one more. */
final class CaseLabels {

  private static final @Nullable Method LABELS = method("getLabels");
  private static final @Nullable Method GUARD = method("getGuard");

  private CaseLabels() {}

  /** Returns constants, patterns and the default, as many as the compiler has. */
  static List<? extends Tree> labels(CaseTree part) {
    return get(LABELS, part) instanceof List<?> labels
        ? labels.stream().filter(Tree.class::isInstance).map(Tree.class::cast).toList()
        : part.getExpressions();
  }

  static @Nullable ExpressionTree guard(CaseTree part) {
    return get(GUARD, part) instanceof ExpressionTree guard ? guard : null;
  }

  static boolean isDefault(CaseTree part) {
    List<? extends Tree> labels = labels(part);
    for (Tree label : labels) {
      if (label.getKind().name().equals("DEFAULT_CASE_LABEL")) {
        return true;
      }
    }
    return labels.isEmpty();
  }

  private static @Nullable Method method(String name) {
    try {
      return CaseTree.class.getMethod(name);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static @Nullable Object get(@Nullable Method method, CaseTree part) {
    try {
      return method == null ? null : method.invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
