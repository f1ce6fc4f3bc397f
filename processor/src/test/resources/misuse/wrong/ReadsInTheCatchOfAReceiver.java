// kind: outdated-view
// shape: try
// why: The receiver is closed before the catch begins, and its view is outdated.
package misuse;

class ReadsInTheCatchOfAReceiver {
  String text(FillChannel.Receiver fills, StringBuilder text) {
    Fill fill = fills.take();
    try (fills) {
      text.append(fill.price() / 0.5).deleteCharAt(100);
    } catch (StringIndexOutOfBoundsException e) {
      return fill.venue(); // wrong
    }
    return text.toString();
  }
}
