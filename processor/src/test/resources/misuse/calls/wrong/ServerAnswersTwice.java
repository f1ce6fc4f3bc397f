// kind: request-used-after-use
// shape: straight
// why: A server that may answer later answers once.
package misuse;

class ServerAnswersTwice implements PricingCall.Server {
  @Override
  public void price(long instrument, int quantity, PricingCall.Request request) {
    if (quantity <= 0) {
      request.fail(new IllegalArgumentException());
    } else {
      request.send(1.5);
    }
    request.send(2.5); // wrong
  }
}
