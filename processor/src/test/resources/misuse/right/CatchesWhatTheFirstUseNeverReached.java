// kind: used-after-use
// shape: try
// why: The second sender's argument throws after the first was used, and the catch fails the second only.

package misuse;

class CatchesWhatTheFirstUseNeverReached {
  static void split(PriceChannel.Sender left, PriceChannel.Sender right, String text) {
    int at = text.indexOf('/');
    left.send(at);
    try {
      right.send(Long.parseLong(text.substring(at + 1)));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      right.fail(e);
    }
  }
}
