package io.multishot.soak;

/** What the threads of one program do. */
enum Program {
  /** Two threads, each with a channel of its own, at full speed. */
  SAME_THREAD(4),
  /** Two threads that ask and reply at full speed. */
  ROUND_TRIP(6),
  /** A requester and two workers, and everything that can go wrong. */
  EXCHANGE(8),
  /** The same, and the receiver goes from thread to thread. */
  HAND_OVER(4),
  /** A requester that waits for several receivers. */
  GROUP(4),
  /** A handler that goes on by itself. */
  CHAIN(3),
  /** A sender at the end of its stack. */
  STACK(2),
  /** Tasks of a fork-join pool that wait for tasks of the same pool. */
  POOL(2),
  /** One thread, and hardly any memory: in the virtual machines that have little alone. */
  MEMORY(1),
  /** What a shot held is released when it is over. */
  RETENTION(1),
  /** Two threads, each with a slot at a time of one slab, at full speed. */
  SLAB_SAME_THREAD(3),
  /** Two threads that ask and reply at full speed, by ids. */
  SLAB_ROUND_TRIP(3),
  /** Owners and workers of one slab, and everything that can go wrong. */
  SLAB_EXCHANGE(8),
  /** Replies that are late, doubled, or for nobody. */
  LATE_REPLIES(2),
  /** A caller and a server at its seat, at full speed. */
  CALL_ROUND_TRIP(3),
  /** Callers and servers, through a queue and by seats, and everything that can go wrong. */
  CALL_EXCHANGE(8);

  /** How often it is drawn, beside the others. */
  final int weight;

  Program(int weight) {
    this.weight = weight;
  }

  boolean isOfSlabs() {
    return this == SLAB_SAME_THREAD
        || this == SLAB_ROUND_TRIP
        || this == SLAB_EXCHANGE
        || this == LATE_REPLIES;
  }

  boolean isOfCalls() {
    return this == CALL_ROUND_TRIP || this == CALL_EXCHANGE;
  }
}
