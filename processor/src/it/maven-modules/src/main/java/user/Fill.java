package user;

import io.multishot.MultiShot;

/** An interface that is a message. */
@MultiShot
public interface Fill {
  /** An order. */
  long orderId();

  /** A price. */
  double price();
}
