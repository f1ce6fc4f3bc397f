// kind: result-thrown-away
// shape: straight
// why: If trySender has armed a sender, nobody has it.
package misuse;

class ForgetsTheSenderItTried {
  void prepare(PriceChannel.Receiver prices) {
    prices.trySender(); // wrong
  }
}
