// kind: used-after-use
// shape: straight
// why: Where assertions are enabled, the assertion is a second send.
package misuse;

class AssertsByASecondSend {
  void test() throws InterruptedException {
    CountChannel.Receiver counts = CountChannel.open();
    CountChannel.Sender sender = counts.sender();
    sender.send(3);
    assert !sender.send(4) : "a second value was accepted"; // wrong
    assert counts.receive() == 3;
  }
}
