package io.multishot.processor.read;

import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the accessors of an interface, its own and those it inherits. */
final class AccessorReader {

  private final Types types;
  private final UncheckedConversion unchecked;

  AccessorReader(Types types) {
    this.types = types;
    this.unchecked = new UncheckedConversion(types);
  }

  Optional<Message> read(Declaration declaration) {
    if (declaration.element().getModifiers().contains(Modifier.SEALED)) {
      declaration.reporter().error(Problem.SEALED, declaration.name());
    }
    InterfaceMethods methods =
        new InterfaceMethods(declaration.element(), declaration.scope(), types);
    List<Field> fields = new ArrayList<>();
    Map<String, TypeMirror> implemented = new HashMap<>();
    for (ExecutableElement accessor : methods.toImplement()) {
      readAccessor(accessor, methods, declaration).ifPresent(fields::add);
      implemented.put(Signatures.of(accessor), methods.typeOf(accessor).getReturnType());
    }
    readOthers(methods, implemented, declaration);
    if (fields.isEmpty() && !declaration.reporter().hasErrors()) {
      declaration.reporter().error(Problem.NO_PAYLOAD, declaration.name());
    }
    if (declaration.reporter().hasErrors()) {
      return Optional.empty();
    }
    TypeMirror type = declaration.element().asType();
    declaration.referenced().add(type);
    if (methods.areSerializable()) {
      declaration.referenced().addLint("serial"); // a view cannot be serialized, and need not
    }
    return Optional.of(Message.ofAccessors(declaration.types().of(type), fields));
  }

  private static Optional<Field> readAccessor(
      ExecutableElement accessor, InterfaceMethods methods, Declaration declaration) {
    String name = accessor.getSimpleName().toString();
    TypeMirror result = methods.typeOf(accessor).getReturnType();
    if (!accessor.getParameters().isEmpty() || !accessor.getTypeParameters().isEmpty()) {
      report(declaration, accessor, Problem.ACCESSOR_PARAMETERS, Signatures.of(accessor));
      return Optional.empty();
    }
    if (result.getKind() == TypeKind.VOID) {
      report(declaration, accessor, Problem.ACCESSOR_VOID, Signatures.of(accessor));
      return Optional.empty();
    }
    if (name.equals("finalize") || (name.equals("clone") && result.getKind().isPrimitive())) {
      report(declaration, accessor, Problem.ACCESSOR_OF_OBJECT, Signatures.of(accessor));
      return Optional.empty();
    }
    declaration.referenced().add(result);
    TargetScope scope = declaration.scope();
    scope
        .obstacle(result)
        .ifPresent(
            obstacle ->
                report(
                    declaration,
                    accessor,
                    obstacle.problem(),
                    obstacle.arguments(declaration.types().of(result), scope)));
    TypeName type =
        declaration.types().of(accessor.getReturnType(), methods.declaring(accessor), result);
    return Optional.of(
        new Field(name, declaration.types().annotated(type, accessor.getReturnType(), accessor)));
  }

  /** Reads what the view overrides beside the accessors, and what it cannot have. */
  private void readOthers(
      InterfaceMethods methods, Map<String, TypeMirror> implemented, Declaration declaration) {
    for (ExecutableElement method : methods.all()) {
      TypeMirror result = implemented.get(Signatures.of(method));
      if (result != null || methods.isOfObject(method)) {
        declaration.referenced().addLint(method); // the view overrides it
      }
      if (result != null
          && unchecked.isConversion(result, methods.typeOf(method).getReturnType())) {
        declaration.referenced().addLint("unchecked");
      }
      if (method.isDefault() && Signatures.of(method).matches("(clone|finalize)\\(\\)")) {
        report(declaration, method, Problem.ACCESSOR_OF_OBJECT, Signatures.of(method));
      }
    }
  }

  /** Reports at the accessor, or at the annotation if another type declares the accessor. */
  private static void report(
      Declaration declaration, ExecutableElement accessor, Problem problem, Object... arguments) {
    if (declaration.element().equals(accessor.getEnclosingElement())) {
      declaration.reporter().errorAt(accessor, problem, arguments);
    } else {
      arguments[0] = arguments[0] + ", inherited from " + accessor.getEnclosingElement() + ",";
      declaration.reporter().error(problem, arguments);
    }
  }
}
