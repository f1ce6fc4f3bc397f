// kind: used-after-use
// shape: try
// why: Only the opening of the first resource throws what is caught, and then the shot was never made.

package misuse;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;

class OpensAResourceBeforeTheShot {
  record Lines(Path path) implements AutoCloseable {
    static Lines open(Path path) throws FileNotFoundException {
      if (!Files.exists(path)) {
        throw new FileNotFoundException(path.toString());
      }
      return new Lines(path);
    }

    int count() {
      return path.getNameCount();
    }

    @Override
    public void close() {}
  }

  static void answer(CountChannel.Sender sender, Path path) {
    try (Lines lines = Lines.open(path);
        CountChannel.Shot shot = sender.shot()) {
      shot.send(lines.count());
    } catch (FileNotFoundException e) {
      sender.fail(e);
    }
  }
}
