// kind: used-after-use
// shape: loop
// why: The loop comes round by continue before the send, and ends after it.

package misuse;

class WaitsBeforeTheOnlySend {
  private volatile boolean ready;

  void answer(TradeChannel.Sender sender) {
    for (; ; ) {
      if (sender.isAbandoned()) {
        sender.close();
        return;
      }
      if (!ready) {
        Thread.onSpinWait();
        continue;
      }
      sender.send(1, 2.5);
      break;
    }
    System.out.println(sender.isAbandoned());
  }
}
