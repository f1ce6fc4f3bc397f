// kind: request-used-after-use
// shape: straight
// why: What is left to a future can be closed.
package misuse;

import java.util.concurrent.CompletionStage;

class TakesTheAnswerBackFromAFuture {
  void answer(OrdersCall.Request request, CompletionStage<Long> source, boolean isLate) {
    request.sendPlaceFrom(source);
    if (isLate) {
      request.close();
    }
  }
}
