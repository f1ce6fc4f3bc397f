// kind: armed-after-close
// shape: straight
// why: The user's own receiver may arm after it is closed, and its results may be thrown away.
package misuse;

import io.multishot.Poll;

class MerelyReceives {
  static class Receiver implements AutoCloseable {
    private final PriceChannel.Receiver prices = PriceChannel.open();

    boolean trySender() {
      return prices.poll() == Poll.PENDING;
    }

    Poll peek() {
      return prices.poll();
    }

    Receiver sender() {
      return this;
    }

    @Override
    public void close() {
      prices.drop();
    }
  }

  void use(Receiver receiver) {
    receiver.close();
    receiver.sender().close();
    receiver.trySender();
    receiver.peek();
  }
}
