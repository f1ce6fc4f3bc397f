// kind: used-after-use
// shape: branch
// why: A send that returned false has consumed the sender, so a second round is a second use.
package misuse;

class RetriesTheSend {
  void deliver(AnswerChannel.Sender sender, String text) {
    boolean published;
    do {
      published = sender.send(text); // wrong
    } while (!published);
  }
}
