// kind: armed-after-close
// shape: straight
// why: The initialiser of the class closes the receiver and arms it.

package misuse;

class StaticInitialiserArmsAfterClose {
  static final long ANSWER;

  static {
    CountChannel.Receiver counts = CountChannel.open();
    counts.sender().send(42);
    ANSWER = counts.take();
    {
      counts.close();
    }
    counts.sender().close(); // wrong
  }
}
