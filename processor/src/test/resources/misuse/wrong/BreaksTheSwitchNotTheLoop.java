// kind: used-after-use
// shape: loop
// why: The break leaves the switch only, so that the loop comes round after a use.

package misuse;

class BreaksTheSwitchNotTheLoop {
  static void answer(AnswerChannel.Sender sender, String text) {
    for (; ; ) {
      switch (text.length()) {
        case 0:
          sender.close(); // wrong
          break;
        default:
          sender.send(text); // wrong
          break;
      }
    }
  }
}
