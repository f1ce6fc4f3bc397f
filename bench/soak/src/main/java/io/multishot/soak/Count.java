package io.multishot.soak;

import java.util.Locale;

/** What a soak counts. */
enum Count {
  PROGRAMS,
  /** Shots whose two halves were used by one thread. */
  SAME_THREAD,
  CROSS_THREAD,
  /** Of either, those of slabs. */
  OF_SLABS,
  /** Of those across threads, questions of calls. */
  OF_CALLS,
  /** Values that the sender was told the receiver has. */
  SENT,
  RECEIVED,
  DROPPED,
  /** Values that the sender was told the receiver does not want. */
  REFUSED,
  FAILED,
  DISCONNECTED,
  /** Shots of a slab whose time was up. */
  EXPIRED,
  /** Shots of a slab that ended with all others. */
  SWEPT,
  /** Shots of a slab that their owners gave up. */
  ABANDONED,
  INTERRUPTS,
  TIMEOUTS,
  RENEWED,
  CLOSED,
  CANCELLED,
  WITHDRAWN,
  /** Senders used after the receiver had gone on to other shots. */
  LATE,
  /** Uses of a sender that was used up, which must be told to be a mistake. */
  MISUSED,
  /** Wakers, handlers and executors that threw. */
  THROWN,
  /** Of these, those that the handler of uncaught exceptions answered by throwing as well. */
  THROWN_TWICE,
  /** Handlers given to an executor that goes wrong. */
  BY_FAULTY_EXECUTOR,
  /** Tasks that came when their shot was over. */
  STALE_TASKS,
  /** Futures that somebody else than the sender completed. */
  COMPLETED_OTHERWISE,
  /** Shots that were left to a future which completes when the receiver has gone on. */
  LATE_SOURCES,
  /** Sends that overflowed the stack, all of which had sent nothing. */
  OVERFLOWED,
  /** Operations that found no memory. */
  OUT_OF_MEMORY,
  /** Waits of tasks of a fork-join pool for other tasks of the same pool. */
  POOL_WAITS,
  REPLACED_WAKERS,
  GROUP_WAITS,
  HANDED_OVER,
  CLASSES_LOADED,
  /** Weak references to what a shot held, all of which were cleared. */
  RELEASED,
  /** Rounds of shots in which a thread allocated nothing. */
  ALLOCATION_FREE,
  COLLECTIONS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
