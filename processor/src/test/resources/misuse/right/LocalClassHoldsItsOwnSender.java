// kind: used-after-use
// shape: lambda
// why: Each object of the local class has a sender of its own.

package misuse;

class LocalClassHoldsItsOwnSender {
  static long both(PriceChannel.Receiver left, PriceChannel.Receiver right) {
    class Answering extends Thread {
      final PriceChannel.Sender sender;

      Answering(PriceChannel.Sender sender) {
        this.sender = sender;
      }

      @Override
      public void run() {
        sender.send(getName().length());
      }
    }
    Answering first = new Answering(left.sender());
    Answering second = new Answering(right.sender());
    first.start();
    second.start();
    return left.receiveUninterruptibly() + right.receiveUninterruptibly();
  }
}
