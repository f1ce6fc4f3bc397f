// kind: id-thrown-away
// shape: straight
// why: The slot is in use for good.
package misuse;

class ThrowsTheIdAway {
  void fill(QuoteSlab replies) {
    replies.acquire(); // wrong
  }
}
