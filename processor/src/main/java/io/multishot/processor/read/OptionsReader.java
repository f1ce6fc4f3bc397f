package io.multishot.processor.read;

import io.multishot.processor.model.TargetKind;
import io.multishot.processor.model.TargetOptions;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Reads what an annotation says beside the message and the name. */
final class OptionsReader {

  /** The sign bit is none of an id's. */
  private static final int MAX_ID_BITS = Long.SIZE - 1;

  /** With fewer, the names of a slot come again so soon that a late reply may meet one. */
  private static final int MIN_ID_BITS = 32;

  private OptionsReader() {}

  /** Returns the options, those that are not given by their defaults; reports what is wrong. */
  static TargetOptions read(Declaration declaration) {
    RequestMirror annotation = declaration.annotation();
    boolean isPaddedByDefault = declaration.kind() != TargetKind.SLAB;
    return new TargetOptions(
        annotation.value("padded", Boolean.class).orElse(isPaddedByDefault),
        waitPolicy(annotation, "waitPolicy"),
        waitPolicy(annotation, "serverWaitPolicy"),
        idBits(declaration),
        annotation.value("deadlines", Boolean.class).orElse(false));
  }

  private static Optional<String> waitPolicy(RequestMirror annotation, String member) {
    return annotation
        .value(member, VariableElement.class)
        .map(policy -> policy.getSimpleName().toString());
  }

  private static int idBits(Declaration declaration) {
    Optional<Integer> given = declaration.annotation().value("idBits", Integer.class);
    given
        .filter(bits -> bits < MIN_ID_BITS || bits > MAX_ID_BITS)
        .ifPresent(
            bits ->
                declaration
                    .reporter()
                    .errorAt(
                        declaration.annotation().value("idBits"),
                        Problem.ID_BITS,
                        bits,
                        MIN_ID_BITS,
                        MAX_ID_BITS));
    return given.orElse(MAX_ID_BITS);
  }
}
