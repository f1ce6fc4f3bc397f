// kind: used-after-use
// shape: try
// why: The inner catch rethrows without a use, the outer one uses the sender, and no path does so twice.

package misuse;

import java.io.IOException;
import java.io.UncheckedIOException;

class NestsTriesAroundOneUse {
  interface Book {
    double best() throws IOException;
  }

  static void answer(TradeChannel.Sender sender, Book book, Book spare) {
    try {
      double price;
      try {
        price = book.best();
      } catch (IOException e) {
        try {
          price = spare.best();
        } catch (IOException again) {
          again.addSuppressed(e);
          throw new UncheckedIOException(again);
        }
      }
      sender.send(7, price);
    } catch (UncheckedIOException e) {
      sender.fail(e.getCause());
    } finally {
      Thread.yield();
    }
  }
}
