package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.ReservedNames;
import io.multishot.processor.model.TargetKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads the methods of an interface that other threads are to be asked, its own and inherited. */
final class CallReader {

  /** How many parameters a method can have, beside {@code this} and the request. */
  private static final int MAX_PARAMETERS = 253;

  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  /** The other names in the generated methods that have a method's parameters. */
  private static final Set<String> LOCALS =
      Set.of(
          "answer",
          "caller",
          "cell",
          "declared",
          "failed",
          "request",
          "route",
          "server",
          "shot",
          "thrown");

  /** What follows a verb and an answer's name in the names of generated methods. */
  private static final List<String> ENDINGS = List.of("Uninterruptibly", "From");

  private final Types types;
  private final UncheckedConversion unchecked;

  CallReader(Types types) {
    this.types = types;
    this.unchecked = new UncheckedConversion(types);
  }

  /** Returns the methods, and reports what is wrong with them. */
  List<CallMethod> read(Declaration declaration) {
    Reporter reporter = declaration.reporter();
    checkDeclaration(declaration);
    InterfaceMethods methods =
        new InterfaceMethods(declaration.element(), declaration.scope(), types);
    List<ExecutableElement> asked = methods.toImplement();
    if (asked.isEmpty() && !reporter.hasErrors()) {
      reporter.error(Problem.CALL_EMPTY, declaration.name());
    }
    List<CallMethod> read = new ArrayList<>();
    for (ExecutableElement method : asked) {
      if (check(method, declaration)) {
        read.add(read(method, methods, declaration));
      }
    }
    readOthers(methods, asked, declaration);
    return named(read, asked, declaration);
  }

  /** Returns what the cell of these methods holds; empty if something is wrong. */
  Optional<Message> message(Declaration declaration, List<CallMethod> methods) {
    if (declaration.reporter().hasErrors()) {
      return Optional.empty();
    }
    TypeMirror type = declaration.element().asType();
    declaration.referenced().add(type);
    return Optional.of(
        Message.ofCalls(
            declaration.types().of(type),
            CallMethod.fields(methods, declaration.scope().nullness().nullable(ClassName.OBJECT))));
  }

  private static void checkDeclaration(Declaration declaration) {
    TypeElement element = declaration.element();
    if (element.getModifiers().contains(Modifier.SEALED)) {
      declaration.reporter().error(Problem.CALL_SEALED, declaration.name());
    }
    for (TargetKind kind : List.of(TargetKind.CHANNEL, TargetKind.SLAB)) {
      boolean isThere =
          element.getAnnotationMirrors().stream()
              .anyMatch(mirror -> RequestMirror.isNamed(mirror, kind.annotation()));
      if (isThere) {
        declaration
            .reporter()
            .error(Problem.CALL_AND_MESSAGE, declaration.name(), kind.annotation().simpleName());
      }
    }
  }

  /** Reports what keeps a method from being called. */
  private static boolean check(ExecutableElement method, Declaration declaration) {
    String signature = Signatures.of(method);
    if (!method.getTypeParameters().isEmpty()) {
      report(declaration, method, Problem.CALL_GENERIC, signature);
      return false;
    }
    boolean isClone = signature.equals("clone()") && !isReference(method.getReturnType());
    if (isClone || signature.equals("finalize()")) {
      report(declaration, method, Problem.CALL_OF_OBJECT, signature);
      return false;
    }
    if (isSuspending(method)) {
      report(declaration, method, Problem.CALL_SUSPEND, signature);
      return false;
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (thrown.getKind() == TypeKind.TYPEVAR) {
        report(declaration, method, Problem.CALL_THROWS, signature, thrown);
        return false;
      }
    }
    return true;
  }

  private static boolean isReference(TypeMirror type) {
    return !type.getKind().isPrimitive() && type.getKind() != TypeKind.VOID;
  }

  private static boolean isSuspending(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return !parameters.isEmpty()
        && parameters.get(parameters.size() - 1).asType() instanceof DeclaredType last
        && last.asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals(CONTINUATION);
  }

