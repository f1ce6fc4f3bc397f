package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/** The kinds of classes that are generated, each asked for by an annotation of its own. */
public enum TargetKind {
  CHANNEL;

  /** What users call it. */
  public String noun() {
    return switch (this) {
      case CHANNEL -> "channel";
    };
  }

  /** The annotation that asks for it. */
  public ClassName annotation() {
    return switch (this) {
      case CHANNEL -> RuntimeNames.ANNOTATION;
    };
  }

  /** What its name ends with, if the annotation does not say it. */
  public String suffix() {
    return switch (this) {
      case CHANNEL -> "Channel";
    };
  }

  /** The simple names of the classes that may be inside it. */
  public Set<String> nested() {
    return switch (this) {
      case CHANNEL ->
          Set.of("Receiver", "Payload", "Sender", "Shot", "View", "Handler", "ViewHandler");
    };
  }
}
