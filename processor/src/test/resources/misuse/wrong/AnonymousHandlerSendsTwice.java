// kind: used-after-use
// shape: lambda
// why: One method of the anonymous class uses the captured sender twice.

package misuse;

class AnonymousHandlerSendsTwice {
  static void forward(CountChannel.Receiver from, CountChannel.Sender to) {
    from.onReceive(
        new CountChannel.Handler() {
          @Override
          public void received(int count) {
            to.send(count);
            to.send(count + 1); // wrong
          }

          @Override
          public void failed(Throwable failure) {
            to.fail(failure);
          }
        });
  }
}
