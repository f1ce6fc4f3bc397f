package io.multishot.jcstress.mutant;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.multishot.Waker;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Protocols in which one shot reaches into the next. */
public final class Recycling {

  private Recycling() {}

  /** The waker has a field of its own, and is taken from it when the value is visible already. */
  @JCStressTest
  @State
  @Outcome(id = "true", expect = FORBIDDEN, desc = "the next shot's waker is run early")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class WakerTakenLast {
    private final Cell cell = new Cell();
    private final AtomicReference<@Nullable Waker> waker = new AtomicReference<>(() -> {});
    private boolean isWokenEarly;

    @Actor
    public void sender() {
      send(1L);
    }

    @Actor
    public void receiver() {
      cell.awaitReady();
      cell.arm();
      waker.set(this::wakeSecond);
      send(2L);
    }

    @Arbiter
    public void arbiter(Z_Result r) {
      r.r1 = isWokenEarly;
    }

    private void send(long value) {
      cell.send(value);
      Cell.wake(waker.getAndSet(null));
    }

    private void wakeSecond() {
      isWokenEarly = !cell.isReady();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = FORBIDDEN, desc = "a value is in another's shot")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ArmedWhileLive {
    private final Cell cell = new Cell();

    @Actor
    public void sender() {
      cell.send(1L);
    }

    @Actor
    public void receiver(J_Result r) {
      cell.arm();
      cell.send(2L);
      r.r1 = cell.value;
    }
  }

  /** The sender is handed out before the last value is taken. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = FORBIDDEN, desc = "the next send overtakes the taking")
  @Outcome(expect = ACCEPTABLE, desc = "the mistake does not show")
  public static class ArmedBeforeTaken {
    private final Cell cell = new Cell();
    private volatile boolean isArmed;

    @Actor
    public void sender() {
      cell.send(1L);
      while (!isArmed) {
        Thread.onSpinWait();
      }
      cell.send(2L);
    }

    @Actor
    public void receiver(J_Result r) {
      cell.awaitReady();
      cell.arm();
      isArmed = true;
      r.r1 = cell.value;
    }
  }
}
