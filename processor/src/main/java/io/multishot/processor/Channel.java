package io.multishot.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * A channel to generate: all that the writers need to know.
 *
 * @param origin the annotated declaration, which the file originates from
 * @param name the name of the class to generate
 * @param typeVariables the declaration's type parameters
 * @param message what one shot carries
 * @param isPublic whether the class is public rather than package-private
 * @param isPadded whether the cell shares no cache line with anything else
 * @param waitPolicy the name of how the receiver waits; empty for the default
 * @param hidesJavaLang whether its package has classes named like those of {@code java.lang} that
 *     the channel mentions, so that these must be imported
 * @param suppressed the lint categories of what a compiler warns of where the message's types are
 *     named
 * @param generated {@code @Generated}, if it can be used
 * @param nullable JSpecify's {@code @Nullable}, if the declaration's module can see it
 */
record Channel(
    TypeElement origin,
    ClassName name,
    List<TypeVariableName> typeVariables,
    Message message,
    boolean isPublic,
    boolean isPadded,
    Optional<String> waitPolicy,
    boolean hidesJavaLang,
    Set<String> suppressed,
    Optional<ClassName> generated,
    Optional<ClassName> nullable) {}
