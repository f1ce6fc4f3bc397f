// kind: id-used-after-its-end
// shape: straight
// why: Nobody completes the future.
package misuse;

import java.util.concurrent.CompletableFuture;

class MakesAFutureOfWhatIsAbandoned {
  CompletableFuture<String> ask(NoteSlab notes) {
    long id = notes.acquire();
    notes.abandon(id);
    return notes.toFuture(id); // wrong
  }
}
