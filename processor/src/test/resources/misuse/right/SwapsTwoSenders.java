// kind: used-after-use
// shape: alias
// why: After the swap the variable holds the other sender, which has not been used.
package misuse;

class SwapsTwoSenders {
  void answer(PriceChannel.Sender one, PriceChannel.Sender other) {
    one.send(1);
    PriceChannel.Sender swap = one;
    one = other;
    other = swap;
    one.send(2);
    System.out.println(other.isAbandoned());
  }
}
