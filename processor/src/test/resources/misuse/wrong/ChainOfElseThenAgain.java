// kind: used-after-use
// shape: straight
// why: The chain has a last else, each of its branches ends the shot in another way, and then it is ended again.

package misuse;

class ChainOfElseThenAgain {
  static boolean answer(AnswerChannel.Receiver answers, String text) {
    AnswerChannel.Sender sender = answers.sender();
    if (text == null) {
      sender.fail(new NullPointerException());
    } else if (text.isEmpty()) {
      sender.close();
    } else if (text.length() == 1) {
      sender.shot().send(text.repeat(2));
    } else {
      sender.send(text);
    }
    System.out.println("answered " + text);
    return sender.send("again"); // wrong
  }
}
