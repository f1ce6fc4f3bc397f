package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method of a receiver, a sender, a shot or a slab.
 *
 * @param object what it is called on
 * @param type of {@code object}
 * @param target which object that is, as far as it is known
 * @param isStatement whether the result is thrown away
 */
record Call(
    Operation operation,
    MethodInvocationTree tree,
    ExpressionTree object,
    @Nullable TypeMirror type,
    @Nullable Ref target,
    boolean isStatement) {

  /** How this call is named where a later one is told of. */
  Use use() {
    return operation.leaves() ? Use.left(tree, what()) : Use.at(tree, what());
  }

  String what() {
    return method() + "()";
  }

  String method() {
    return ((MemberSelectTree) tree.getMethodSelect()).getIdentifier().toString();
  }
}
