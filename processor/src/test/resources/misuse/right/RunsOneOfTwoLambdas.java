// kind: used-after-use
// shape: lambda
// why: Two lambdas capture the sender, and one of them is run.

package misuse;

class RunsOneOfTwoLambdas {
  static void answer(PriceChannel.Sender sender, boolean good) {
    Runnable send = () -> sender.send(1);
    Runnable fail = () -> sender.fail(new IllegalStateException("bad"));
    (good ? send : fail).run();
  }
}
