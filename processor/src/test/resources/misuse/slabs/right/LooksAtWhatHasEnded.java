// kind: id-used-after-its-end
// shape: straight
// why: To abandon twice, to withdraw and to look are allowed at any time.
package misuse;

import io.multishot.Poll;

class LooksAtWhatHasEnded {
  boolean isOver(NoteSlab notes, long id) {
    String note = notes.take(id);
    notes.abandon(id);
    notes.abandon(id);
    notes.withdraw(id);
    return notes.poll(id) == Poll.UNKNOWN && notes.failure(id) == null && note.isEmpty();
  }
}
