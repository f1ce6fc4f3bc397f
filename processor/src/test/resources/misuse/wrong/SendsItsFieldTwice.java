// kind: used-after-use
// shape: field
// why: The field holds the sender that the first line has consumed.
package misuse;

class SendsItsFieldTwice {
  private CountChannel.Sender sender;

  SendsItsFieldTwice(CountChannel.Receiver counts) {
    this.sender = counts.sender();
  }

  void finish(int count) {
    sender.send(count);
    sender.close(); // wrong
  }
}
