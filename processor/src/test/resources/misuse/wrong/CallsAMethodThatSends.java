// kind: used-after-use
// shape: call
// why: The method that is called sends by the sender, and then the caller does.
package misuse;

class CallsAMethodThatSends {
  void answer(AnswerChannel.Sender sender) {
    greet(sender);
    sender.send("goodbye"); // wrong
  }

  private void greet(AnswerChannel.Sender sender) {
    sender.send("hello");
  }
}
