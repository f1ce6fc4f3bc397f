// kind: request-used-after-use
// shape: straight
// why: The interface alone tells that it is a request.
package misuse;

import io.multishot.MultiShotRequest;

class FailsAnyRequestTwice {
  void refuse(MultiShotRequest<? super Pricing> request) {
    request.fail(new IllegalStateException("closed"));
    request.close(); // wrong
  }
}
