// kind: used-after-use
// shape: straight
// why: The send on the assigned value has consumed the variable's sender.
package misuse;

class ArmsWithinAnExpression {
  void start(PriceChannel.Receiver prices) {
    PriceChannel.Sender sender;
    (sender = prices.sender()).send(Long.MAX_VALUE);
    boolean sent = (sender).send(Long.MIN_VALUE); // wrong
    System.out.println(sent);
  }
}
