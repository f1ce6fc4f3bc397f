package io.multishot.bench;

/** A way whose receiver looks again and again until a value is there, and then takes it. */
abstract class PolledWay extends Way {

  abstract boolean isReady();

  /** Takes the value that is there, and makes ready for the next. */
  abstract long take();

  @Override
  final long receive(Link link) {
    while (!isReady()) {
      link.spin();
    }
    return take();
  }
}
