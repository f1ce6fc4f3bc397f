// kind: used-after-use
// shape: field
// why: The field is null after its use, under one lock, and assigned anew by whoever asks next.

package misuse;

class SwapsTheFieldUnderALock {
  private final Object lock = new Object();
  private PriceChannel.Sender waiting;

  void ask(PriceChannel.Receiver prices) {
    synchronized (lock) {
      if (waiting != null) {
        waiting.close();
      }
      waiting = prices.renew();
    }
  }

  boolean answer(long price) {
    synchronized (lock) {
      if (waiting == null) {
        return false;
      }
      boolean published = waiting.send(price);
      waiting = null;
      return published;
    }
  }
}
