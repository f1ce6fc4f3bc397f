// kind: used-after-use
// shape: straight
// why: However the block is left, it was entered by a send.
package misuse;

class ClosesAfterALabelledBlock {
  void answer(FillChannel.Sender sender, boolean quiet) {
    answering:
    {
      sender.send(17L, 100.25, "XETR");
      if (quiet) {
        break answering;
      }
      System.out.println("sent");
    }
    sender.close(); // wrong
  }
}
