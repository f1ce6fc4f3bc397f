package io.multishot.bench

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.ExperimentalCoroutinesApi

/** Kotlin's future, looked at; only a coroutine can wait for it. */
internal class Deferreds : OneShot.Polled<CompletableDeferred<Long>> {
  override fun make(): CompletableDeferred<Long> = CompletableDeferred()

  override fun complete(future: CompletableDeferred<Long>, value: Long) {
    future.complete(value)
  }

  @OptIn(ExperimentalCoroutinesApi::class)
  override fun poll(future: CompletableDeferred<Long>): Long? =
    if (future.isCompleted) future.getCompleted() else null
}
