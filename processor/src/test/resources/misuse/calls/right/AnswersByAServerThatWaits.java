// kind: request-used-after-use
// shape: call
// why: The server may leave the request open, and who closes that has not answered.
package misuse;

class AnswersByAServerThatWaits {
  void work(PricingCall.Request request, PricingCall.Server server, boolean isConnected) {
    request.serve(server);
    if (!isConnected) {
      request.fail(new IllegalStateException("disconnected"));
    }
  }
}
