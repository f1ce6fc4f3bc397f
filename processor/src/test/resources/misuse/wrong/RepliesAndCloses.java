// kind: used-after-use
// shape: straight
// why: A generic sender is consumed by its send like any other.
package misuse;

class RepliesAndCloses {
  static <T extends Comparable<T>> T larger(ReplyChannel.Sender<T> sender, T one, T other) {
    T larger = one.compareTo(other) >= 0 ? one : other;
    sender.send(larger, 200);
    sender.close(); // wrong
    return larger;
  }
}
