// kind: used-after-use
// shape: straight
// why: To look whether the receiver is gone does not give the sender back.
package misuse;

class LooksAndSendsAgain {
  boolean nag(AnswerChannel.Sender sender) {
    sender.send("look");
    boolean gone = sender.isAbandoned();
    sender.send("look again"); // wrong
    return gone;
  }
}
