// kind: armed-after-close
// shape: straight
// why: It is the sender that was closed, or a Shot, and not the receiver.

package misuse;

class ClosesTheSenderAndArms {
  static CountChannel.Sender reset(CountChannel.Receiver counts) {
    CountChannel.Sender sender = counts.sender();
    sender.close();
    sender = counts.sender();
    try (CountChannel.Shot shot = sender.shot()) {
      System.out.println(shot);
    }
    counts.drop();
    return counts.sender();
  }
}
