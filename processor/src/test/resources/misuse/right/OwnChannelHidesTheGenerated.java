// kind: used-after-use
// shape: straight
// why: The nested class hides the generated one of the same name, and its senders may send for ever.

package misuse;

class OwnChannelHidesTheGenerated {
  static class PriceChannel {
    static Receiver open() {
      return new Receiver();
    }

    static class Receiver {
      Sender sender() {
        return new Sender();
      }

      Sender trySender() {
        return null;
      }

      long peek() {
        return 1;
      }

      void close() {}
    }

    static class Sender {
      boolean send(long price) {
        return price > 0;
      }
    }
  }

  static void stream() {
    PriceChannel.Receiver prices = PriceChannel.open();
    PriceChannel.Sender sender = prices.sender();
    sender.send(1);
    sender.send(2);
    prices.peek();
    prices.trySender();
    prices.close();
    prices.sender().send(3);
  }
}
