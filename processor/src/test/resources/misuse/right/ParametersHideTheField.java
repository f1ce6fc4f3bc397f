// kind: used-after-use
// shape: lambda
// why: The field, the parameter of the lambda and that of the anonymous class have one name, and are three senders.

package misuse;

import java.util.function.Consumer;

class ParametersHideTheField {
  private final CountChannel.Sender sender;

  ParametersHideTheField(CountChannel.Sender sender) {
    this.sender = sender;
  }

  void answer(CountChannel.Sender first, CountChannel.Sender second) {
    Consumer<CountChannel.Sender> one = sender -> sender.send(1);
    Consumer<CountChannel.Sender> two =
        new Consumer<>() {
          @Override
          public void accept(CountChannel.Sender sender) {
            sender.send(2);
          }
        };
    one.accept(first);
    two.accept(second);
    sender.send(3);
  }
}
