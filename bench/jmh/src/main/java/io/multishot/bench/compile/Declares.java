package io.multishot.bench.compile;

import java.util.List;

/** What each declaration declares: the same properties for every processor. */
public enum Declares {
  VALUE,
  /** Four fields, one of them a reference. */
  MESSAGE;

  /** Each is a type and a name. */
  List<String> properties() {
    return switch (this) {
      case VALUE -> List.of("long value");
      case MESSAGE -> List.of("long orderId", "double price", "int quantity", "String venue");
    };
  }
}
