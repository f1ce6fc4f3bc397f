package io.multishot.processor;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/** Methods as messages name them. What compilers themselves give differs between them. */
final class Signatures {

  private Signatures() {}

  /** The name and the parameters, type parameters in front. */
  static String of(ExecutableElement method) {
    String typeParameters =
        method.getTypeParameters().stream()
            .map(parameter -> parameter.getSimpleName().toString())
            .collect(Collectors.joining(","));
    String parameters =
        method.getParameters().stream()
            .map(parameter -> parameter.asType().toString())
            .collect(Collectors.joining(","));
    return (typeParameters.isEmpty() ? "" : "<" + typeParameters + ">")
        + method.getSimpleName()
        + "("
        + parameters
        + ")";
  }
}
