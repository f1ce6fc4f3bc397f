// kind: used-after-use
// shape: branch
// why: The second element of the array, if there is one, is sent by a consumed sender.
package misuse;

class SendsEachElement {
  void answer(PriceChannel.Sender sender, long... prices) {
    for (long price : prices) {
      sender.send(price); // wrong
    }
  }
}
