// kind: result-thrown-away
// shape: straight
// why: A Shot protects the block of its try statement only, and here is none.
package misuse;

class ForgetsTheShot {
  void answer(AnswerChannel.Sender sender, String number) {
    sender.shot(); // wrong
    sender.send("" + Integer.parseInt(number));
  }
}
