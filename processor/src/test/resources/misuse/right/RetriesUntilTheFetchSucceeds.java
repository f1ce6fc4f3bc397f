// kind: used-after-use
// shape: loop
// why: The fetch is evaluated before the send, so that a round that ends in the catch has not used the sender.

package misuse;

import java.io.IOException;

class RetriesUntilTheFetchSucceeds {
  interface Source {
    long fetch() throws IOException;
  }

  static void answer(PriceChannel.Sender sender, Source source) {
    for (int attempt = 1; ; attempt++) {
      try {
        sender.send(source.fetch());
        return;
      } catch (IOException e) {
        if (attempt == 3) {
          sender.fail(e);
          return;
        }
      }
    }
  }
}
