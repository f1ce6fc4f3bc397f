// kind: used-after-use
// shape: alias
// why: The variable of the supertype holds the sender that has sent.
package misuse;

import io.multishot.MultiShotSender;

class ClosesByItsSupertype {
  void answer(AnswerChannel.Receiver answers) {
    AnswerChannel.Sender sender = answers.sender();
    MultiShotSender any = sender;
    sender.send("answer");
    any.close(); // wrong
  }
}
