package io.multishot.soak;

import io.multishot.Waker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A waker of a class that is loaded for it alone. Each new one belies what the just-in-time
 * compiler has assumed of all wakers, and makes it throw away code that is running.
 */
final class LoadedWaker implements Waker {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final Waker waker;

  LoadedWaker(Waker waker) {
    this.waker = waker;
  }

  /** Does what another waker does, in a class of its own. */
  static Waker of(Waker waker) {
    try {
      Class<?> loaded =
          LOOKUP
              .defineHiddenClass(Kind.classFile(LoadedWaker.class), /* initialize= */ true)
              .lookupClass();
      MethodHandle constructor =
          LOOKUP
              .findConstructor(loaded, MethodType.methodType(void.class, Waker.class))
              .asType(MethodType.methodType(Waker.class, Waker.class));
      return (Waker) constructor.invokeExact(waker);
    } catch (Throwable impossible) {
      throw new LinkageError("cannot load a waker", impossible);
    }
  }

  @Override
  public void wake() {
    waker.wake();
  }
}
