// kind: unseen-declaration
// shape: straight
// why: The annotation is the user's own, of the same simple name.

package misuse;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

class OwnAnnotationOnALocalRecord {
  @Retention(RetentionPolicy.SOURCE)
  @interface MultiShot {
    Class<?> type() default Object.class;
  }

  static String burst(int shots) {
    @MultiShot(type = int.class)
    record Burst(int shots) {}
    Object camera =
        new Object() {
          @MultiShot
          interface Shutter {}
        };
    return new Burst(shots) + " " + camera;
  }
}
