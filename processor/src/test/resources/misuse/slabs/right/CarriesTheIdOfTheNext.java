// kind: exchanged
// shape: lambda
// why: What one slab carries is the id of a shot of another one.
package misuse;

import io.multishot.SlabId;

class CarriesTheIdOfTheNext {
  void chain(QuoteSlab ids, NoteSlab notes, @SlabId long id) {
    ids.onReceive(id, (over, next) -> notes.send(next, "over: " + over));
  }
}
