package io.multishot.processor.read;

import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Compares the signatures of two methods of one name (JLS 8.4.2). Eclipse's own comparison knows
 * the methods' type parameters by their names, or not at all.
 */
final class Subsignature {

  private final ExecutableType one;
  private final ExecutableType other;
  private final Types types;

  private Subsignature(ExecutableType one, ExecutableType other, Types types) {
    this.one = one;
    this.other = other;
    this.types = types;
  }

  /** Whether {@code one} has the signature of {@code other}, or the erasure of it. */
  static boolean is(ExecutableType one, ExecutableType other, Types types) {
    return one.getParameterTypes().size() == other.getParameterTypes().size()
        && (new Subsignature(one, other, types).isSame() || isErasure(one, other, types));
  }

  private static boolean isErasure(ExecutableType one, ExecutableType other, Types types) {
    return one.getTypeVariables().isEmpty()
        && IntStream.range(0, one.getParameterTypes().size())
            .allMatch(
                i ->
                    types.isSameType(
                        one.getParameterTypes().get(i),
                        types.erasure(other.getParameterTypes().get(i))));
  }

  private boolean isSame() {
    return one.getTypeVariables().size() == other.getTypeVariables().size()
        && areSame(one.getParameterTypes(), other.getParameterTypes())
        && IntStream.range(0, one.getTypeVariables().size())
            .allMatch(
                i ->
                    haveSameBounds(one.getTypeVariables().get(i), other.getTypeVariables().get(i)));
  }

  private boolean haveSameBounds(TypeVariable some, TypeVariable others) {
    List<? extends TypeMirror> bounds = bounds(some);
    List<? extends TypeMirror> left = bounds(others);
    return bounds.size() == left.size()
        && bounds.stream().allMatch(bound -> left.stream().anyMatch(of -> isSame(bound, of)));
  }

  private static List<? extends TypeMirror> bounds(TypeVariable variable) {
    return variable.getUpperBound() instanceof IntersectionType all
        ? all.getBounds()
        : List.of(variable.getUpperBound());
  }

  private boolean areSame(List<? extends TypeMirror> some, List<? extends TypeMirror> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
  }

  private boolean isSame(TypeMirror some, TypeMirror others) {
    return some.getKind() == others.getKind() && new Visitor().visit(some, others);
  }

  /** Compares a type of one method with a type of the same kind of the other. */
  private final class Visitor extends SimpleTypeVisitor14<Boolean, TypeMirror> {

    @Override
    protected Boolean defaultAction(TypeMirror type, TypeMirror of) {
      return types.isSameType(type, of);
    }

    /** Of the same missing class, some compilers say that it is another one. */
    @Override
    public Boolean visitError(ErrorType type, TypeMirror of) {
      return types.isSameType(type, of) || type.toString().equals(of.toString());
    }

    @Override
    public Boolean visitArray(ArrayType type, TypeMirror of) {
      return isSame(type.getComponentType(), ((ArrayType) of).getComponentType());
    }

    @Override
    public Boolean visitTypeVariable(TypeVariable type, TypeMirror of) {
      int index = index(type, one);
      return index == index((TypeVariable) of, other) && (index >= 0 || types.isSameType(type, of));
    }

    @Override
    public Boolean visitWildcard(WildcardType type, TypeMirror of) {
      WildcardType wildcard = (WildcardType) of;
      return areSame(bounds(type.getExtendsBound()), bounds(wildcard.getExtendsBound()))
          && areSame(bounds(type.getSuperBound()), bounds(wildcard.getSuperBound()));
    }

    /** The bound of a wildcard, if it says more than none. */
    private List<TypeMirror> bounds(@Nullable TypeMirror bound) {
      return bound == null ? List.of() : List.of(bound);
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, TypeMirror of) {
      DeclaredType declared = (DeclaredType) of;
      return type.asElement().equals(declared.asElement())
          && areSame(type.getTypeArguments(), declared.getTypeArguments())
          && (type.getEnclosingType().getKind() != TypeKind.DECLARED
              || isSame(type.getEnclosingType(), declared.getEnclosingType()));
    }

    /** Which type parameter of {@code method} it is; negative if none. */
    private int index(TypeVariable type, ExecutableType method) {
      List<? extends TypeVariable> all = method.getTypeVariables();
      return IntStream.range(0, all.size())
          .filter(i -> types.isSameType(all.get(i), type))
          .findFirst()
          .orElse(-1);
    }
  }
}
