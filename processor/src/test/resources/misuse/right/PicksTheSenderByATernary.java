// kind: used-after-use
// shape: branch
// why: Whichever sender the first expression chooses, the second chooses the other one.

package misuse;

class PicksTheSenderByATernary {
  static void answer(
      PriceChannel.Sender buyer, PriceChannel.Sender seller, boolean up, long price) {
    (up ? buyer : seller).send(price);
    (up ? seller : buyer).send(-price);
  }

  static void swapped(PriceChannel.Sender first, PriceChannel.Sender second) {
    PriceChannel.Sender held = first;
    first = second;
    second = held;
    first.send(1);
    second.send(2);
  }
}
