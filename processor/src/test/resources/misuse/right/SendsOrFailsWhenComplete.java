// kind: used-after-use
// shape: lambda
// why: Each path of the lambda uses the sender once, and so does each chain of stages.

package misuse;

import java.util.concurrent.CompletableFuture;

class SendsOrFailsWhenComplete {
  static void answer(CompletableFuture<Long> source, PriceChannel.Sender sender) {
    source.whenComplete(
        (price, failure) -> {
          if (failure != null) {
            sender.fail(failure);
          } else {
            sender.send(price);
          }
        });
  }

  static void answerByReference(CompletableFuture<String> source, AnswerChannel.Sender sender) {
    source.handle((text, failure) -> failure == null ? sender.send(text) : sender.fail(failure));
  }
}
