// kind: used-after-use
// shape: try
// why: A Shot may be closed after its use, once or again, by hand or by the statement.

package misuse;

class ClosesTheShotAfterUse {
  static void answer(CountChannel.Sender sender, String text) {
    CountChannel.Shot shot = sender.shot();
    try (shot) {
      shot.send(Integer.parseInt(text));
      shot.close();
    } finally {
      shot.close();
    }
    System.out.println(shot + " " + sender.isAbandoned());
  }
}
