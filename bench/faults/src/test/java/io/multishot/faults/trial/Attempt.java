package io.multishot.faults.trial;

import org.jspecify.annotations.Nullable;

/** What is run once, with too little stack or with something thrown in it. */
interface Attempt {

  /** Throws nothing, and makes no call when it is over. */
  void run();

  /** What was thrown. */
  @Nullable Throwable thrown();
}
