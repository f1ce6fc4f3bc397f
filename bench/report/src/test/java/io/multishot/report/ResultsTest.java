package io.multishot.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsTest {

  private static final Case OURS = timeOf("Some.trip over=CHANNEL");
  private static final Case PEER = timeOf("Some.trip over=PEER");

  @TempDir Path folder;

  private Results results() throws IOException {
    return Results.read(folder, 17);
  }

  @Test
  void ratio_isFreeOfWhatSlowsBothOfAPair() throws IOException {
    new JmhJson()
        .add(OURS.trial().toString(), 2, 20, 200, 2)
        .add(PEER.trial().toString(), 1, 10, 100, 1)
        .write(folder, 17);
    requireTwo(results().ratio(OURS, PEER));
  }

  @Test
  void ratio_comparesRoundsOfTheSameRun() throws IOException {
    new JmhJson().add(OURS.trial().toString(), 5, 50).write(folder, 17);
    new JmhJson()
        .add(OURS.trial().toString(), 2, 20, 200)
        .add(PEER.trial().toString(), 1, 10, 100)
        .write(folder, 17);
    requireTwo(results().ratio(OURS, PEER));
    assertArrayEquals(new double[] {5, 50, 2, 20, 200}, results().of(OURS));
    assertEquals(5, results().rounds(OURS.trial()));
    assertEquals(3, results().rounds(PEER.trial()));
  }

  @Test
  void ratio_isNullIfNoRunHasBoth() throws IOException {
    new JmhJson().add(OURS.trial().toString(), 5, 50).write(folder, 17);
    new JmhJson().add(PEER.trial().toString(), 1, 10).write(folder, 17);
    assertNull(results().ratio(OURS, PEER));
  }

  @Test
  void delete_removesARunWithWhatWasAdded() throws IOException {
    new JmhJson().add(OURS.trial().toString(), 5).write(folder, 17);
    new JmhJson().add(OURS.trial().toString(), 6).write(folder, 17);
    new JmhJson().add(OURS.trial().toString(), 7).write(folder, 25);
    Results.delete(folder, 17);
    assertEquals(List.of(25), Results.readAll(folder).stream().map(Results::release).toList());
  }

  private static void requireTwo(@Nullable Estimate ratio) {
    assertNotNull(ratio);
    assertEquals(2, ratio.value(), 1e-9);
    assertEquals(2, ratio.low(), 1e-9);
    assertEquals(2, ratio.high(), 1e-9);
    assertFalse(ratio.isTooWide());
  }

  private static Case timeOf(String trial) {
    return new Case("", Case.Role.OURS, "", Trial.parse(trial), Measured.TIME, null, true);
  }
}
