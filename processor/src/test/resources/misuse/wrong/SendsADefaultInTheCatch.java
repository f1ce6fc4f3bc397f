// kind: used-after-use
// shape: try
// why: Whichever exception is caught, the resource is closed by then.
package misuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SendsADefaultInTheCatch {
  static void read(AnswerChannel.Receiver answers, Path path) {
    var sender = answers.sender();
    try (var shot = sender.shot()) {
      shot.send(Files.readString(path));
    } catch (IOException | SecurityException e) {
      sender.send(""); // wrong
    }
  }
}
