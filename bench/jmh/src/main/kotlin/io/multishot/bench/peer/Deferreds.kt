package io.multishot.bench.peer

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.ExperimentalCoroutinesApi

/** Kotlin's future, polled; only a coroutine can wait for it. */
class Deferreds : OneShot.Polled<CompletableDeferred<Long>> {
  override fun make(): CompletableDeferred<Long> = CompletableDeferred()

  override fun complete(future: CompletableDeferred<Long>, value: Long) {
    future.complete(value)
  }

  @OptIn(ExperimentalCoroutinesApi::class)
  override fun poll(future: CompletableDeferred<Long>): Long? =
    if (future.isCompleted) future.getCompleted() else null
}
