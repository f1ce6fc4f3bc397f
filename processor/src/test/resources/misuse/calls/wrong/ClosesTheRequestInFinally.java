// kind: request-used-after-use
// shape: try
// why: Whether it was served or has failed, it is answered when it is closed.
package misuse;

class ClosesTheRequestInFinally {
  void answer(PricingCall.Request request, Pricing book) {
    try {
      request.serve(book);
    } finally {
      request.close(); // wrong
    }
  }
}
