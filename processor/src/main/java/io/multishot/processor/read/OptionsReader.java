package io.multishot.processor.read;

import io.multishot.processor.model.TargetOptions;
import javax.lang.model.element.VariableElement;

/** Reads what an annotation says beside the message and the name. */
final class OptionsReader {

  private OptionsReader() {}

  static TargetOptions read(Declaration declaration) {
    RequestMirror annotation = declaration.annotation();
    return new TargetOptions(
        annotation.value("padded", Boolean.class).orElse(true),
        annotation
            .value("waitPolicy", VariableElement.class)
            .map(policy -> policy.getSimpleName().toString()));
  }
}
