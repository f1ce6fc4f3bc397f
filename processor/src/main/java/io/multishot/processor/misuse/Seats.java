package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Which requests may be seats, which are served again and again: their type does not tell. One that
 * comes from elsewhere is taken for a seat if its body waits at any request of the same call; so it
 * does not matter whether that is an alias of it, or lies in a collection. And other code may wait
 * at it that the body calls.
 */
final class Seats extends TreeScanner<@Nullable Void, @Nullable Void> {

  /** Parameters of such types are no code. */
  private static final Set<String> QUIET =
      Set.of("java.lang.String", "java.lang.Object", "java.lang.CharSequence");

  private final Analysis analysis;

  /** The generated classes of the requests that this body waits at. */
  private final Set<@Nullable TypeElement> calls = new HashSet<>();

  Seats(Analysis analysis) {
    this.analysis = analysis;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void p) {
    if (tree.getMethodSelect() instanceof MemberSelectTree member) {
      find(member.getIdentifier(), member.getExpression());
    }
    return super.visitMethodInvocation(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void p) {
    find(tree.getName(), tree.getQualifierExpression());
    return super.visitMemberReference(tree, null);
  }

  private void find(Name method, ExpressionTree object) {
    Operation operation = analysis.operations.named(method);
    if (operation != null && operation.waitsForRequest()) {
      TypeMirror type = analysis.attributed.type(object);
      if (analysis.types.role(type) == Role.REQUEST) {
        calls.add(analysis.types.channel(type));
      }
    }
  }

  /** Returns what a request is that comes from elsewhere. */
  Role roleOf(@Nullable TypeElement call) {
    boolean mayBeSeat = call == null ? !calls.isEmpty() : calls.contains(call);
    return mayBeSeat ? Role.SEAT : Role.REQUEST;
  }

  /** Whether what is called may wait at a request, by another name for it. */
  boolean mayWait(@Nullable Element called) {
    if (!(called instanceof ExecutableElement code)
        || !(code.getEnclosingElement() instanceof TypeElement type)) {
      return true;
    }
    String name = type.getQualifiedName().toString();
    if (analysis.types.role(type.asType()) != Role.NONE || name.equals("java.io.PrintStream")) {
      return false;
    }
    boolean isOfJdk =
        name.startsWith("java.")
            && (code.getModifiers().contains(Modifier.STATIC)
                || type.getModifiers().contains(Modifier.FINAL)
                || code.getKind() == ElementKind.CONSTRUCTOR);
    return !isOfJdk || code.getParameters().stream().anyMatch(Seats::mayRun);
  }

  /** Whether what a parameter stands for may be code. */
  private static boolean mayRun(VariableElement parameter) {
    TypeMirror type = parameter.asType();
    return !type.getKind().isPrimitive() && !QUIET.contains(type.toString());
  }

  /** Whoever is given a request that is answered already may wait at it, if it is a seat. */
  void passOn(List<? extends ExpressionTree> arguments) {
    Flow flow = analysis.flow;
    for (ExpressionTree argument : arguments) {
      ExpressionTree plain = Analysis.plain(argument);
      Element variable =
          plain instanceof IdentifierTree ? analysis.attributed.element(plain) : null;
      Ref ref = variable == null ? null : flow.state().get(variable);
      if (ref != null && ref.role == Role.REQUEST && !ref.isOwn && flow.state().end(ref) != null) {
        flow.change(flow.state().end(ref, null));
      }
    }
  }
}
