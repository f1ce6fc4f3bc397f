// kind: declared-in-code
// shape: straight
// why: A processor sees members.
package misuse;

import io.multishot.MultiShotCall;

class DeclaresACallAsAMember {
  @MultiShotCall
  interface Member {
    int count();
  }

  void ask(DeclaresACallAsAMember_MemberCall.Caller caller) {
    caller.askCount().send(1);
  }
}
