package io.multishot.bench.peer

import kotlinx.coroutines.channels.Channel

/** A channel for one value, used without suspension; Java cannot name these functions. */
class KotlinChannel {
  private val channel = Channel<Long>(capacity = 1)

  /** Sends a value if there is room. */
  fun offer(value: Long): Boolean = channel.trySend(value).isSuccess

  /** The value that was sent, or null. */
  fun poll(): Long? = channel.tryReceive().getOrNull()
}
