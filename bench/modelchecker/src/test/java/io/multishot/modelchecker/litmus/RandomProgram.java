package io.multishot.modelchecker.litmus;

import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Three threads that each do a few things at random, the same for the same seed. */
final class RandomProgram extends Variables {

  private static final int THREADS = 3;
  private static final int KINDS = 11;

  private final Thread[] threads = new Thread[THREADS];
  private final int[][] read;
  private final long seed;
  private final int operations;

  RandomProgram(String seed, String operations) {
    this.seed = Long.parseLong(seed);
    this.operations = Integer.parseInt(operations);
    this.read = new int[THREADS][this.operations];
  }

  @Override
  public void setUp(Actors actors) {
    Random random = new Random(seed);
    for (int thread = 0; thread < THREADS; thread++) {
      int[] kinds = random.ints(operations, 0, KINDS).toArray();
      boolean[] onX = new boolean[operations];
      for (int i = 0; i < operations; i++) {
        onX[i] = random.nextBoolean();
      }
      int id = thread;
      threads[thread] =
          actors.add(
              "thread " + id,
              () -> {
                for (int i = 0; i < operations; i++) {
                  read[id][i] = operate(kinds[i], onX[i] ? X : Y, 10 * id + i + 1, id);
                }
              });
    }
    actors.atEnd(
        () -> {
          String all = "" + (int) X.getVolatile(this) + " " + (int) Y.getVolatile(this);
          for (int[] of : read) {
            for (int one : of) {
              all += " " + one;
            }
          }
          return all;
        });
  }

  private int operate(int kind, VarHandle variable, int value, int thread) {
    return switch (kind) {
      case 0 -> (int) variable.getVolatile(this);
      case 1 -> (int) variable.getAcquire(this);
      case 2 -> (int) variable.getOpaque(this);
      case 3 -> {
        variable.setVolatile(this, value);
        yield 0;
      }
      case 4 -> {
        variable.setRelease(this, value);
        yield 0;
      }
      case 5 -> (int) variable.getAndSet(this, value);
      case 6 -> (int) variable.getAndAddAcquire(this, value);
      case 7 -> variable.compareAndSet(this, 0, value) ? 1 : 0;
      case 8 -> {
        VarHandle.fullFence();
        yield 0;
      }
      case 9 -> {
        LockSupport.unpark(threads[(thread + 1) % THREADS]);
        yield 0;
      }
      default -> {
        LockSupport.parkNanos(1);
        yield (int) variable.getAcquire(this);
      }
    };
  }
}
