// kind: outdated-view
// shape: field
// why: The handler's own message is outdated by the arming of the receiver in its field.
package misuse;

class ReadsAfterTheHandlerArmed implements FillChannel.Handler {
  private final FillChannel.Receiver fills = FillChannel.open();
  private double last;

  @Override
  public void received(Fill fill) {
    FillChannel.Sender next = fills.sender();
    fills.onReceive(this);
    last = fill.price(); // wrong
    next.send(1, last, "XETR");
  }
}
