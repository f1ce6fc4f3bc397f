// kind: unseen-declaration
// shape: straight
// why: The body of an enum constant is an anonymous class.
package misuse;

import io.multishot.MultiShot;

enum DeclaresInAnEnumConstant {
  BUY,
  SELL {
    @MultiShot(type = String.class, padded = false) interface Reason {} // wrong

    @Override
    String text() {
      return Reason.class.getSimpleName();
    }
  };

  String text() {
    return name();
  }
}
