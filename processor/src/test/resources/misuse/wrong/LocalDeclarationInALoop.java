// kind: unseen-declaration
// shape: straight
// why: The record is declared inside a loop of a method, where no processor sees it.

package misuse;

import io.multishot.MultiShot;

class LocalDeclarationInALoop {
  static int sum(int[] counts) {
    int sum = 0;
    for (int count : counts) {
      if (count > 0) {
        @MultiShot record Positive(int count) {} // wrong
        sum += new Positive(count).count();
      }
    }
    return sum;
  }
}
