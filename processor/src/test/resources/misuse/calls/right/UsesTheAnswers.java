// kind: result-thrown-away
// shape: straight
// why: Each result is used, and those that need not be are not.
package misuse;

import io.multishot.Poll;

class UsesTheAnswers {
  long ask(OrdersCall.Caller caller, Orders desk) throws InterruptedException {
    caller.askPlace("A", 1).serve(desk);
    if (caller.poll() != Poll.READY) {
      caller.abandon();
      return -1;
    }
    long order = caller.peekPlace();
    caller.takePlace();
    caller.askCancel(order).serve(desk);
    return caller.toFutureCancel().join() ? order : -1;
  }
}
