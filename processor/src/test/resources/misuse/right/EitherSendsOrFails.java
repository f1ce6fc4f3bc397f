// kind: used-after-use
// shape: branch
// why: Each path uses the sender once.

package misuse;

class EitherSendsOrFails {
  static void answer(PriceChannel.Sender sender, long price) {
    boolean published;
    if (price >= 0) {
      published = sender.send(price);
    } else {
      published = sender.fail(new IllegalArgumentException("price " + price));
    }
    if (!published && sender.isAbandoned()) {
      System.out.println("nobody wants it");
    }
  }
}
