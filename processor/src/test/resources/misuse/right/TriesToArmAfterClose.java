// kind: armed-after-close
// shape: straight
// why: After close, trySender may be called: it returns null.

package misuse;

class TriesToArmAfterClose {
  static boolean isClosed(CountChannel.Receiver counts) {
    counts.close();
    CountChannel.Sender sender = counts.trySender();
    System.out.println(counts.poll());
    counts.close();
    return sender == null;
  }
}
