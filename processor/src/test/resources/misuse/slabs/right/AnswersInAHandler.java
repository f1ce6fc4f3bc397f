// kind: exchanged
// shape: lambda
// why: The id comes first, in a handler, too.
package misuse;

import io.multishot.SlabId;

class AnswersInAHandler {
  void bridge(QuoteSlab from, QuoteSlab to, @SlabId long id, @SlabId long other) {
    from.onReceive(id, (over, price) -> to.send(other, price));
  }
}
