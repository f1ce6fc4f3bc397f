package io.multishot.lincheck;

import io.multishot.Poll;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one owner of a slab's shots and of one sender, in any order. The owner has one shot
 * at a time, which leaves a slot for the next one while the sender is in the midst of the last. Its
 * name goes to the sender through a mailbox; that keeps it, and the one before, and so sends late
 * and twice.
 *
 * <p>{@link SequentialSlab} says what the calls return if none overlaps another.
 */
public abstract class SlabOperations {

  static final int SLOTS = 2;
  private static final long SEED = 1;

  final LongSlab slab = LongSlab.open(SLOTS, SEED);
  private final AtomicLong mailbox = new AtomicLong();
  private final Count waker = new Count();

  /** Of the owner; 0 if it has no shot. */
  private long id;

  // Of the sender. 0 if it knows of none.

  private long held;
  private long older;

  @Operation(nonParallelGroup = "owner")
  public boolean acquire() {
    if (id != 0) {
      return false;
    }
    id = slab.acquire();
    mailbox.set(id);
    return true;
  }

  @Operation(nonParallelGroup = "owner")
  public Poll poll() {
    return slab.poll(id);
  }

  @Operation(nonParallelGroup = "owner")
  public Poll pollWithWaker() {
    return slab.poll(id, waker);
  }

  @Operation(nonParallelGroup = "owner")
  public Poll pollWithAnother() {
    return slab.poll(id, new Count());
  }

  @Operation(nonParallelGroup = "owner")
  public boolean withdraw() {
    return slab.withdraw(id);
  }

  @Operation(nonParallelGroup = "owner")
  public @Nullable Long take() {
    try {
      long value = slab.take(id);
      id = 0;
      return value;
    } catch (IllegalStateException noValue) {
      return null;
    }
  }

  @Operation(nonParallelGroup = "owner")
  public String receiveNow() throws InterruptedException {
    long received = id;
    id = 0;
    try {
      return Long.toString(slab.receive(received, 0, TimeUnit.NANOSECONDS));
    } catch (TimeoutException | RuntimeException told) {
      return told.getClass().getSimpleName();
    }
  }

  @Operation(nonParallelGroup = "owner")
  public boolean abandon() {
    long abandoned = id;
    id = 0;
    return slab.abandon(abandoned);
  }

  @Operation(nonParallelGroup = "sender")
  public boolean pickUp() {
    long name = mailbox.getAndSet(0);
    if (name == 0) {
      return false;
    }
    older = held;
    held = name;
    return true;
  }

  @Operation(nonParallelGroup = "sender")
  public boolean send(long value) {
    return send(held, value);
  }

  @Operation(nonParallelGroup = "sender")
  public boolean sendLate(long value) {
    return send(older, value);
  }

  @Operation(nonParallelGroup = "sender")
  public boolean fail() {
    return slab.fail(held, new IllegalArgumentException());
  }

  @Operation(nonParallelGroup = "sender")
  public boolean disconnect() {
    return slab.disconnect(held);
  }

  boolean send(long name, long value) {
    return slab.send(name, value);
  }
}
