package io.multishot.bench;

import io.multishot.bench.floor.PaddedReference;
import io.multishot.bench.peer.OneShot;

/** A pair of futures for each round trip; the next pair travels with the request. */
abstract class FutureExchange<F> extends Exchange {

  private final OneShot<F> kind;
  private final PaddedReference callersTrip;
  private final PaddedReference echosTrip;

  FutureExchange(OneShot<F> kind) {
    this.kind = kind;
    Trip<F> first = new Trip<>(kind);
    callersTrip = new PaddedReference(first);
    echosTrip = new PaddedReference(first);
  }

  @Override
  final long call(long request) throws InterruptedException {
    Trip<F> trip = trip(callersTrip);
    trip.next = new Trip<>(kind);
    callersTrip.value = trip.next;
    kind.complete(trip.request, request);
    return await(trip.reply);
  }

  @Override
  final void answer() throws InterruptedException {
    Trip<F> trip = trip(echosTrip);
    long request = await(trip.request);
    echosTrip.value = trip.next;
    kind.complete(trip.reply, reply(request));
  }

  abstract long await(F future) throws InterruptedException;

  @SuppressWarnings("unchecked") // nothing but trips of this exchange is put there
  private Trip<F> trip(PaddedReference place) {
    return (Trip<F>) place.value;
  }

  private static final class Trip<F> {
    final F request;
    final F reply;
    Trip<F> next = this; // written before the request is complete, read after

    Trip(OneShot<F> kind) {
      request = kind.make();
      reply = kind.make();
    }
  }
}
