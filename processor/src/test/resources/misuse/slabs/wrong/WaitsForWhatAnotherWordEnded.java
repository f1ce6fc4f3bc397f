// kind: id-used-after-its-end
// shape: straight
// why: In the second statement it has ended already.
package misuse;

class WaitsForWhatAnotherWordEnded {
  void sum(NoteSlab notes) throws InterruptedException {
    Long id = notes.acquire();
    notes.receive(id);
    notes.receive(id); // wrong
  }
}
