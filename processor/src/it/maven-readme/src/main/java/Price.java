import io.multishot.MultiShot;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@MultiShot(type = long.class) // generates PriceChannel
interface Price {}

class Prices {
  public static void main(String[] args) throws InterruptedException { // receive() blocks
    ExecutorService worker = Executors.newSingleThreadExecutor();
    PriceChannel.Receiver prices = PriceChannel.open();

    for (int item = 1; item <= 3; item++) {
      PriceChannel.Sender sender = prices.sender(); // arms the sender: one shot
      int asked = item;
      worker.execute(() -> sender.send(asked * 100L)); // on another thread
      System.out.println("item " + item + " costs " + prices.receive());
    }
    worker.shutdown();
  }
}
