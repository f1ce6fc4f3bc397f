// kind: unseen-declaration
// shape: straight
// why: Members of member classes, interfaces, enums and records have names elsewhere, and processors see them.

package misuse;

import io.multishot.MultiShot;

class NestsDeclarationsInMembers {
  interface Wire {
    @MultiShot(type = byte.class, padded = false)
    interface Octet {}
  }

  enum Level {
    LOW,
    HIGH;

    @MultiShot
    record Change(int from, int to) {}
  }

  record Pair(int left, int right) {
    @MultiShot(type = char.class, name = "NestedKeys")
    interface Key {}
  }

  static int run() {
    NestsDeclarationsInMembers_Wire_OctetChannel.open().sender().send((byte) 1);
    NestedKeys.open().sender().send('k');
    var changes = NestsDeclarationsInMembers_Level_ChangeChannel.open();
    changes.sender().send(Level.LOW.ordinal(), Level.HIGH.ordinal());
    return changes.take().to();
  }
}
