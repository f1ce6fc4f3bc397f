// kind: used-after-use
// shape: loop
// why: The sender is armed once, before the loop, and used in all of its rounds.
package misuse;

class SendsThreeTimes {
  int sum(CountChannel.Receiver counts) throws InterruptedException {
    CountChannel.Sender sender = counts.sender();
    int sum = 0;
    for (int i = 0; i < 3; i++) {
      sender.send(i); // wrong
      sum += counts.receive();
    }
    return sum;
  }
}
