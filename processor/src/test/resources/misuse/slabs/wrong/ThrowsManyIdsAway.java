// kind: id-thrown-away
// shape: loop
// why: The slots are in use for good.
package misuse;

class ThrowsManyIdsAway {
  void fill(QuoteSlab replies, int count) {
    for (int i = 0; i < count; i++) {
      replies.acquire(); // wrong
    }
  }
}
