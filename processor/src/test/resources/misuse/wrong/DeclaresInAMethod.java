// kind: unseen-declaration
// shape: straight
// why: No processor is called for an interface inside a method.
package misuse;

import io.multishot.MultiShot;

class DeclaresInAMethod {
  void ask() {
    @MultiShot(type = long.class) interface Question {} // wrong

    System.out.println(Question.class);
  }
}
