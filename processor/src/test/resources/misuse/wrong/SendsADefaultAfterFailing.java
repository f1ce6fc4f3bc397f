// kind: used-after-use
// shape: straight
// why: The failure was the outcome, and no default value can follow it.
package misuse;

import java.io.IOException;

final class SendsADefaultAfterFailing {
  static boolean unavailable(AnswerChannel.Sender asked, String place) {
    IOException cause = new IOException("no route to " + place);
    asked.fail(cause);
    return asked.send("unknown"); // wrong
  }
}
