package io.multishot.bench

import kotlinx.coroutines.channels.Channel

/** Two channels of Kotlin's, one each way. */
internal class KotlinChannelExchange(capacity: Int) : CoroutineExchange() {
  private val requests = Channel<Long>(capacity)
  private val replies = Channel<Long>(capacity)

  override suspend fun ask(request: Long): Long {
    requests.send(request)
    return replies.receive()
  }

  override suspend fun respond() {
    val request = requests.receive()
    replies.send(reply(request))
  }
}
