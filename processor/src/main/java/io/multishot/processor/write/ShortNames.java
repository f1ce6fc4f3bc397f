package io.multishot.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.Nullness;
import io.multishot.processor.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives the types of a target the names that they have in its file. */
final class ShortNames {

  private final Source source;

  ShortNames(Source source) {
    this.source = source;
  }

  Target of(Target target) {
    return new Target(
        target.kind(),
        target.declaration(),
        ClassName.get("", target.name().simpleName()),
        declared(target.typeVariables()),
        of(target.message()),
        methods(target.methods()),
        target.isPublic(),
        target.options(),
        target.inherited(),
        target.importsJavaLang(),
        target.suppressed(),
        of(target.generated()),
        new Nullness(target.nullness().nullable(), of(target.nullness().marked())));
  }

  private Optional<ClassName> of(Optional<ClassName> annotation) {
    return annotation.isPresent() ? Optional.of(source.use(annotation.get())) : annotation;
  }

  private List<CallMethod> methods(List<CallMethod> methods) {
    List<CallMethod> named = new ArrayList<>();
    for (CallMethod method : methods) {
      named.add(
          new CallMethod(
              method.name(),
              fields(method.parameters()),
              method.isVarArgs(),
              of(method.result()),
              of(method.thrown()),
              method.isInterruptible(),
              method.isRaw(),
              method.answer()));
    }
    return named;
  }

  private List<Field> fields(List<Field> fields) {
    List<Field> named = new ArrayList<>();
    for (Field field : fields) {
      named.add(new Field(field.name(), of(field.type())));
    }
    return named;
  }

  private Message of(Message message) {
    return new Message(
        message.form(),
        of(message.type()),
        fields(message.fields()),
        message.isVarArgs(),
        message.isChecked(),
        message.isSentByField());
  }

  private TypeName of(TypeName type) {
    if (type.isPrimitive() || type.equals(TypeName.VOID)) {
      return type;
    }
    TypeName name = unannotated(type);
    return type.isAnnotated() ? name.annotated(annotations(type)) : name;
  }

  private List<TypeName> of(List<TypeName> types) {
    List<TypeName> names = new ArrayList<>();
    for (TypeName type : types) {
      names.add(of(type));
    }
    return names;
  }

  private TypeName unannotated(TypeName type) {
    if (type instanceof ClassName name) {
      return source.use(name.withoutAnnotations());
    }
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(of(array.componentType()));
    }
    if (type instanceof ParameterizedTypeName parameterized) {
      return parameterized(parameterized);
    }
    if (type instanceof WildcardTypeName wildcard) {
      return wildcard(wildcard);
    }
    return type.withoutAnnotations(); // a type variable, whose bounds are written elsewhere
  }

  private TypeName parameterized(ParameterizedTypeName type) {
    List<TypeName> arguments = of(type.typeArguments());
    if (type.enclosingType() != null) {
      ParameterizedTypeName outer = (ParameterizedTypeName) of(type.enclosingType());
      return outer.nestedClass(type.rawType().simpleName(), arguments);
    }
    return ParameterizedTypeName.get(
        source.use(type.rawType().withoutAnnotations()), arguments.toArray(new TypeName[0]));
  }

  /** An unbounded wildcard keeps its bound in full, by which JavaPoet knows it. */
  private TypeName wildcard(WildcardTypeName type) {
    if (!type.lowerBounds().isEmpty()) {
      return WildcardTypeName.supertypeOf(of(type.lowerBounds().get(0)));
    }
    TypeName bound = type.upperBounds().get(0);
    return WildcardTypeName.subtypeOf(bound.equals(ClassName.OBJECT) ? bound : of(bound));
  }

  private List<TypeVariableName> declared(List<TypeVariableName> variables) {
    List<TypeVariableName> names = new ArrayList<>();
    for (TypeVariableName variable : variables) {
      names.add(declared(variable));
    }
    return names;
  }

  private TypeVariableName declared(TypeVariableName variable) {
    TypeVariableName name =
        TypeVariableName.get(variable.name(), of(variable.bounds()).toArray(new TypeName[0]));
    return variable.isAnnotated() ? name.annotated(annotations(variable)) : name;
  }

  private List<AnnotationSpec> annotations(TypeName type) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    for (AnnotationSpec annotation : type.annotations()) {
      annotations.add(AnnotationSpec.builder(source.use((ClassName) annotation.type())).build());
    }
    return annotations;
  }
}
