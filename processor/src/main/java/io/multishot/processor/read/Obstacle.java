package io.multishot.processor.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * What keeps generated code from naming a type.
 *
 * @param problem how it is reported
 * @param more what the text says beside the type and the place of the code
 */
record Obstacle(Problem problem, List<String> more) {

  Obstacle(Problem problem, String... more) {
    this(problem, List.of(more));
  }

  /** The arguments of the text: what cannot be named, from where, and the rest. */
  Object[] arguments(Object what, TargetScope scope) {
    return Stream.concat(Stream.of(what, scope), more.stream()).toArray();
  }
}
