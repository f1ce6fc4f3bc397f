// kind: used-after-use
// shape: branch
// why: The first case forgets its break, and falls into the second.
package misuse;

class FallsThrough {
  void answer(AnswerChannel.Sender sender, int code) {
    switch (code) {
      case 1:
        sender.send("one");
      case 2:
        sender.send("two"); // wrong
        break;
      default:
        sender.close();
    }
  }
}
