package io.multishot.processor.rounds;

import io.multishot.processor.model.Target;

/** What has come of reading a declaration. */
sealed interface Reading {

  /** It asks for {@code target}. */
  record Complete(Target target) implements Reading {}

  /** It mentions what does not exist yet. */
  record Incomplete(String missing) implements Reading {}

  /** It is in error, as far as the compiler shows it. */
  record Refused() implements Reading {}
}
