// kind: used-after-use
// shape: straight
// why: The variable holds the sender of the next shot where it is used again.
package misuse;

class ArmsTheSameVariableAnew {
  long sum(PriceChannel.Receiver prices) throws InterruptedException {
    PriceChannel.Sender sender = prices.sender();
    sender.send(1);
    long sum = prices.receive();
    sender = prices.sender();
    sender.send(2);
    sum += prices.receive();
    sender = prices.renew();
    sender.close();
    return sum;
  }
}
