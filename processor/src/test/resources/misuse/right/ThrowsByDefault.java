// kind: used-after-use
// shape: switch
// why: The default throws before any use, and the catch fails a sender that is still live.

package misuse;

class ThrowsByDefault {
  enum Op {
    ADD,
    SUBTRACT,
    MULTIPLY
  }

  static void answer(PriceChannel.Sender sender, Op op, long a, long b) {
    try {
      sender.send(
          switch (op) {
            case ADD -> Math.addExact(a, b);
            case SUBTRACT -> Math.subtractExact(a, b);
            default -> throw new UnsupportedOperationException(op.name());
          });
    } catch (UnsupportedOperationException | ArithmeticException e) {
      sender.fail(e);
    }
  }
}
