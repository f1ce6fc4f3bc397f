package io.multishot.processor.misuse;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a handler of a {@code TimeoutException} comes from: if one call only in its block can
 * throw that, which receives from a slab, then the shot is over wherever the handler runs.
 */
final class TimeOuts extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final String TIMEOUT = "java.util.concurrent.TimeoutException";

  /** What may be one; a type variable may be, too. */
  private static final Set<String> BROADER =
      Set.of(TIMEOUT, "java.lang.Exception", "java.lang.Throwable");

  private final Attributed attributed;
  private @Nullable MethodInvocationTree call;
  private int sources;

  private TimeOuts(Attributed attributed) {
    this.attributed = attributed;
  }

  /** Returns the one call that the handler comes from; {@code null} if it is not known. */
  static @Nullable MethodInvocationTree source(
      BlockTree block, CatchTree handler, Attributed attributed) {
    TypeMirror caught = attributed.type(handler.getParameter().getType());
    if (caught == null || !caught.toString().equals(TIMEOUT)) {
      return null;
    }
    TimeOuts timeOuts = new TimeOuts(attributed);
    timeOuts.scan(block, null);
    return timeOuts.sources == 1 ? timeOuts.call : null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    if (mayTimeOut(tree.getMethodSelect())) {
      sources++;
      call = tree;
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    sources += mayTimeOut(tree) ? 2 : 0;
    scan(tree.getEnclosingExpression(), null);
    return scan(tree.getArguments(), null);
  }

  private boolean mayTimeOut(Tree called) {
    if (!(attributed.element(called) instanceof ExecutableElement method)) {
      return true;
    }
    List<? extends TypeMirror> thrown = method.getThrownTypes();
    for (TypeMirror type : thrown) {
      if (type.getKind() == TypeKind.TYPEVAR || BROADER.contains(type.toString())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void p) {
    ExpressionTree thrown = tree.getExpression();
    TypeMirror type = attributed.type(thrown);
    boolean mayBe =
        type == null || type.getKind() == TypeKind.TYPEVAR || BROADER.contains(type.toString());
    sources += mayBe ? 2 : 0;
    return scan(thrown, null);
  }

  /** What is in it may not get out, and it may change variables on the way. */
  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void p) {
    sources += 2;
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    return null;
  }
}
