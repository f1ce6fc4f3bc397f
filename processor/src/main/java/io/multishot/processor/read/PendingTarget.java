package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.Target;
import io.multishot.processor.model.TargetKind;

/**
 * What other declarations need to know of a target that is about to be written.
 *
 * @param kind what it is
 * @param name the name of its class
 * @param isPublic whether it is public rather than package-private
 * @param isGeneric whether it has type parameters
 */
public record PendingTarget(TargetKind kind, ClassName name, boolean isPublic, boolean isGeneric) {

  public static PendingTarget of(Target target) {
    return new PendingTarget(target.kind(), target.name(), target.isPublic(), target.isGeneric());
  }
}
