// kind: id-used-after-its-end
// shape: field
// why: The ids are of the slabs of two objects.
package misuse;

class TakesFromTheSlabOfEach {
  final QuoteSlab replies = QuoteSlab.open(8, 1);

  boolean isLike(TakesFromTheSlabOfEach other, long id) {
    return replies.take(id) == other.replies.take(id);
  }
}
