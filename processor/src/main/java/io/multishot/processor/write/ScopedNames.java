package io.multishot.processor.write;

import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.Target;
import io.multishot.processor.model.TargetKind;
import java.util.HashSet;
import java.util.Set;

/** Finds the simple names of classes that mean something inside a target without an import. */
final class ScopedNames {

  private final Set<String> names;

  private ScopedNames(TargetKind kind, Message.Form form) {
    names = new HashSet<>(kind.nested());
    if (form != Message.Form.RECORD) {
      names.remove("ViewHandler");
    }
    if (form == Message.Form.VALUE) {
      names.remove("View");
    }
    if (form != Message.Form.VIEW) {
      names.remove("Copy");
    }
    if (form == Message.Form.CALL) {
      names.remove("Handler"); // it has one for each answer
    }
  }

  static Set<String> of(Target target) {
    ScopedNames scoped = new ScopedNames(target.kind(), target.message().form());
    scoped.names.add(target.name().simpleName());
    if (target.message().is(Message.Form.CALL)) {
      for (ReceiveForm answer : ReceiveForm.of(target)) {
        scoped.names.add(answer.handler());
      }
    }
    for (TypeVariableName variable : target.typeVariables()) {
      scoped.names.add(variable.name());
    }
    scoped.names.addAll(target.inherited());
    return scoped.names;
  }
}
