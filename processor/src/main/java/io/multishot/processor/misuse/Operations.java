package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Name;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds operations by the compiler's own names, with a string made of each only once. */
final class Operations {

  private final Map<Name, @Nullable Operation> byName = new HashMap<>();

  Operations(Elements elements) {
    for (Operation operation : Operation.values()) {
      byName.put(elements.getName(operation.method()), operation);
    }
  }

  @Nullable Operation named(Name name) {
    Operation known = byName.get(name);
    if (known == null && !byName.containsKey(name)) {
      known = ofAnswer(name.toString());
      byName.put(name, known);
    }
    return known;
  }

  /** The methods of one answer of several, and all that ask, bear the name of what is asked. */
  private static @Nullable Operation ofAnswer(String name) {
    if (name.startsWith(Operation.SEND.method())) {
      return name.endsWith("From") ? Operation.SEND_FROM : Operation.SEND;
    }
    for (Operation operation : List.of(Operation.ASK, Operation.PEEK, Operation.TO_FUTURE)) {
      if (name.startsWith(operation.method())) {
        return operation;
      }
    }
    return null;
  }
}
