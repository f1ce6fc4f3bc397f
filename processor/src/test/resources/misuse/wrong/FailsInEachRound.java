// kind: used-after-use
// shape: loop
// why: The loop is never left, and its second round fails a consumed sender.
package misuse;

class FailsInEachRound {
  private final FillChannel.Receiver fills = FillChannel.open();

  void refuse() {
    final var sender = this.fills.sender();
    int round = 0;
    for (; ; ) {
      ++round;
      sender.fail(new UnsupportedOperationException("round " + round)); // wrong
    }
  }
}
