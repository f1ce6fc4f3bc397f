package io.multishot.bench;

import io.multishot.bench.floor.PaddedLong;

/**
 * An exchange over one transport, whose receiver acknowledges the value by a padded {@code long}:
 * the least that lets the sender go on.
 */
final class AcknowledgedExchange extends Exchange {

  private final Transport values;
  private final PaddedLong acknowledged = new PaddedLong(0);

  AcknowledgedExchange(Transport values) {
    this.values = values;
  }

  /** The reply is the acknowledgement: no value has the one of the value before. */
  @Override
  long call(long request) throws InterruptedException {
    long last = acknowledged.value;
    values.send(request);
    long seen = acknowledged.getAcquire();
    while (seen == last) {
      spin();
      seen = acknowledged.getAcquire();
    }
    return seen;
  }

  @Override
  void answer() throws InterruptedException {
    long value = values.receive(this);
    acknowledged.setRelease(reply(value));
  }
}
