// kind: result-thrown-away
// shape: straight
// why: Each result is used, if only by an assignment, a cast or an argument.
package misuse;

import io.multishot.Poll;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

class MakesUseOfEveryResult {
  Object use(AnswerChannel.Receiver answers, TradeChannel.Receiver trades) {
    Supplier<CompletableFuture<String>> future = () -> answers.toFuture();
    Optional<Throwable> failure =
        answers.poll() == Poll.FAILED ? Optional.of(answers.failure()) : Optional.empty();
    AnswerChannel.Sender tried;
    if ((tried = answers.trySender()) != null && !tried.isAbandoned()) {
      tried.shot().close();
    }
    System.out.println(trades.peekView());
    return (Object) trades.peek() != null ? failure : future;
  }
}
