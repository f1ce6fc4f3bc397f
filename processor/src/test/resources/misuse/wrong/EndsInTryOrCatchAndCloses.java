// kind: used-after-use
// shape: try
// why: After the statement the sender is consumed in either way.
package misuse;

class EndsInTryOrCatchAndCloses {
  void answer(CountChannel.Sender sender, String text) {
    try {
      sender.send(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      sender.fail(e);
    }
    sender.close(); // wrong
  }
}
