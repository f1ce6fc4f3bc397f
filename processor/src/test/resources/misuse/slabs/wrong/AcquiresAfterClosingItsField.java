// kind: acquired-after-close
// shape: field
// why: A closed slab gives out no id.
package misuse;

class AcquiresAfterClosingItsField {
  private final QuoteSlab replies = QuoteSlab.open(8);

  long next() {
    replies.close();
    return replies.acquire(); // wrong
  }
}
