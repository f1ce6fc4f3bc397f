// kind: id-used-after-its-end
// shape: straight
// why: The first take has ended it.
package misuse;

import io.multishot.SlabId;

class TakesTwice {
  String twice(NoteSlab notes, @SlabId long id) {
    return notes.take(id)
        + notes.take(id); // wrong
  }
}
