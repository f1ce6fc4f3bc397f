// kind: used-after-use
// shape: rearmed
// why: The older variable is used on, and not the sender that was armed.
package misuse;

class ArmsAsAStatement {
  int sum(CountChannel.Receiver counts) throws InterruptedException {
    CountChannel.Sender sender = counts.sender();
    sender.send(1);
    int sum = counts.receive();
    counts.sender();
    sender.send(2); // wrong
    return sum + counts.receive();
  }
}
