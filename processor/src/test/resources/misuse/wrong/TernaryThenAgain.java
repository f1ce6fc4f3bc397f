// kind: used-after-use
// shape: straight
// why: Whichever branch of the ternary is evaluated, the sender is used, and then its shot is asked for.

package misuse;

class TernaryThenAgain {
  static void answer(CountChannel.Sender sender, boolean up, int count) {
    final boolean published = up ? sender.send(count) : sender.send(-count);
    System.out.println(published);
    try (CountChannel.Shot shot = sender.shot()) { // wrong
      System.out.println(shot);
    }
  }
}
