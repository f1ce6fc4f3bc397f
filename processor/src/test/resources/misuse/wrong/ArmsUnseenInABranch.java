// kind: result-thrown-away
// shape: straight
// why: What trySender has armed is thrown away, though its branch is one of many.

package misuse;

class ArmsUnseenInABranch {
  static boolean isFree(PriceChannel.Receiver prices, boolean look) {
    if (look) {
      while (prices.poll() == io.multishot.Poll.PENDING) {
        Thread.onSpinWait();
      }
      prices.trySender(); // wrong
      return true;
    }
    return false;
  }
}
