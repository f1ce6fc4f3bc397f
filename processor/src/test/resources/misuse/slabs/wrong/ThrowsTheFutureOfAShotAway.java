// kind: result-thrown-away
// shape: straight
// why: The future is the only one to have the outcome.
package misuse;

class ThrowsTheFutureOfAShotAway {
  void ask(QuoteSlab replies, long id) {
    replies.toFuture(id); // wrong
  }
}
