package io.multishot;

import java.util.Objects;

/**
 * A shot of a slab, for a {@link ReceiverGroup} to wait for together with others: the slab, and an
 * id that its owner sets again from shot to shot.
 *
 * <pre>{@code
 * SlabShot first = SlabShot.of(quotes);
 * SlabShot second = SlabShot.of(quotes);
 * ReceiverGroup group = ReceiverGroup.of(first, second); // once
 *
 * first.set(quotes.acquire());                           // for each pair of requests
 * second.set(quotes.acquire());
 * }</pre>
 *
 * <p>It has one owner at a time, who owns the id and the groups that it is in. It may be set again
 * between two waits. A waker that is registered with a group waits for the shot before until the
 * group is asked again.
 */
public final class SlabShot implements Awaitable {

  final Slab<?, ?> slab;
  long id = Slab.NONE;

  private SlabShot(Slab<?, ?> slab) {
    this.slab = slab;
  }

  /** Returns one that names no shot yet. */
  public static SlabShot of(Slab<?, ?> slab) {
    return new SlabShot(Objects.requireNonNull(slab, "slab"));
  }

  /**
   * Names the shot to wait for.
   *
   * @param newId an id of this slab; or {@link Slab#NONE}, for none
   */
  public void set(@SlabId long newId) {
    id = newId;
  }

  /** {@return the id that was set last; {@link Slab#NONE} if none was} */
  public @SlabId long id() {
    return id;
  }

  /** Tells the slab and the id, and whether there is an outcome. */
  @Override
  public String toString() {
    return slab.getClass().getName() + "[shot " + id + ": " + slab.poll(id) + ']';
  }
}
