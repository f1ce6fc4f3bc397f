// kind: used-after-use
// shape: branch
// why: The operands exclude each other: whichever is evaluated, the sender is used once.

package misuse;

class ShortCircuitsToOneUse {
  static boolean answer(CountChannel.Sender sender, boolean good, int count) {
    if (good && sender.send(count) || !good && sender.fail(new IllegalStateException())) {
      return true;
    }
    return sender.isAbandoned();
  }

  static void orElse(AnswerChannel.Sender sender, String cached, String fallback) {
    boolean done = cached != null && (sender.send(cached) | true);
    if (!done) {
      sender.send(fallback);
    }
  }
}
