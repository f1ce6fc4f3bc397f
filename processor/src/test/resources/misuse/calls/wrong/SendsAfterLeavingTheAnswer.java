// kind: request-used-after-use
// shape: straight
// why: Only close() still ends what is left to a future.
package misuse;

import java.util.concurrent.CompletionStage;

class SendsAfterLeavingTheAnswer {
  void answer(PricingCall.Request request, CompletionStage<Double> source) {
    request.sendFrom(source);
    request.send(1.0); // wrong
  }
}
