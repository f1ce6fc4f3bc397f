package io.multishot.processor.read;

import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;

/** Reads the bounds of a declaration's type parameters, which the target repeats. */
final class BoundReader {

  private BoundReader() {}

  /** Reports each bound that the target cannot name. */
  static void read(Declaration declaration) {
    for (TypeParameterElement parameter : declaration.element().getTypeParameters()) {
      for (TypeMirror bound : parameter.getBounds()) {
        declaration.referenced().add(bound);
        declaration
            .scope()
            .obstacle(bound)
            .ifPresent(
                obstacle ->
                    declaration
                        .reporter()
                        .errorAt(
                            parameter,
                            obstacle.problem(),
                            obstacle.arguments(
                                "%s, the bound of %s in %s,"
                                    .formatted(
                                        declaration.types().of(bound),
                                        parameter,
                                        declaration.element()),
                                declaration.scope())));
      }
    }
  }
}
