// kind: unseen-declaration
// shape: straight
// why: Members of classes, interfaces, records and enums have names everywhere.
package misuse;

import io.multishot.MultiShot;

class DeclaresMembers {
  @MultiShot(type = long.class)
  interface Inner {}

  class Middle {
    @MultiShot
    record Pair(int left, int right) {}
  }

  record Holder(DeclaresMembers_Middle_PairChannel.Receiver pairs) {
    @MultiShot(type = String.class)
    interface Text {}
  }

  enum Kind {
    ONE {
      @Override
      DeclaresMembers_Kind_AmountChannel.Receiver open() {
        return DeclaresMembers_Kind_AmountChannel.open();
      }
    };

    @MultiShot(type = int.class)
    interface Amount {}

    abstract DeclaresMembers_Kind_AmountChannel.Receiver open();
  }
}
