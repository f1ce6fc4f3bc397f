// kind: exchanged
// shape: straight
// why: An id may be put together from what a frame has.
package misuse;

import io.multishot.SlabId;

class PutsTheIdTogether {
  void link(QuoteSlab outer, int high, int low, @SlabId long id) {
    outer.send((long) high << 32 | low & 0xffffffffL, id);
    outer.send(high * 0x100000000L + low, id);
  }
}
