package misuse;

import io.multishot.MultiShot;
import io.multishot.MultiShotCall;
import io.multishot.MultiShotSlab;

@MultiShot(type = long.class)
interface Price {}

@MultiShot(type = int.class, padded = false)
interface Count {}

@MultiShot(type = String.class)
interface Answer {}

/** Received as a view. */
@MultiShot
interface Fill {
  long orderId();

  double price();

  String venue();

  default double notional() {
    return price() * 2;
  }
}

/** Received as a record, or as a view. */
@MultiShot
record Trade(long orderId, double price) {}

/** Received as a view. */
@MultiShot
interface Reply<T> {
  T value();

  int code();
}

/** Received from a slab, whose shots may have deadlines. */
@MultiShotSlab(type = long.class, deadlines = true)
interface Quote {}

/** Received from a slab. */
@MultiShotSlab(type = String.class)
interface Note {}

/** Received from a slab, into a copy. */
@MultiShotSlab
interface Tick {
  long orderId();

  double price();
}

/** Asked for one type of answer. */
@MultiShotCall
interface Pricing {
  double price(long instrument, int quantity);
}

/** Asked for several types of answers. */
@MultiShotCall
interface Orders {
  long place(String instrument, int quantity);

  boolean cancel(long order);

  void settle();
}

/** Asked for an answer of any type. */
@MultiShotCall
interface Directory<K, V> {
  V find(K key);
}
