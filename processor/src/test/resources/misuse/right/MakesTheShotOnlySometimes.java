// kind: used-after-use
// shape: try
// why: Where the resource is null, the sender itself is used; it is used once on each path.

package misuse;

class MakesTheShotOnlySometimes {
  static void answer(PriceChannel.Sender sender, boolean carefully, String text) {
    try (PriceChannel.Shot shot = carefully ? sender.shot() : null) {
      if (shot != null) {
        shot.send(Long.parseLong(text));
      } else {
        sender.send(0);
      }
    }
  }
}
