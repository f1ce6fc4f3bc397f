package io.multishot.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Late, doubled and stray replies answer no request; and would be found if they did. */
final class LateRepliesTest {

  private static final long REQUESTS = 600_000;
  private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(30);

  @Test
  void lateReplies_ofEachKind_answerNothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    int code =
        Soak.run(
            printed,
            printed,
            "--late-replies",
            Long.toString(REQUESTS),
            "--seed",
            Long.toString(new SplittableRandom().nextLong()));
    String told = out.toString(StandardCharsets.UTF_8);
    System.out.print(told);
    assertEquals(0, code, told);
    assertEquals(1 + SlabKind.values().length, told.lines().count(), told);
    assertTrue(told.lines().skip(1).allMatch(line -> line.contains("none wrong")), told);
    assertTrue(!told.contains(" 0 "), told);
  }

  @ParameterizedTest
  @EnumSource
  void lateReplies_toASlabWithAFault_findIt(FaultyReplies fault) {
    Replies faulty = fault.slabs().apply(LateReplies.CAPACITY);
    assertThrows(SoakFailure.class, () -> LateReplies.run(faulty, 1, REQUESTS, STALL_NANOS));
  }
}
