// kind: used-after-use
// shape: try
// why: The catch and the finally block use a sender that is not the one of the shot.

package misuse;

class UsesAnotherSenderInsideTheShot {
  static void answer(CountChannel.Sender sender, AnswerChannel.Sender log, String text) {
    String told = "none";
    try (CountChannel.Shot shot = sender.shot()) {
      shot.send(Integer.parseInt(text));
      told = text;
    } catch (NumberFormatException e) {
      told = e.getMessage();
    } finally {
      log.send(told);
    }
  }
}
