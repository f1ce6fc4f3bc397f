package io.multishot;

import org.jspecify.annotations.Nullable;

/**
 * How an owner of a slab's shot blocks: as that of a receiver does, see {@link Blocking}, but that
 * others may free the slot meanwhile. So each look compares the generation.
 */
final class SlotBlocking {

  private static final int SPINS_PER_CHECK = 16;

  private SlotBlocking() {}

  /**
   * Waits until the shot is not pending, or the time is up.
   *
   * @param nanos at most this long; {@link Long#MAX_VALUE}, 292 years, is for ever
   * @return the word: of an end; live if the time is up; or of another shot
   */
  static long await(Slab<?, ?> slab, long id, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (CheckedMode.ON && SlabChecks.isOutside(slab, id)) {
      return SlabChecks.await(slab, id, nanos);
    }
    long word = slab.requireWaitable(id);
    if (nanos <= 0 || !slab.isPending(word, id)) {
      return word;
    }
    boolean timed = nanos != Long.MAX_VALUE;
    long deadline = timed ? System.nanoTime() + nanos : 0L;
    WaitPolicy policy = slab.waitPolicy();
    if (policy == WaitPolicy.BUSY_SPIN && !VirtualThreads.isCurrent()) {
      return busySpin(slab, id, timed, deadline);
    }
    word = policy == WaitPolicy.PARK ? word : spin(slab, id);
    return slab.isPending(word, id) ? park(slab, id, timed, deadline) : word;
  }

  private static long park(Slab<?, ?> slab, long id, boolean timed, long deadline)
      throws InterruptedException {
    Thread self = Thread.currentThread();
    Headroom.probe(slab.turn(id)); // or what the stack's end breaks off stays registered
    ManagedPark managed =
        Blocking.isPoolWorker(self) ? new ManagedPark(new SlotWait(slab, id)) : null;
    long word = slab.register(id, self);
    try {
      while (slab.isPending(word, id)) {
        boolean isLate = timed && deadline - System.nanoTime() <= 0;
        boolean isInterrupted = Thread.interrupted();
        if ((isLate || isInterrupted) && slab.tryDeregister(id, self)) {
          if (isInterrupted) {
            throw new InterruptedException();
          }
          return word;
        }
        if (isInterrupted) {
          self.interrupt(); // the outcome came first, and is about to be seen
        } else if (!isLate) {
          parkOnce(slab, managed, timed, deadline);
        }
        word = slab.wordNow(id);
      }
      return word;
    } catch (RuntimeException | Error thrown) { // or the next waiter would be refused for ever
      slab.tryDeregister(id, self);
      throw thrown;
    }
  }

  private static void parkOnce(
      Slab<?, ?> slab, @Nullable ManagedPark managed, boolean timed, long deadline)
      throws InterruptedException {
    if (managed == null) {
      Blocking.park(slab, timed, deadline);
    } else {
      Blocking.parkManaged(managed, timed, deadline);
    }
  }

  private static long spin(Slab<?, ?> slab, long id) {
    int max = Spinning.maxSpins();
    int estimate = slab.spins;
    int spins = Spinning.spins(estimate, max);
    if (spins > 0 && estimate < 0) {
      slab.spins = 0; // one probes, and the others park
    }
    long word = spin(slab, id, spins);
    boolean isPending = slab.isPending(word, id);
    int adapted = Spinning.adaptShared(estimate, spins, max, !isPending);
    if (adapted != slab.spins) { // many threads read it
      slab.spins = adapted;
    }
    return spins > 0 && isPending && Spinning.yieldCarrier() ? slab.word(id) : word;
  }

  private static long spin(Slab<?, ?> slab, long id, int times) {
    long word = slab.word(id);
    for (int left = times; left > 0 && slab.isPending(word, id); left--) {
      Thread.onSpinWait();
      word = slab.word(id);
    }
    return word;
  }

  private static long busySpin(Slab<?, ?> slab, long id, boolean timed, long deadline)
      throws InterruptedException {
    long word = slab.word(id);
    while (slab.isPending(word, id)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (timed && deadline - System.nanoTime() <= 0) {
        return word;
      }
      word = spin(slab, id, SPINS_PER_CHECK);
    }
    return word;
  }
}
