// kind: used-after-use
// shape: try
// why: Where the second resource does not open, the first one, the shot, is closed before the catch.

package misuse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SecondResourceDoesNotOpen {
  static void answer(AnswerChannel.Sender sender, Path path) {
    try (AnswerChannel.Shot shot = sender.shot();
        BufferedReader reader = Files.newBufferedReader(path)) {
      shot.send(reader.readLine());
    } catch (IOException e) {
      sender.fail(e); // wrong
    }
  }
}
