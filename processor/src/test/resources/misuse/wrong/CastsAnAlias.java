// kind: used-after-use
// shape: alias
// why: A cast gives the same object, under whatever name.
package misuse;

class CastsAnAlias {
  void handle(Object message) {
    TradeChannel.Sender sender = (TradeChannel.Sender) message;
    final TradeChannel.Sender again = (sender);
    again.fail(new IllegalStateException("no market"));
    sender.send(1, 2.5); // wrong
  }
}
