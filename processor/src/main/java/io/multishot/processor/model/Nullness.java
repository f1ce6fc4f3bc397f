package io.multishot.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * How generated code says that a reference may be null.
 *
 * @param nullable the annotation that says so, if the code can name one
 * @param marked the annotation of the target that says how other references are meant, if it needs
 *     one
 */
public record Nullness(Optional<ClassName> nullable, Optional<ClassName> marked) {

  /** Returns {@code type} marked as nullable, or {@code type} itself if there is no annotation. */
  public TypeName nullable(TypeName type) {
    return nullable.isPresent()
        ? type.annotated(AnnotationSpec.builder(nullable.get()).build())
        : type;
  }
}
