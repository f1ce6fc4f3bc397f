// kind: request-used-after-use
// shape: switch
// why: Whatever the case, it is answered.
package misuse;

class EveryCaseAnswersThenAgain {
  void answer(OrdersCall.Request request, int kind) {
    switch (kind) {
      case 0 -> request.sendPlace(1L);
      case 1 -> request.sendCancel(false);
      default -> request.close();
    }
    request.fail(new IllegalStateException()); // wrong
  }
}
