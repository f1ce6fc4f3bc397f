// kind: armed-after-close
// shape: straight
// why: The receiver that arms is not the one that was closed.
package misuse;

class ClosesTheOtherReceiver {
  private final CountChannel.Receiver first = CountChannel.open();
  private final CountChannel.Receiver second = CountChannel.open();

  CountChannel.Sender rest(ClosesTheOtherReceiver other) {
    first.close();
    other.second.close();
    CountChannel.Receiver third = CountChannel.open();
    third.close();
    return other == this ? null : second.sender();
  }
}
