// kind: request-used-after-use
// shape: lambda
// why: What a stub hands over is a request as any other.
package misuse;

class LambdaOfTheRouteServesTwice {
  Pricing stub(Pricing book) {
    return PricingCall.stub(
        request -> {
          request.serve(book);
          request.close(); // wrong
        });
  }
}
