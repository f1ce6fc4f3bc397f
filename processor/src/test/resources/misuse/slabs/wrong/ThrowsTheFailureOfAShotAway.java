// kind: result-thrown-away
// shape: straight
// why: To look at a failure takes nothing.
package misuse;

class ThrowsTheFailureOfAShotAway {
  void ask(QuoteSlab replies, long id) {
    replies.failure(id); // wrong
  }
}
