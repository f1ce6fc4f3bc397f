// kind: id-used-after-its-end
// shape: straight
// why: Two slabs that were opened with one seed give out the same ids.
package misuse;

class TakesFromTwins {
  boolean areEqual(QuoteSlab primary, QuoteSlab replica, long id) {
    return primary.take(id) == replica.take(id);
  }
}
