// kind: used-after-use
// shape: switch
// why: Within the case, the second send follows the first.
package misuse;

class SendsTwiceInACase {
  void answer(AnswerChannel.Sender sender, int code) {
    switch (code) {
      case 200:
        sender.send("OK");
        sender.send("200"); // wrong
        break;
      case 404:
        sender.send("not found");
        break;
      default:
        sender.fail(new IllegalArgumentException("code " + code));
    }
  }
}
