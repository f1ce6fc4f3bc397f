// kind: used-after-use
// shape: field
// why: A method that is called in between arms and assigns the field anew.

package misuse;

class InnerClassReplacesTheOuterField {
  private final CountChannel.Receiver counts = CountChannel.open();
  private CountChannel.Sender sender = counts.sender();

  class Round {
    int send(int count) {
      sender.send(count);
      int taken = counts.take();
      InnerClassReplacesTheOuterField.this.sender = counts.sender();
      return taken;
    }
  }

  int run() {
    Round round = new Round();
    sender.send(1);
    int sum = counts.take();
    rearm();
    sum += round.send(2);
    sender.send(3);
    return sum + counts.take();
  }

  private void rearm() {
    sender = counts.sender();
  }
}
