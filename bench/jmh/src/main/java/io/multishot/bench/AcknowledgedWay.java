package io.multishot.bench;

/**
 * A link of one way, whose receiver says that it has the value by a padded {@code long}: the least
 * that can tell the sender to go on.
 */
final class AcknowledgedWay extends Link {

  private final Way values;
  private final PaddedLong acknowledged = new PaddedLong(0);

  AcknowledgedWay(Way values) {
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
