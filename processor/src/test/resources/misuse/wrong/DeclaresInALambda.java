// kind: unseen-declaration
// shape: lambda
// why: A record in a lambda's body is local, and no processor is called for it.
package misuse;

import io.multishot.MultiShot;
import java.util.function.Supplier;

class DeclaresInALambda {
  static final Supplier<Object> PAIRS =
      () -> {
        @MultiShot record Pair(long left, long right) {} // wrong

        return new Pair(1, 2);
      };
}