  private CallMethod read(
      ExecutableElement method, InterfaceMethods methods, Declaration declaration) {
    ExecutableType type = methods.typeOf(method);
    Supertype declaring = methods.declaring(method);
    TypeNames names = declaration.types();
    List<Field> parameters = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    int places = 1;
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      TypeMirror inherited = type.getParameterTypes().get(i);
      reference(inherited, method, declaration);
      TypeName name = names.of(parameter.asType(), declaring, inherited);
      parameters.add(
          new Field(
              free(parameter.getSimpleName().toString(), taken),
              names.annotated(name, parameter.asType(), parameter)));
      places +=
          inherited.getKind() == TypeKind.LONG || inherited.getKind() == TypeKind.DOUBLE ? 2 : 1;
    }
    if (places > MAX_PARAMETERS + 1) {
      report(
          declaration,
          method,
          Problem.CALL_TOO_MANY,
          Signatures.of(method),
          places,
          MAX_PARAMETERS + 1);
    }
    List<TypeMirror> thrown = thrown(method, methods);
    thrown.forEach(exception -> reference(exception, method, declaration));
    return new CallMethod(
        method.getSimpleName().toString(),
        parameters,
        method.isVarArgs(),
        result(method, methods, declaration),
        thrown.stream().map(names::of).toList(),
        thrown.stream().anyMatch(CallReader::isInterruption),
        isRaw(method, type),
        "");
  }

  /** Whether a parameter's type is erased where the method is inherited. */
  private boolean isRaw(ExecutableElement method, ExecutableType inherited) {
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror declared = method.getParameters().get(i).asType();
      TypeMirror erased = types.erasure(declared);
      if (!types.isSameType(declared, erased)
          && types.isSameType(inherited.getParameterTypes().get(i), erased)) {
        return true;
      }
    }
    return false;
  }

  private TypeName result(
      ExecutableElement method, InterfaceMethods methods, Declaration declaration) {
    TypeMirror result = methods.typeOf(method).getReturnType();
    if (result.getKind() == TypeKind.VOID) {
      return TypeName.VOID;
    }
    reference(result, method, declaration);
    TypeName name =
        declaration.types().of(method.getReturnType(), methods.declaring(method), result);
    return declaration.types().annotated(name, method.getReturnType(), method);
  }

  /** The exceptions that an implementation may throw, whichever interfaces declare the method. */
  private List<TypeMirror> thrown(ExecutableElement method, InterfaceMethods methods) {
    String signature = Signatures.of(method);
    List<TypeMirror> thrown = new ArrayList<>();
    for (TypeMirror exception : methods.typeOf(method).getThrownTypes()) {
      boolean isAllowed =
          methods.all().stream()
              .filter(other -> other.getModifiers().contains(Modifier.ABSTRACT))
              .filter(other -> Signatures.of(other).equals(signature))
              .allMatch(other -> throwsAny(other, methods, exception));
      if (isAllowed) {
        thrown.add(exception);
      }
    }
    return thrown;
  }

  private boolean throwsAny(
      ExecutableElement method, InterfaceMethods methods, TypeMirror exception) {
    return methods.typeOf(method).getThrownTypes().stream()
        .anyMatch(declared -> types.isSubtype(exception, declared));
  }

  private static boolean isInterruption(TypeMirror exception) {
    return exception instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getQualifiedName().contentEquals("java.lang.InterruptedException");
  }

  private static void reference(
      TypeMirror type, ExecutableElement method, Declaration declaration) {
    declaration.referenced().add(type);
    TargetScope scope = declaration.scope();
    scope
        .obstacle(type)
        .ifPresent(
            obstacle ->
                report(
                    declaration,
                    method,
                    obstacle.problem(),
                    obstacle.arguments(declaration.types().of(type), scope)));
  }

  /** Class files may lack the names of parameters, so nothing but other parameters shows them. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    while (LOCALS.contains(free)
        || ReservedNames.CALLED.contains(free)
        || ReservedNames.ROOT_PACKAGES.contains(free)
        || TargetKind.CALL.called().contains(free)
        || !taken.add(free)) {
      free += "_";
    }
    return free;
  }

  /** Reads what the stub overrides, and what it cannot have. */
  private void readOthers(
      InterfaceMethods methods, List<ExecutableElement> asked, Declaration declaration) {
    Map<String, TypeMirror> implemented = new HashMap<>();
    for (ExecutableElement method : asked) {
      implemented.put(Signatures.of(method), methods.typeOf(method).getReturnType());
    }
    for (ExecutableElement method : methods.all()) {
      TypeMirror result = implemented.get(Signatures.of(method));
      if (result != null) {
        declaration.referenced().addLint(method);
        if (unchecked.isConversion(result, methods.typeOf(method).getReturnType())) {
          declaration.referenced().addLint("unchecked");
        }
      }
      if (method.isDefault() && Signatures.of(method).matches("(clone|finalize)\\(\\)")) {
        report(declaration, method, Problem.CALL_OF_OBJECT, Signatures.of(method));
      }
    }
    if (methods.areSerializable()) {
      declaration.referenced().addLint("serial"); // a stub cannot be serialized, and need not
    }
  }

  /** Gives each answer its name: none, if all have the same type. */
  private static List<CallMethod> named(
      List<CallMethod> methods, List<ExecutableElement> elements, Declaration declaration) {
    if (declaration.reporter().hasErrors()) {
      return methods;
    }
    boolean isOneType = methods.stream().map(CallMethod::result).distinct().count() == 1;
    Map<String, CallMethod> byName = new HashMap<>();
    List<CallMethod> named = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      CallMethod method = methods.get(i);
      String name = CallMethod.capitalized(method.name());
      CallMethod namesake = byName.putIfAbsent(name, method);
      if (namesake != null && !namesake.name().equals(method.name())) {
        report(declaration, elements.get(i), Problem.CALL_NAMES, method.name(), namesake.name());
      } else if (!isOneType && name.equals("Result") && isObject(method.result())) {
        report(declaration, elements.get(i), Problem.CALL_NAMES, method.name(), "sendResult");
      } else if (namesake != null && !namesake.result().equals(method.result())) {
        report(
            declaration,
            elements.get(i),
            Problem.CALL_RESULTS,
            method.name(),
            namesake.result(),
            method.result());
      }
      named.add(
          new CallMethod(
              method.name(),
              method.parameters(),
              method.isVarArgs(),
              method.result(),
              method.thrown(),
              method.isInterruptible(),
              method.isRaw(),
              isOneType ? "" : name));
    }
    if (!isOneType) {
      checkEndings(byName, elements, methods, declaration);
    }
    return named;
  }

  /** Whether {@code sendResult}, which the runtime calls, would have the same parameter. */
  private static boolean isObject(TypeName type) {
    return type.withoutAnnotations().equals(ClassName.OBJECT) || type instanceof TypeVariableName;
  }

  private static void checkEndings(
      Map<String, CallMethod> byName,
      List<ExecutableElement> elements,
      List<CallMethod> methods,
      Declaration declaration) {
    for (int i = 0; i < methods.size(); i++) {
      for (String ending : ENDINGS) {
        CallMethod other = byName.get(CallMethod.capitalized(methods.get(i).name()) + ending);
        if (other != null) {
          report(
              declaration,
              elements.get(i),
              Problem.CALL_NAMES,
              methods.get(i).name(),
              other.name());
        }
      }
    }
  }

  /** Reports at the method, or at the annotation if another type declares it. */
  private static void report(
      Declaration declaration, Element method, Problem problem, Object... arguments) {
    if (declaration.element().equals(method.getEnclosingElement())) {
      declaration.reporter().errorAt(method, problem, arguments);
    } else {
      arguments[0] = arguments[0] + ", inherited from " + method.getEnclosingElement() + ",";
      declaration.reporter().error(problem, arguments);
    }
  }
}
