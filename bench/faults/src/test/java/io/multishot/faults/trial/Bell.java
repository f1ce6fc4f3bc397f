package io.multishot.faults.trial;

import io.multishot.Waker;

/** A waker that counts. */
class Bell implements Waker {

  /** What user code throws by itself. */
  static final class UsersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsersException() {
      super("the user's", null, false, false);
    }
  }

  /** One that throws, too. */
  static final class Broken extends Bell {
    @Override
    public void wake() {
      super.wake();
      throw new UsersException();
    }
  }

  /** Whether its text was asked for, which may be anything in user code. */
  volatile boolean isAsked;

  volatile int runs;

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // two at once are what is looked for, seldom
  public void wake() {
    runs++;
  }

  @Override
  public String toString() {
    isAsked = true;
    return "a bell";
  }
}
