package io.multishot.modelchecker;

/** The fences of {@code VarHandle}. */
enum Fence {
  ACQUIRE,
  RELEASE,
  FULL
}
