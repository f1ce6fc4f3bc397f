// kind: used-after-use
// shape: branch
// why: The two conditions exclude each other, so that only one of the uses is reached.

package misuse;

class AsksOppositeConditions {
  static void answer(PriceChannel.Sender sender, boolean cached, long price) {
    if (cached) {
      sender.send(price);
    }
    System.out.println(cached ? "from the cache" : "computed");
    if (!cached) {
      sender.send(price * price);
    }
  }
}
