package io.multishot.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.ReservedNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Names types with the nullness annotations on them, which JavaPoet's own names leave out. */
final class TypeNames extends SimpleTypeVisitor14<TypeName, @Nullable Void> {

  /** The simple names of the annotations that say whether a reference may be null. */
  private static final Set<String> NULLNESS = Set.of("Nullable", "NonNull", "Nonnull", "NotNull");

  /** The names in every channel that a type parameter of the same name would shadow or obscure. */
  private static final Set<String> RESERVED = reserved();

  private final TargetScope scope;
  private final Map<String, String> variables = new HashMap<>();

  /** For the types in a declaration, whose type parameters are renamed where they are reserved. */
  TypeNames(TypeElement declaration, TargetScope scope) {
    this.scope = scope;
    Set<String> taken = new HashSet<>(RESERVED);
    for (TypeParameterElement parameter : declaration.getTypeParameters()) {
      taken.add(parameter.getSimpleName().toString());
    }
    for (TypeParameterElement parameter : declaration.getTypeParameters()) {
      String name = parameter.getSimpleName().toString();
      String free = name;
      while (RESERVED.contains(free) || (!free.equals(name) && taken.contains(free))) {
        free += "_";
      }
      variables.put(name, free);
    }
  }

  private static Set<String> reserved() {
    Set<String> reserved = new HashSet<>(ReservedNames.NESTED);
    reserved.addAll(ReservedNames.CLASS_ANNOTATIONS);
    reserved.addAll(ReservedNames.ROOT_PACKAGES);
    return reserved;
  }

  TypeName of(TypeMirror type) {
    return visit(type);
  }

  /**
   * Names a type that stands for a type variable, with the nullness on the variable: javac does not
   * carry that over.
   */
  TypeName of(TypeMirror type, TypeMirror replaced) {
    TypeName name = of(type);
    return name.isPrimitive() || name.isAnnotated() ? name : annotated(name, replaced);
  }

  TypeVariableName of(TypeParameterElement parameter) {
    TypeName[] bounds = parameter.getBounds().stream().map(this::of).toArray(TypeName[]::new);
    return TypeVariableName.get(variable(parameter), bounds);
  }

  private String variable(Element parameter) {
    String name = parameter.getSimpleName().toString();
    return variables.getOrDefault(name, name);
  }

  @Override
  protected TypeName defaultAction(TypeMirror type, @Nullable Void unused) {
    return TypeName.get(type);
  }

  @Override
  public TypeName visitArray(ArrayType type, @Nullable Void unused) {
    return annotated(ArrayTypeName.of(visit(type.getComponentType())), type);
  }

  @Override
  public TypeName visitTypeVariable(TypeVariable type, @Nullable Void unused) {
    return annotated(TypeVariableName.get(variable(type.asElement())), type);
  }

  @Override
  public TypeName visitWildcard(WildcardType type, @Nullable Void unused) {
    TypeMirror upper = type.getExtendsBound();
    TypeMirror lower = type.getSuperBound();
    if (lower != null) {
      return WildcardTypeName.supertypeOf(visit(lower));
    }
    return WildcardTypeName.subtypeOf(upper == null ? ClassName.OBJECT : visit(upper));
  }

  /** A class of a channel that is about to be written. */
  @Override
  public TypeName visitError(ErrorType type, @Nullable Void unused) {
    ClassName raw = scope.find(type).orElseThrow(() -> UnresolvedException.of(type));
    return annotated(parameterized(raw, type), type);
  }

  @Override
  public TypeName visitDeclared(DeclaredType type, @Nullable Void unused) {
    ClassName raw = ClassName.get((TypeElement) type.asElement());
    TypeMirror enclosing = type.getEnclosingType();
    TypeName name;
    if (enclosing.getKind() == TypeKind.DECLARED
        && !type.asElement()
            .getModifiers()
            .contains(Modifier.STATIC) // Eclipse has an outer type even then
        && visit(enclosing) instanceof ParameterizedTypeName outer) {
      name =
          outer.nestedClass(
              raw.simpleName(), type.getTypeArguments().stream().map(this::visit).toList());
    } else {
      name = parameterized(raw, type);
    }
    return annotated(name, type);
  }

  private TypeName parameterized(ClassName raw, DeclaredType type) {
    TypeName[] arguments =
        type.getTypeArguments().stream().map(this::visit).toArray(TypeName[]::new);
    return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
  }

  /**
   * Adds the nullness annotations of {@code type} that generated code can name. An annotation with
   * elements is left out: they may hold anything.
   */
  private TypeName annotated(TypeName name, TypeMirror type) {
    List<AnnotationSpec> nullness =
        type.getAnnotationMirrors().stream()
            .filter(mirror -> isNullness(mirror) && mirror.getElementValues().isEmpty())
            .filter(mirror -> scope.canUse(mirror.getAnnotationType()))
            .map(AnnotationSpec::get)
            .toList();
    return nullness.isEmpty() ? name : name.annotated(nullness);
  }

  private static boolean isNullness(AnnotationMirror mirror) {
    return NULLNESS.contains(mirror.getAnnotationType().asElement().getSimpleName().toString());
  }
}
