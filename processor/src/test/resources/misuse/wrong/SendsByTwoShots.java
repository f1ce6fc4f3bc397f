// kind: used-after-use
// shape: alias
// why: Two Shots of one sender stand for the same shot, which has one outcome.
package misuse;

class SendsByTwoShots {
  void answer(CountChannel.Sender sender) {
    CountChannel.Shot one = sender.shot();
    CountChannel.Shot other = sender.shot();
    one.send(1);
    other.send(2); // wrong
  }
}
