// kind: used-after-use
// shape: switch
// why: The inner break leaves the inner switch only, whose cases have each used another sender or none.

package misuse;

class NestsSwitchesThatSendOnce {
  static void answer(PriceChannel.Sender bid, PriceChannel.Sender ask, int side, int size) {
    switch (side) {
      case 0:
        switch (size) {
          case 0:
            break;
          default:
            ask.send(size);
            break;
        }
        bid.send(size);
        break;
      case 1:
        bid.send(size);
        ask.send(size);
        break;
      default:
        bid.close();
        ask.close();
        break;
    }
  }
}
