package io.multishot.processor.read;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;

/** Methods as messages name them: the same for each compiler. */
final class Signatures {

  private Signatures() {}

  /** Returns the type parameters, the name and the parameters. */
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
