// kind: used-after-use
// shape: straight
// why: A sender that has sent is consumed, and fail would be a second outcome.
package misuse;

final class FailsAfterSending {
  private static final CountChannel.Receiver COUNTS = CountChannel.open();

  static {
    final CountChannel.Sender sender = COUNTS.sender();
    sender.send(Runtime.getRuntime().availableProcessors());
    System.out.println("sent");
    sender.fail(new IllegalStateException("not ready")); // wrong
  }
}
