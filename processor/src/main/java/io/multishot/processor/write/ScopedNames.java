package io.multishot.processor.write;

import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.Channel;
import io.multishot.processor.model.Message;
import io.multishot.processor.model.ReservedNames;
import java.util.HashSet;
import java.util.Set;

/** Finds the simple names of classes that mean something inside a channel without an import. */
final class ScopedNames {

  private final Set<String> names = new HashSet<>(ReservedNames.NESTED);

  private ScopedNames(Message.Form form) {
    if (form != Message.Form.RECORD) {
      names.remove("ViewHandler");
    }
    if (form == Message.Form.VALUE) {
      names.remove("View");
    }
  }

  static Set<String> of(Channel channel) {
    ScopedNames scoped = new ScopedNames(channel.message().form());
    scoped.names.add(channel.name().simpleName());
    for (TypeVariableName variable : channel.typeVariables()) {
      scoped.names.add(variable.name());
    }
    scoped.names.addAll(channel.inherited());
    return scoped.names;
  }
}
