package io.multishot;

import java.util.List;
import java.util.Objects;

/**
 * What is known of all channels and slabs of this process, in checked mode: a mode for tests, in
 * which misuse is told that production cannot see.
 *
 * <p>The system property {@code io.multishot.checked} sets it, before the first channel is opened:
 *
 * <dl>
 *   <dt>{@code off}
 *   <dd>nothing is checked, and nothing costs; the default of programs
 *   <dt>{@code on}
 *   <dd>misuse is told, with the places of arming and first use for the first 1000 shots of each
 *       receiver or slab, and for one in 128 after that. This is the default where assertions are
 *       enabled for the package {@code io.multishot}, as test tasks of Maven and Gradle do it
 *   <dt>{@code places}
 *   <dd>the same, with the places of all
 * </dl>
 *
 * <p>In checked mode each arming returns another sender, so that:
 *
 * <ul>
 *   <li>a sender that is used again throws {@link IllegalStateException}, however many shots later,
 *       and touches nothing; the causes tell where it was used first, and where it was armed;
 *   <li>a sender that is garbage without having ended its shot fails it with a {@link
 *       LostSenderException};
 *   <li>two threads in one receiver or sender at once are told, also where a {@link ReceiverGroup}
 *       waits: the second gets an {@link IllegalStateException}, and has changed nothing;
 *   <li>a view of a message throws from when the next shot is armed, for ever.
 * </ul>
 *
 * <p>Of a slab:
 *
 * <ul>
 *   <li>whoever uses an id as its owner does ({@code take}, {@code receive}, {@code await}, {@code
 *       onReceive}, {@code toFuture}) after its shot is over is told how it ended; the causes tell
 *       where that was, and where it was acquired. The last 16 shots of a slab, or some more, are
 *       known so. If another thread has abandoned the shot that is no misuse: it may do so at any
 *       time;
 *   <li>so is who uses an id that this slab never gave out;
 *   <li>two threads that use one id as its owner does, at once, are told: the second gets an {@link
 *       IllegalStateException}, and has changed nothing;
 *   <li>a late {@code send} is right, and nobody is told of it.
 * </ul>
 *
 * <p>Each of these mistakes is a {@link Misuse}: it goes to the {@link System.Logger} {@code
 * io.multishot}, and to listeners.
 *
 * <p>The collector decides when a lost sender is found; whoever next arms a sender of any channel
 * fails its shot then, and runs who waits for it. A blocked receiver looks ten times a second, and
 * if it has no time limit, asks the collector to look after one second, two, four and so on. A
 * thread in the {@code get} of a future does not look. If the receiver is garbage as well, the
 * collector may find the sender before it, or never.
 */
public final class MultiShots {

  private MultiShots() {}

  /** Whether checked mode is on. It never changes. */
  public static boolean isChecked() {
    return CheckedMode.ON;
  }

  /**
   * The channels whose receivers are neither closed nor garbage, in the order of their opening;
   * none, if checked mode is off. A slab is there with each of its shots that is in use, armed or
   * with an outcome that is not taken, or once if it has none.
   */
  public static List<OpenChannel> open() {
    return OpenChannels.list();
  }

  /** Has {@code listener} be told of each misuse from now on. */
  public static void addMisuseListener(MisuseListener listener) {
    Reports.add(Objects.requireNonNull(listener, "listener"));
  }

  /** Undoes {@link #addMisuseListener}. */
  public static void removeMisuseListener(MisuseListener listener) {
    Reports.remove(listener);
  }
}
