// kind: used-after-use
// shape: straight
// why: There is nothing to clean up after send: close may end the next shot.
package misuse;

final class ClosesAfterSending {
  void quote(PriceChannel.Receiver prices) throws InterruptedException {
    var sender = prices.sender();
    var published = sender.send(42L);
    System.out.println("published: " + published + ", received: " + prices.receive());
    sender.close(); // wrong
  }
}
