package io.multishot.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.concurrent.RejectedExecutionException;

/** Writes the methods of a slab whose shots may have deadlines. */
final class DeadlineWriter extends ElementWriter {

  DeadlineWriter(Source source) {
    super(source);
  }

  void addTo(TypeSpec.Builder slab) {
    slab.addMethod(tryAcquire()).addMethod(acquire()).addMethod(expire()).addMethod(expireSome());
  }

  private MethodSpec tryAcquire() {
    return acquireMethod("tryAcquire")
        .addJavadoc("@return its id, or {@link #NONE} if {@link #tryAcquire()} would return that\n")
        .addStatement("return tryAcquireUntil(deadline)")
        .build();
  }

  private MethodSpec acquire() {
    return acquireMethod("acquire")
        .addJavadoc(
            """
            @return its id
            @throws $L if {@link #acquire()} would throw that
            """,
            RejectedExecutionException.class.getName())
        .addStatement("return acquireUntil(deadline)")
        .build();
  }

  private MethodSpec.Builder acquireMethod(String name) {
    return resultMethod(name, idType())
        .addJavadoc(
            """
            Opens a shot, as {@link #$L()} does, that {@link #expire(long)} may end.

            @param deadline from when on the shot is overdue: a time, in the unit of {@code expire}
            """,
            name)
        .addParameter(long.class, "deadline");
  }

  private MethodSpec expire() {
    return expireMethod("Fails each open shot that is overdue, with an {@link $L}.\n")
        .addJavadoc("@return how many\n")
        .addStatement("return expireOverdue(now, $T.MAX_VALUE)", source.use(Integer.class))
        .build();
  }

  private MethodSpec expireSome() {
    return expireMethod("Fails open shots that are overdue, with an {@link $L}.\n")
        .addParameter(int.class, "limit")
        .addJavadoc(
            """
            @param limit how many at most; the next call goes on behind them
            @return how many
            """)
        .addStatement("return expireOverdue(now, limit)")
        .build();
  }

  private static MethodSpec.Builder expireMethod(String javadoc) {
    return publicMethod("expire", TypeName.INT)
        .addJavadoc(javadoc, "io.multishot.ExpiredException")
        .addJavadoc(
            "\n@param now the time, in any unit; it is compared to deadlines by difference\n")
        .addParameter(long.class, "now");
  }
}
