package io.multishot.bench;

import java.util.concurrent.CompletableFuture;

/** A pair of futures for each round trip; the next pair travels with the request. */
abstract class FutureLink extends Link {

  private final PaddedReference callersTrip;
  private final PaddedReference echosTrip;

  FutureLink() {
    Trip first = new Trip();
    callersTrip = new PaddedReference(first);
    echosTrip = new PaddedReference(first);
  }

  @Override
  final long call(long request) throws InterruptedException {
    Trip trip = (Trip) callersTrip.value;
    trip.next = new Trip();
    callersTrip.value = trip.next;
    trip.request.complete(request);
    return await(trip.reply);
  }

  @Override
  final void answer() throws InterruptedException {
    Trip trip = (Trip) echosTrip.value;
    long request = await(trip.request);
    echosTrip.value = trip.next;
    trip.reply.complete(reply(request));
  }

  abstract long await(CompletableFuture<Long> future) throws InterruptedException;

  private static final class Trip {
    final CompletableFuture<Long> request = new CompletableFuture<>();
    final CompletableFuture<Long> reply = new CompletableFuture<>();
    Trip next = this; // written before the request is complete, read after
  }
}
