// kind: result-thrown-away
// shape: switch
// why: The switch is a statement, so that what its cases call is a statement, too.

package misuse;

class PeeksInAnArrowCase {
  static void look(PriceChannel.Receiver prices) throws InterruptedException {
    switch (prices.poll()) {
      case READY -> prices.peek(); // wrong
      case FAILED -> prices.failure(); // wrong
      case PENDING -> prices.await();
      default -> System.out.println("nothing");
    }
  }
}
