package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Name;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds operations by the compiler's own names, without a string being made of each. */
final class Operations {

  private final Map<Name, Operation> byName = new HashMap<>();

  Operations(Elements elements) {
    for (Operation operation : Operation.values()) {
      byName.put(elements.getName(operation.method()), operation);
    }
  }

  @Nullable Operation named(Name name) {
    return byName.get(name);
  }
}
