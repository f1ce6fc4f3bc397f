package example;

/** The queue without its mistake. */
final class MendedRing<E> extends SpscRing<E> {

  MendedRing(int capacity) {
    super(capacity);
  }

  @Override
  void publish(int newTail) {
    TAIL.setRelease(this, newTail);
  }
}
