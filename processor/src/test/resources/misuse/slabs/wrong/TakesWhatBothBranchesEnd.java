// kind: id-used-after-its-end
// shape: branch
// why: Both branches have ended it.
package misuse;

class TakesWhatBothBranchesEnd {
  long ask(QuoteSlab replies, long id, boolean isWanted) {
    long price = 0;
    if (isWanted) {
      price = replies.receiveUninterruptibly(id);
    } else {
      replies.abandon(id);
    }
    return price + replies.take(id); // wrong
  }
}
