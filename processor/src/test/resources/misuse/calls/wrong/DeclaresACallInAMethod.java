// kind: declared-in-code
// shape: straight
// why: No processor sees what lies inside code.
package misuse;

import io.multishot.MultiShotCall;

class DeclaresACallInAMethod {
  void method() {
    @MultiShotCall // wrong
    interface Local {
      int count();
    }
  }
}
