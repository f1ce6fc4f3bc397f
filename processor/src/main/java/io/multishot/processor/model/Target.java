package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A class to generate: all that the writers need to know.
 *
 * @param kind what it is
 * @param declaration the annotated type
 * @param name the name of the class to generate
 * @param typeVariables the declaration's type parameters
 * @param message what one shot carries
 * @param methods of a call: those that can be asked
 * @param isPublic whether the class is public rather than package-private
 * @param options what else the annotation says
 * @param inherited the simple names of the classes that an implementation of the message inherits
 *     from the declaration
 * @param importsJavaLang whether classes of {@code java.lang} must be imported, because its package
 *     has a class of the same name as one of them
 * @param suppressed the lint categories that compilers report where the message's types are named
 * @param generated {@code @Generated}, if it can be used
 * @param nullness how the declaration's module says that a reference may be null
 */
public record Target(
    TargetKind kind,
    ClassName declaration,
    ClassName name,
    List<TypeVariableName> typeVariables,
    Message message,
    List<CallMethod> methods,
    boolean isPublic,
    TargetOptions options,
    Set<String> inherited,
    boolean importsJavaLang,
    Set<String> suppressed,
    Optional<ClassName> generated,
    Nullness nullness) {

  public boolean isGeneric() {
    return !typeVariables.isEmpty();
  }
}
