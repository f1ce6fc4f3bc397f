package io.multishot.processor.misuse;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers are names of shots, and which surely are not. Of most nothing is known: an id may
 * have been read off a wire, or be the payload of another shot.
 */
final class Ids {

  private static final Set<Tree.Kind> NO_IDS =
      EnumSet.of(
          Tree.Kind.LONG_LITERAL,
          Tree.Kind.MULTIPLY,
          Tree.Kind.DIVIDE,
          Tree.Kind.REMAINDER,
          Tree.Kind.UNARY_MINUS);

  private static final Set<TypeKind> NARROW =
      EnumSet.of(TypeKind.BYTE, TypeKind.SHORT, TypeKind.CHAR, TypeKind.INT);

  private final Analysis analysis;

  /** The variables of this body that are declared as ids. */
  private final Set<Element> declared = new HashSet<>();

  Ids(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Looks at the declaration itself: the types of local variables do not keep annotations. */
  void declare(VariableTree tree, Element variable) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      if (Suppressions.isNamed(annotation.getAnnotationType(), "SlabId")
          && ChannelTypes.isIdAnnotation(
              analysis.attributed.type(annotation.getAnnotationType()))) {
        declared.add(variable);
      }
    }
  }

  boolean isId(Element variable) {
    return declared.contains(variable)
        || (variable.asType().getKind() == TypeKind.LONG && ChannelTypes.isId(variable.asType()));
  }

  /**
   * Has the parameters beside an id know of it: who annotates one says that the others are none.
   *
   * @param isHandler whether the first is an id by what is declared
   */
  void relate(List<? extends VariableTree> parameters, boolean isHandler) {
    Flow flow = analysis.flow;
    Ref id = null;
    for (VariableTree parameter : parameters) {
      Element variable = analysis.attributed.element(parameter);
      if (variable != null && id == null && (isHandler || isId(variable))) {
        id = new Ref(Role.ID, null, null, false);
        flow.goOn(flow.state().bind(variable, id));
      }
    }
    for (VariableTree parameter : parameters) {
      Element variable = analysis.attributed.element(parameter);
      if (variable != null
          && id != null
          && variable.asType().getKind() == TypeKind.LONG
          && flow.state().get(variable) == null) {
        flow.goOn(flow.state().bind(variable, new Ref(Role.NUMBER, null, id, false)));
      }
    }
  }

  /** Returns what a variable holds that is assigned this value. */
  @Nullable Ref assigned(Element variable, ExpressionTree value, @Nullable Ref ref) {
    return variable.asType().getKind() == TypeKind.LONG ? refined(value, ref) : ref;
  }

  /** Runs an argument, and returns what stands for it: a local variable stands for itself. */
  @Nullable Ref argument(ExpressionTree tree) {
    Ref ref = refined(tree, analysis.expressions.value(tree));
    if (ref == null
        && bare(tree) instanceof IdentifierTree identifier
        && analysis.attributed.element(identifier) instanceof VariableElement variable
        && Expressions.isLocal(variable)
        && isLong(variable.asType())
        && analysis.flow.isReachable()) {
      ref = new Ref(Role.NUMBER, null, null, false);
      analysis.flow.goOn(analysis.flow.state().bind(variable, ref));
    }
    return ref;
  }

  private @Nullable Ref refined(ExpressionTree tree, @Nullable Ref ref) {
    if (ref != null && ref.role != Role.CONSTANT) {
      return ref;
    }
    if (isNoId(tree)) {
      return new Ref(Role.NO_ID, null, null, false);
    }
    return isNamedId(tree) ? new Ref(Role.ID, null, null, false) : null;
  }

  private static boolean isLong(TypeMirror type) {
    return type.getKind() == TypeKind.LONG || type.toString().equals("java.lang.Long");
  }

  /** A literal, a constant, a product or quotient, or what is too narrow. */
  private boolean isNoId(ExpressionTree tree) {
    ExpressionTree bare = bare(tree);
    if (NO_IDS.contains(bare.getKind()) || isConstant(bare)) {
      return true;
    }
    TypeMirror type = analysis.attributed.type(bare);
    return type != null && NARROW.contains(type.getKind());
  }

  private boolean isConstant(ExpressionTree bare) {
    return (bare instanceof IdentifierTree || bare instanceof MemberSelectTree)
        && analysis.attributed.element(bare) instanceof VariableElement variable
        && variable.getConstantValue() != null;
  }

  /** A field or the result of a method that is declared as an id. */
  private boolean isNamedId(ExpressionTree tree) {
    ExpressionTree bare = bare(tree);
    if (bare instanceof MethodInvocationTree call) {
      return analysis.attributed.element(call.getMethodSelect()) instanceof ExecutableElement method
          && ChannelTypes.isId(method.getReturnType());
    }
    return (bare instanceof IdentifierTree || bare instanceof MemberSelectTree)
        && analysis.attributed.element(bare) instanceof VariableElement variable
        && isId(variable);
  }

  /** Sees through parentheses, but not through casts, which make other numbers. */
  private static ExpressionTree bare(ExpressionTree tree) {
    ExpressionTree bare = tree;
    while (bare instanceof ParenthesizedTree parenthesized) {
      bare = parenthesized.getExpression();
    }
    return bare;
  }
}
