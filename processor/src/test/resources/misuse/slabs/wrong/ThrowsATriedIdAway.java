// kind: id-thrown-away
// shape: straight
// why: The slot is in use for good.
package misuse;

class ThrowsATriedIdAway {
  void fill(NoteSlab notes) {
    notes.tryAcquire(); // wrong
  }
}
