// kind: unseen-declaration
// shape: straight
// why: A member of a class inside a method has no name elsewhere, either.
package misuse;

import io.multishot.MultiShot;

class DeclaresInALocalClass {
  static int run() {
    class Task {
      @MultiShot(type = int.class, name = "TaskResults") interface Result {} // wrong

      int modifiers() {
        return Result.class.getModifiers();
      }
    }
    return new Task().modifiers();
  }
}
