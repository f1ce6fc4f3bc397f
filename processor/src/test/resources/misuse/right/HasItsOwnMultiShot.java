// kind: unseen-declaration
// shape: straight
// why: The annotation is the user's own, and only its name is known.
package misuse;

class HasItsOwnMultiShot {
  @interface MultiShot {
    Class<?> type() default void.class;
  }

  String run() {
    @MultiShot(type = long.class)
    interface Local {}

    @MultiShot
    record Pair(int left, int right) {}

    return Local.class.getName() + new Pair(1, 2);
  }
}
