// kind: outdated-view
// shape: straight
// why: The default method reads a field of the outdated view.
package misuse;

class ReadsByADefaultMethod {
  private final FillChannel.Receiver fills = FillChannel.open();

  double next(java.util.concurrent.Executor worker) throws InterruptedException {
    final Fill fill = fills.receive();
    final FillChannel.Sender sender = fills.sender();
    worker.execute(() -> sender.send(1, 2.5, "XLON"));
    return fill.notional(); // wrong
  }
}
