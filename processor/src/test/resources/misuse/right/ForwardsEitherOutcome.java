// kind: used-after-use
// shape: lambda
// why: Of the two methods of a handler one is run, once.

package misuse;

class ForwardsEitherOutcome {
  static void forward(PriceChannel.Receiver from, PriceChannel.Sender to) {
    from.onReceive(
        new PriceChannel.Handler() {
          @Override
          public void received(long price) {
            to.send(price);
          }

          @Override
          public void failed(Throwable failure) {
            to.fail(failure);
          }
        });
  }
}
