// kind: used-after-use
// shape: straight
// why: The next shot's sender is in another variable, and the old one must be forgotten.
package misuse;

class GoesOnWithTheOldVariable {
  long twoPrices(PriceChannel.Receiver prices) throws InterruptedException {
    PriceChannel.Sender first = prices.sender();
    first.send(1);
    long sum = prices.receive();
    PriceChannel.Sender second = prices.sender();
    System.out.println("armed " + second);
    first.send(2); // wrong
    return sum + prices.receive();
  }
}
