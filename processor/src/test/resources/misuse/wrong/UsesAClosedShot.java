// kind: used-after-use
// shape: straight
// why: To close a Shot ends the shot, so that nothing can be sent by it.
package misuse;

class UsesAClosedShot {
  boolean answer(AnswerChannel.Sender sender, String text) {
    AnswerChannel.Shot shot = sender.shot();
    shot.close();
    return shot.send(text.trim()); // wrong
  }
}
