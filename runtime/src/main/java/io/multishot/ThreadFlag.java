package io.multishot;

/**
 * In checked mode: whether the current thread is at something. The value is of no class that a
 * thread of a pool would keep loaded, and to unset it calls nothing, so that the end of the stack
 * cannot prevent it.
 */
final class ThreadFlag extends ThreadLocal<boolean[]> {

  @Override
  protected boolean[] initialValue() {
    return new boolean[1];
  }
}
