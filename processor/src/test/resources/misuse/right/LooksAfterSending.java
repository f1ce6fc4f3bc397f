// kind: used-after-use
// shape: straight
// why: Whether a shot was abandoned may be asked at any time, and a consumed sender may be printed and compared.
package misuse;

class LooksAfterSending {
  String answer(AnswerChannel.Sender sender, AnswerChannel.Sender other) {
    sender.send("answer");
    boolean gone = sender.isAbandoned();
    System.out.println(sender);
    return gone || sender == other || sender.equals(null) ? "gone" : sender.toString();
  }
}
