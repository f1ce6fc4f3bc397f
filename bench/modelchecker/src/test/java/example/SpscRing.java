package example;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A bounded queue for one producer and one consumer. It has a mistake. */
class SpscRing<E> {

  static final VarHandle HEAD = counter("head");
  static final VarHandle TAIL = counter("tail");

  private final @Nullable Object[] slots;

  /** How many elements were taken; the consumer writes it. */
  private int head;

  /** How many elements were put in; the producer writes it. */
  private int tail;

  SpscRing(int capacity) {
    slots = new Object[capacity];
  }

  /** Of the producer: puts an element in, unless the ring is full. */
  boolean offer(E element) {
    int at = tail;
    if (at - (int) HEAD.getAcquire(this) == slots.length) {
      return false;
    }
    slots[at % slots.length] = element;
    publish(at + 1);
    return true;
  }

  void publish(int newTail) {
    TAIL.setOpaque(this, newTail); // the mistake: this releases nothing
  }

  /** Of the consumer: takes the oldest element out; {@code null} if there is none. */
  @SuppressWarnings("unchecked") // what offer() has put in
  @Nullable E poll() {
    int at = head;
    if (at == (int) TAIL.getAcquire(this)) {
      return null;
    }
    E element = (E) slots[at % slots.length];
    slots[at % slots.length] = null;
    HEAD.setRelease(this, at + 1);
    return element;
  }

  private static VarHandle counter(String name) {
    return ConstantBootstraps.fieldVarHandle(
        MethodHandles.lookup(), name, VarHandle.class, SpscRing.class, int.class);
  }
}
