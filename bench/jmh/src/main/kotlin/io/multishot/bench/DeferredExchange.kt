package io.multishot.bench

import io.multishot.bench.floor.PaddedReference
import kotlinx.coroutines.CompletableDeferred

/** A pair of Kotlin's futures for each round trip; the next pair travels with the request. */
internal class DeferredExchange : CoroutineExchange() {
  private val callersTrip = PaddedReference(Trip())
  private val echosTrip = PaddedReference(callersTrip.value)

  override suspend fun ask(request: Long): Long {
    val trip = callersTrip.value as Trip
    val next = Trip()
    trip.next = next
    callersTrip.value = next
    trip.request.complete(request)
    return trip.reply.await()
  }

  override suspend fun respond() {
    val trip = echosTrip.value as Trip
    val request = trip.request.await()
    echosTrip.value = trip.next
    trip.reply.complete(reply(request))
  }

  private class Trip {
    val request = CompletableDeferred<Long>()
    val reply = CompletableDeferred<Long>()
    lateinit var next: Trip // written before the request is complete, read after
  }
}
