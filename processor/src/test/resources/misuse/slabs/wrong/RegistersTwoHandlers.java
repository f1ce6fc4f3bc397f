// kind: id-left-to-a-callback
// shape: straight
// why: Only one can have the outcome.
package misuse;

class RegistersTwoHandlers {
  void ask(NoteSlab notes, long id, NoteSlab.Handler one, NoteSlab.Handler other) {
    notes.onReceive(id, one);
    notes.onReceive(id, other); // wrong
  }
}
