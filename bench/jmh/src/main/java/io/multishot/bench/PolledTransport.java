package io.multishot.bench;

/** A transport whose receiver polls until a value is there, and then takes it. */
abstract class PolledTransport extends Transport {

  abstract boolean isReady();

  /** Takes the value that is there, and makes ready for the next. */
  abstract long take();

  @Override
  final long receive(Exchange exchange) {
    while (!isReady()) {
      exchange.spin();
    }
    return take();
  }
}
