// kind: id-used-after-its-end
// shape: field
// why: The slab is a field, and the id a variable.
package misuse;

class TakesTwiceFromItsField {
  private final NoteSlab notes = NoteSlab.open(8);

  String twice(long id) {
    String note = notes.take(id);
    return note + this.notes.take(id); // wrong
  }
}
