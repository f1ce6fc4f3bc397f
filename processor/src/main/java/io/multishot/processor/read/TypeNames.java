package io.multishot.processor.read;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.ReservedNames;
import io.multishot.processor.model.TargetKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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

  private final TargetScope scope;
  private final NullnessReader nullness;

  /** What stands for each type parameter; for Eclipse, an annotated one is another element. */
  private final Map<String, TypeName> variables = new HashMap<>();

  /** For the types in each supertype of the declaration. */
  private final Map<TypeElement, TypeNames> inSupertypes = new HashMap<>();

  private TypeNames(TargetScope scope, NullnessReader nullness) {
    this.scope = scope;
    this.nullness = nullness;
  }

  /** For the types in a declaration, whose type parameters are renamed where they are reserved. */
  TypeNames(Request request, TargetScope scope, NullnessReader nullness) {
    this(scope, nullness);
    TypeElement declaration = request.element();
    Set<String> reserved = reserved(request.kind());
    if (request.kind()
        == TargetKind.SLAB) { // the class whose name is used, and has type parameters
      reserved.add(NameReader.simpleName(request));
    }
    Set<String> taken = new HashSet<>(reserved);
    for (TypeParameterElement parameter : declaration.getTypeParameters()) {
      taken.add(parameter.getSimpleName().toString());
    }
    for (TypeParameterElement parameter : declaration.getTypeParameters()) {
      String name = parameter.getSimpleName().toString();
      String free = name;
      while (reserved.contains(free) || (!free.equals(name) && taken.contains(free))) {
        free += "_";
      }
      variables.put(name, TypeVariableName.get(free));
    }
  }

  /** The names in a target that a type parameter of the same name would shadow or obscure. */
  private static Set<String> reserved(TargetKind kind) {
    Set<String> reserved = new HashSet<>(kind.nested());
    reserved.addAll(ReservedNames.CLASS_ANNOTATIONS);
    reserved.addAll(ReservedNames.ROOT_PACKAGES);
    return reserved;
  }

  TypeName of(TypeMirror type) {
    return visit(type);
  }

  /**
   * Names a type that {@code declaring} mentions, as the declaration inherits it. Compilers can
   * tell the type, but javac forgets the nullness of a type parameter, and Eclipse adds that of the
   * argument to it.
   *
   * @param inherited what the compiler tells
   */
  TypeName of(TypeMirror type, Supertype declaring, TypeMirror inherited) {
    return declaring.isRaw() ? nullness.overriding(of(inherited), type) : in(declaring).of(type);
  }

  /** Adds the nullness that {@code element} has for its type. */
  TypeName annotated(TypeName name, TypeMirror type, Element element) {
    return nullness.ofElement(name, type, element);
  }

  private TypeNames in(Supertype type) {
    if (type.subtype().isEmpty()) {
      return this;
    }
    TypeNames known = inSupertypes.get(type.element());
    if (known != null) {
      return known;
    }
    TypeNames names = new TypeNames(scope, nullness);
    Iterator<? extends TypeMirror> arguments = type.named().getTypeArguments().iterator();
    for (TypeParameterElement parameter : type.element().getTypeParameters()) {
      names.variables.put(
          parameter.getSimpleName().toString(), in(type.subtype().get()).of(arguments.next()));
    }
    inSupertypes.put(type.element(), names);
    return names;
  }

  TypeVariableName of(TypeParameterElement parameter) {
    TypeName[] bounds = parameter.getBounds().stream().map(this::of).toArray(TypeName[]::new);
    return TypeVariableName.get(variable(parameter).toString(), bounds);
  }

  private TypeName variable(Element parameter) {
    String name = parameter.getSimpleName().toString();
    return variables.getOrDefault(name, TypeVariableName.get(name));
  }

  @Override
  protected TypeName defaultAction(TypeMirror type, @Nullable Void unused) {
    return TypeName.get(type);
  }

  @Override
  public TypeName visitArray(ArrayType type, @Nullable Void unused) {
    return nullness.added(ArrayTypeName.of(visit(type.getComponentType())), type);
  }

  @Override
  public TypeName visitTypeVariable(TypeVariable type, @Nullable Void unused) {
    return nullness.overriding(variable(type.asElement()), type);
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

  /** A class of a target that is about to be written. */
  @Override
  public TypeName visitError(ErrorType type, @Nullable Void unused) {
    ClassName raw = scope.find(type).orElseThrow(() -> UnresolvedException.of(type));
    return nullness.added(parameterized(raw, type), type);
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
    return nullness.added(name, type);
  }

  private TypeName parameterized(ClassName raw, DeclaredType type) {
    TypeName[] arguments =
        type.getTypeArguments().stream().map(this::visit).toArray(TypeName[]::new);
    return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
  }
}
