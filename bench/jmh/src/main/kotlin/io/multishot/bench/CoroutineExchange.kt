package io.multishot.bench

import java.util.concurrent.CountDownLatch
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

/**
 * An exchange between two coroutines, which live for one call of [callAll] and run on threads of their
 * dispatcher: the thread that calls only waits for them, and the echo thread has nothing to do.
 */
internal abstract class CoroutineExchange : Exchange() {
  /** Sends a request and waits for the reply. */
  protected abstract suspend fun ask(request: Long): Long

  /** Waits for a request and replies. */
  protected abstract suspend fun respond()

  final override fun callAll(first: Long, trips: Int): Long =
    runBlocking(Dispatchers.Default) {
      launch { repeat(trips) { respond() } }
      var request = first
      repeat(trips) {
        work()
        request = checked(request, ask(request))
      }
      request
    }

  final override fun call(request: Long): Long = callAll(request, 1)

  final override fun answer() = CountDownLatch(1).await() // until it is interrupted
}
