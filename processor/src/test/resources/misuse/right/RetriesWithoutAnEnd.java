// kind: used-after-use
// shape: loop
// why: An endless loop is left by a break after the send, and continues only where the argument threw.

package misuse;

import java.io.IOException;
import java.io.Reader;

class RetriesWithoutAnEnd {
  private int failures;

  void answer(CountChannel.Sender reply, Reader reader) {
    while (true) {
      try {
        reply.send(reader.read());
        break;
      } catch (IOException e) {
        failures++;
        continue;
      } finally {
        Thread.onSpinWait();
      }
    }
    System.out.println(failures + " failures");
  }
}
