package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Field;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.ReservedNames;
import io.multishot.processor.model.Target;
import io.multishot.processor.model.TargetKind;
import io.multishot.processor.model.TargetOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads annotated declarations into {@link Target}s, and reports every problem of them. It is of
 * use for one round: it remembers which classes there are.
 */
public final class DeclarationReader {

  /** How many parameters a method can have, beside {@code this}. */
  private static final int MAX_PARAMETERS = 254;

  /** How many of them the id of a slab's shot takes. */
  private static final int ID_PLACES = 2;

  private final Elements elements;
  private final KnownClasses classes;
  private final MessageReader messages;
  private final CallReader calls;
  private final NameReader names;
  private final ObscuredNames obscured;

  public DeclarationReader(Elements elements, Types types) {
    this.elements = elements;
    this.classes = new KnownClasses(elements);
    this.messages = new MessageReader(elements, types);
    this.calls = new CallReader(types);
    this.names = new NameReader();
    this.obscured = new ObscuredNames(elements);
  }

  /**
   * Returns the target that a declaration asks for; empty if that is in error, and reported.
   *
   * @param pending the targets that it may reference already
   * @throws UnresolvedException if something else that it references does not exist yet
   */
  public Optional<Target> read(Request request, Reporter reporter, PendingTargets pending) {
    Declaration declaration = Declaration.of(request, reporter, elements, classes, pending);
    TypeElement element = declaration.element();
    boolean isCall = declaration.kind() == TargetKind.CALL;
    if (isCall && element.getKind() != ElementKind.INTERFACE) {
      reporter.error(Problem.CALL_KIND, declaration.name(), Kinds.describe(element));
      return Optional.empty();
    }
    if (element.getKind() != ElementKind.INTERFACE && element.getKind() != ElementKind.RECORD) {
      reporter.error(Problem.KIND, declaration.name(), Kinds.describe(element));
      return Optional.empty();
    }
    BoundReader.read(declaration);
    List<CallMethod> methods = isCall ? calls.read(declaration) : List.of();
    Optional<Message> message =
        isCall ? calls.message(declaration, methods) : messages.read(declaration);
    message.filter(found -> !isCall).ifPresent(found -> checkSize(found, declaration));
    checkTypeVariables(declaration);
    VisibilityReader.checkReachable(declaration);
    Optional<ClassName> name = names.read(declaration);
    TargetOptions options = OptionsReader.read(declaration);
    if (message.isPresent() && name.isPresent()) {
      obscured.check(declaration, name.get(), message.get());
    }
    return reporter.hasErrors()
        ? Optional.empty()
        : Optional.of(
            describe(declaration, name.orElseThrow(), message.orElseThrow(), methods, options));
  }

  /**
   * Returns what is known of the target of a declaration before that can be read, if its name can
   * be one.
   */
  public Optional<PendingTarget> pending(Request request) {
    if (!NameReader.isValid(NameReader.simpleName(request))) {
      return Optional.empty();
    }
    TypeElement element = request.element();
    String packageName = elements.getPackageOf(element).getQualifiedName().toString();
    return Optional.of(
        new PendingTarget(
            request.kind(),
            NameReader.nameOf(request, packageName),
            VisibilityReader.isPublic(element),
            request.isGeneric()));
  }

  private Target describe(
      Declaration declaration,
      ClassName name,
      Message message,
      List<CallMethod> methods,
      TargetOptions options) {
    TypeElement element = declaration.element();
    ReferencedTypes referenced = declaration.referenced();
    TargetScope scope = declaration.scope();
    boolean isPublic = VisibilityReader.isPublic(element) && referenced.areAllPublic();
    return new Target(
        declaration.kind(),
        ClassName.get(element),
        name,
        element.getTypeParameters().stream().map(declaration.types()::of).toList(),
        message,
        methods,
        isPublic,
        options,
        obscured.inherited(declaration, message),
        scope.hasClass(
            Stream.concat(ReservedNames.JAVA_LANG.stream(), referenced.simpleNames("java.lang"))),
        LintReader.read(declaration, isPublic),
        scope.generatedAnnotation(isPublic),
        scope.nullness());
  }

  private static void checkSize(Message message, Declaration declaration) {
    int places = 0;
    for (Field field : message.fields()) {
      boolean isWide = field.type().equals(TypeName.LONG) || field.type().equals(TypeName.DOUBLE);
      places += isWide ? 2 : 1;
    }
    int most = MAX_PARAMETERS - (declaration.kind() == TargetKind.SLAB ? ID_PLACES : 0);
    if (places > most) {
      declaration.reporter().error(Problem.TOO_MANY, declaration.name(), places, most);
    }
  }

  private static void checkTypeVariables(Declaration declaration) {
    declaration
        .referenced()
        .variableNotOf(declaration.element())
        .ifPresent(
            variable ->
                declaration
                    .reporter()
                    .error(
                        Problem.FOREIGN_PARAMETER,
                        declaration.name(),
                        variable,
                        variable.getGenericElement()));
  }
}
