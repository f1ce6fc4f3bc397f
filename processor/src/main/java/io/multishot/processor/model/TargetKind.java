package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Set;

/** The kinds of classes that are generated, each asked for by an annotation of its own. */
public enum TargetKind {
  CHANNEL,
  SLAB,
  CALL;

  /** What users call it. */
  public String noun() {
    return switch (this) {
      case CHANNEL -> "channel";
      case SLAB -> "slab";
      case CALL -> "call";
    };
  }

  /** The annotation that asks for it. */
  public ClassName annotation() {
    return switch (this) {
      case CHANNEL -> RuntimeNames.ANNOTATION;
      case SLAB -> RuntimeNames.SLAB_ANNOTATION;
      case CALL -> RuntimeNames.CALL_ANNOTATION;
    };
  }

  /** What its name ends with, if the annotation does not say it. */
  public String suffix() {
    return switch (this) {
      case CHANNEL -> "Channel";
      case SLAB -> "Slab";
      case CALL -> "Call";
    };
  }

  /** The simple names of the classes that may be inside it. */
  public Set<String> nested() {
    return switch (this) {
      case CHANNEL ->
          Set.of("Receiver", "Payload", "Sender", "Shot", "View", "Handler", "ViewHandler");
      case SLAB -> Set.of("Handler", "Copy");
      case CALL -> Set.of("Caller", "Payload", "Request", "Server", "Stub", "Handler");
    };
  }

  /** The runtime's classes whose static methods are called where a message's names are in scope. */
  public Set<String> called() {
    return switch (this) {
      case CHANNEL -> Set.of();
      case SLAB -> Set.of(RuntimeNames.SLAB.simpleName());
      case CALL -> Set.of(RuntimeNames.CALL_ROUTE.simpleName());
    };
  }
}
