// kind: used-after-use
// shape: loop
// why: None of the loops comes round a second time.

package misuse;

import java.util.List;

class LoopsOfOneRound {
  static void answer(CountChannel.Sender first, CountChannel.Sender second, int count) {
    do {
      if (count < 0) {
        first.close();
        break;
      }
      first.send(count);
    } while (false);
    for (int i = 0; i < 1; i++) {
      second.send(i);
    }
  }

  static void answer(AnswerChannel.Sender first, AnswerChannel.Sender second) {
    for (String only : List.of("one")) {
      first.send(only);
    }
    for (boolean once = true; once; once = false) {
      second.send("two");
    }
  }
}
