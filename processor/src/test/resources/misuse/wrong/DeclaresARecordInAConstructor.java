// kind: unseen-declaration
// shape: straight
// why: No processor is called for a record inside a constructor.
package misuse;

import io.multishot.MultiShot;

class DeclaresARecordInAConstructor {
  private final String text;

  DeclaresARecordInAConstructor(int x, int y) {
    @MultiShot record Point(int x, int y) {} // wrong
    text = new Point(x, y).toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
