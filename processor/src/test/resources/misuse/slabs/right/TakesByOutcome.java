// kind: id-used-after-its-end
// shape: switch
// why: One case ends it, by what the outcome is.
package misuse;

class TakesByOutcome {
  long outcome(QuoteSlab replies, long id) {
    switch (replies.poll(id)) {
      case READY:
        return replies.take(id);
      case PENDING:
        replies.abandon(id);
        return -1;
      default:
        return replies.abandon(id) ? -2 : -3;
    }
  }
}
