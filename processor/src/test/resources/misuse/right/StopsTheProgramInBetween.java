// kind: used-after-use
// shape: branch
// why: A method that never returns lies between the two uses.

package misuse;

class StopsTheProgramInBetween {
  static final boolean STRICT = Boolean.getBoolean("strict");

  static void answer(AnswerChannel.Sender sender, String text) {
    if (STRICT && text.isEmpty()) {
      sender.fail(new IllegalArgumentException("empty"));
      die("empty");
    }
    sender.send(text);
  }

  static void die(String why) {
    throw new AssertionError(why);
  }
}
