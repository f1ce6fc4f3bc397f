// kind: request-used-after-use
// shape: branch
// why: Each way has one answer.
package misuse;

import io.multishot.MultiShotRequest;

class ServesOrFails {
  void answer(MultiShotRequest<? super Pricing> request, Pricing book, boolean isOpen) {
    if (isOpen) {
      request.serve(book);
      return;
    }
    request.fail(new IllegalStateException("closed"));
  }
}
