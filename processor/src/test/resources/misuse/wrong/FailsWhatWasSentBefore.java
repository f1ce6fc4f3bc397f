// kind: used-after-use
// shape: try
// why: Only what follows the send throws what is caught, and then the sender is consumed.

package misuse;

import java.io.IOException;
import java.io.OutputStream;

class FailsWhatWasSentBefore {
  static void answer(CountChannel.Sender sender, int count, OutputStream log) {
    try {
      sender.send(count);
      log.write(count);
    } catch (IOException e) {
      sender.fail(e); // wrong
    }
  }
}
