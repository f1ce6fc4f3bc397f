package io.multishot.processor.misuse;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.StatementTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Loops over what surely holds one element. */
final class Singles {

  private static final Set<String> METHODS = Set.of("of", "singleton", "singletonList", "asList");

  private Singles() {}

  static boolean isOneRound(StatementTree loop, Attributed attributed) {
    if (!(loop instanceof EnhancedForLoopTree forEach)) {
      return false;
    }
    ExpressionTree elements = Analysis.plain(forEach.getExpression());
    if (elements instanceof NewArrayTree array) {
      return array.getInitializers() != null && array.getInitializers().size() == 1;
    }
    return elements instanceof MethodInvocationTree call && isSingle(call, attributed);
  }

  private static boolean isSingle(MethodInvocationTree call, Attributed attributed) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    if (arguments.size() != 1
        || !(attributed.element(call.getMethodSelect()) instanceof ExecutableElement method)
        || !METHODS.contains(method.getSimpleName().toString())
        || !String.valueOf(method.getEnclosingElement()).startsWith("java.util.")) {
      return false;
    }
    TypeMirror argument = attributed.type(arguments.get(0));
    return !method.isVarArgs() || (argument != null && argument.getKind() != TypeKind.ARRAY);
  }
}
