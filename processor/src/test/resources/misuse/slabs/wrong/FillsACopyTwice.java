// kind: id-used-after-its-end
// shape: straight
// why: The copy has been filled, and the shot is over.
package misuse;

class FillsACopyTwice {
  double sum(TickSlab ticks, long id, TickSlab.Copy copy) throws InterruptedException {
    double sum = ticks.receive(id, copy).price();
    return sum + ticks.take(id, copy).price(); // wrong
  }
}
