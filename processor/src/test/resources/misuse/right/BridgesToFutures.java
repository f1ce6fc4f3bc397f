// kind: result-thrown-away
// shape: call
// why: What toFuture, shot and failure return is used: returned, chained, given to a method, or asserted.

package misuse;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

class BridgesToFutures {
  static CompletableFuture<Integer> length(AnswerChannel.Receiver answers, String text) {
    answers.sender().shot().send(text);
    return answers.toFuture().orTimeout(1, TimeUnit.SECONDS).thenApply(String::length);
  }

  static void print(AnswerChannel.Receiver answers) {
    assert answers.failure() == null : answers.failure();
    answers.toFuture().thenAccept(System.out::println);
  }

  static void cancel(AnswerChannel.Receiver answers, CompletableFuture<?>[] all) {
    all[0] = answers.toFuture();
    (all[0]).cancel(true);
    answers.renew();
  }
}
