// kind: exchanged
// shape: lambda
// why: A handler is told the id first, and so is send.
package misuse;

class ExchangesInAHandler {
  void echo(QuoteSlab replies, long id) {
    replies.onReceive(id, (over, price) -> replies.send(price, over)); // wrong
  }
}
