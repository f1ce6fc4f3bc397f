// kind: id-used-after-its-end
// shape: straight
// why: One copy serves all shots.
package misuse;

import java.util.concurrent.TimeUnit;

class FillsOneCopyTwice {
  double sum(TickSlab ticks, long first, long second) throws Exception {
    TickSlab.Copy copy = new TickSlab.Copy();
    double sum = ticks.receive(first, copy).price();
    return sum + ticks.receive(second, copy, 1, TimeUnit.SECONDS).price();
  }
}
