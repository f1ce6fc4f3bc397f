// kind: used-after-use
// shape: straight
// why: Initialisers and constructors run once for each object, and each uses a sender that it was given or has armed.

package misuse;

class InitialisersUseTheirOwnSenders {
  static final CountChannel.Receiver COUNTS = CountChannel.open();

  static {
    CountChannel.Sender sender = COUNTS.sender();
    sender.send(1);
  }

  private final int before;
  private boolean sent;

  {
    before = COUNTS.take();
    CountChannel.Sender sender = COUNTS.sender();
    sender.send(before + 1);
  }

  InitialisersUseTheirOwnSenders(CountChannel.Sender sender) {
    this(sender.send(1));
  }

  InitialisersUseTheirOwnSenders(CountChannel.Sender sender, Throwable cause) {
    this(sender.fail(cause));
  }

  private InitialisersUseTheirOwnSenders(boolean sent) {
    this.sent = sent;
  }
}
