// kind: used-after-use
// shape: try
// why: The first use is followed by a throw, which no catch of this method takes.

package misuse;

import java.io.IOException;

class ThrowsPastTheSecondUse {
  static void answer(PriceChannel.Sender sender, int code) throws IOException {
    try {
      if (code < 0) {
        sender.close();
        throw new IOException("code " + code);
      }
      check(code);
    } catch (IllegalArgumentException e) {
      sender.fail(e);
      return;
    }
    sender.send(code);
  }

  private static void check(int code) {
    if (code > 100) {
      throw new IllegalArgumentException();
    }
  }
}
