// kind: used-after-use
// shape: loop
// why: Every round that uses the sender returns, whatever the loop's condition says.

package misuse;

import java.util.Iterator;

class AnswersInTheFirstRoundAndReturns {
  static boolean answer(AnswerChannel.Sender sender, Iterator<String> lines) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.isBlank()) {
        continue;
      }
      return sender.send(line);
    }
    return sender.fail(new IllegalStateException("no line"));
  }
}
