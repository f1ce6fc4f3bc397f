// kind: request-used-after-use
// shape: straight
// why: The request is the first future's by the time the second gets it.
package misuse;

import java.util.concurrent.CompletionStage;

class LeavesTheAnswerToTwoFutures {
  void answer(
      OrdersCall.Request request, CompletionStage<Boolean> first, CompletionStage<Boolean> second) {
    request.sendCancelFrom(first);
    request.sendCancelFrom(second); // wrong
  }
}
