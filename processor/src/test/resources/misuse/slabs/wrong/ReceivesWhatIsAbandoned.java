// kind: id-used-after-its-end
// shape: straight
// why: It was given up before.
package misuse;

class ReceivesWhatIsAbandoned {
  long ask(QuoteSlab replies, long id) throws InterruptedException {
    replies.abandon(id);
    return replies.receive(id); // wrong
  }
}
