// kind: exchanged
// shape: straight
// why: The order's number stands in the place of the shot's.
package misuse;

import io.multishot.SlabId;

class ExchangesIdAndPart {
  private static final long ORDER = 17;

  boolean answer(TickSlab ticks, @SlabId long id, double price) {
    return ticks.send(ORDER, id, price); // wrong
  }
}
