// kind: used-after-use
// shape: call
// why: The consumed sender is closed by whoever runs the reference.
package misuse;

class ClosesByAMethodReference {
  void answer(CountChannel.Sender sender) {
    sender.send(1);
    Runtime.getRuntime().addShutdownHook(new Thread(sender::close)); // wrong
  }
}
