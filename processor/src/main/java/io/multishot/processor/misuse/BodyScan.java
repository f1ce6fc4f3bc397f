package io.multishot.processor.misuse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * A first look at a member: whether any call in it is one of a channel, by its name and then the
 * type of what it is called on. Most members have none. It passes by all that holds no calls.
 */
final class BodyScan extends TreeScanner<@Nullable Void, @Nullable Void> {

  private final Attributed attributed;
  private final ChannelTypes types;
  private final Operations operations;
  private final DeclarationCheck declarations;
  private boolean hasCalls;

  BodyScan(
      Attributed attributed,
      ChannelTypes types,
      Operations operations,
      DeclarationCheck declarations) {
    this.attributed = attributed;
    this.types = types;
    this.operations = operations;
    this.declarations = declarations;
  }

  /** Whether the member is worth an analysis; also has the declarations in it be checked. */
  boolean hasCalls(Tree member) {
    hasCalls = false;
    scan(member, null);
    return hasCalls;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    scan(tree.getMethodSelect(), null);
    scan(tree.getArguments(), null);
    if (!hasCalls && tree.getMethodSelect() instanceof MemberSelectTree member) {
      Operation operation = operations.named(member.getIdentifier());
      hasCalls =
          operation != null && types.role(attributed.type(member.getExpression())) != Role.NONE;
    }
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void p) {
    declarations.enterCode(tree.getModifiers());
    scan(tree.getBody(), null);
    declarations.leaveCode(tree.getModifiers());
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void p) {
    Tree initializer = tree.getInitializer();
    if (initializer != null) {
      declarations.enterCode(tree.getModifiers());
      scan(initializer, null);
      declarations.leaveCode(tree.getModifiers());
    }
    return null;
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void p) {
    declarations.enterCode(tree.getModifiers());
    declarations.inCode(tree);
    scan(tree.getMembers(), null);
    declarations.leaveCode(tree.getModifiers());
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void p) {
    return scan(tree.getBody(), null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void p) {
    scan(tree.getEnclosingExpression(), null);
    scan(tree.getArguments(), null);
    return scan(tree.getClassBody(), null);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void p) {
    scan(tree.getDimensions(), null);
    return scan(tree.getInitializers(), null);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void p) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void p) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void p) {
    return null;
  }
}
