package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has in checked mode beside its callbacks: which thread is inside, and the loan of
 * its last shot.
 *
 * <p>An operation of the receiver that is called by a thread from outside enters, and calls itself:
 * so it is inside, and does what it does. User code that runs inside may call others. Operations
 * that register something do not stay inside, since what they have registered may run, and use the
 * receiver, on another thread before they return; nor do those that only look.
 */
final class Checks extends Callbacks implements Listed {

  /** Of how many shots the places are taken, and of how many channels. */
  private static final int PLACES_AT_FIRST = 1000;

  /** After that, of one in so many; a power of two. */
  private static final int SHOTS_PER_PLACE = 128;

  /** The same for the time. */
  private static final int SHOTS_PER_LOOK_AT_THE_CLOCK = 8;

  private static final VarHandle INSIDE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "inside", VarHandle.class, Checks.class, Thread.class)
          .withInvokeExactBehavior();

  private static final VarHandle LOAN =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "loan", VarHandle.class, Checks.class, Loan.class)
          .withInvokeExactBehavior();

  private final MultiShotReceiver receiver;
  private OpenChannels.@Nullable Entry entry;
  private long id;

  /**
   * The thread that is inside. Compare-and-set to enter; to leave, a plain store will do, which an
   * overflow of the stack cannot prevent: whoever comes next by a safe hand-over sees it.
   */
  private @Nullable Thread inside;

  /** Release and acquire, for {@link OpenChannels}. It is what keeps a loan alive. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Loan loan;

  /** Stands for the cell whose question is being written. */
  private @Nullable MultiShotSender prepared;

  /** How many shots were armed. */
  private long shots;

  /** When it was looked at last, for it costs a fourth of all else. */
  private long clock;

  private Checks(MultiShotReceiver receiver) {
    super(receiver);
    this.receiver = receiver;
  }

  /** For a new receiver. Its type is the superclass, or to verify the caller would load this. */
  static Callbacks open(MultiShotReceiver receiver) {
    Checks made = new Checks(receiver);
    OpenChannels.Entry entry = OpenChannels.add(made);
    made.entry = entry;
    made.id = entry.id();
    return made;
  }

  static boolean isPlaceTaken(long number) {
    return CheckedMode.ALL_PLACES
        || number <= PLACES_AT_FIRST
        || (number & (SHOTS_PER_PLACE - 1)) == 0;
  }

  private @Nullable Loan loan() {
    return (Loan) LOAN.getAcquire(this);
  }

  /** The cell, which may be none yet, is not looked at before the loan tells that it is made. */
  @Override
  public void describeTo(List<OpenChannel> found, OpenChannels.Entry entry) {
    MultiShotSender cell = receiver.cell();
    if (cell != null && Cell.isFinal(cell.stateVolatile())) {
      return;
    }
    Loan last = loan();
    long since = last == null ? entry.openedAt() : last.armedAt();
    found.add(
        new OpenChannel(
            Reports.channelOf(receiver),
            entry.id(),
            last == null || cell == null
                ? Sentinel.IDLE.toString()
                : cell.describe(cell.stateVolatile()),
            last,
            Duration.ofNanos(System.nanoTime() - since),
            entry.opened()));
  }

  // Who is inside.

  /** Whether the current thread is not inside; then nothing is known of others. */
  boolean isOutside() {
    return inside != Thread.currentThread();
  }

  /**
   * Checks that no other thread is inside.
   *
   * @throws IllegalStateException if there is one
   */
  void requireAlone() {
    Thread other = (Thread) INSIDE.getOpaque(this);
    if (other != null && other != Thread.currentThread()) {
      throw twoOwners(other);
    }
  }

  private void enter() {
    Thread other = (Thread) INSIDE.compareAndExchange(this, (Thread) null, Thread.currentThread());
    if (other != null) {
      throw twoOwners(other);
    }
  }

  private IllegalStateException twoOwners(Thread other) {
    IllegalStateException told =
        new IllegalStateException(
            "two threads used one receiver at once: "
                + UserCode.identity(other)
                + " is inside. A receiver has one owner at a time: "
                + Reports.channelOf(receiver));
    Reports.report(
        new Misuse(
            Misuse.Kind.TWO_OWNERS,
            Reports.channelOf(receiver),
            null,
            Thread.currentThread(),
            told));
    return told;
  }

  /** Has a group wait for its receivers, and is inside all of them meanwhile. */
  static int await(ReceiverGroup group, Checks[] members, int outcomes, long nanos)
      throws InterruptedException {
    Thread self = Thread.currentThread();
    @Nullable Checks[] entered = new Checks[members.length];
    try {
      for (int i = 0; i < members.length; i++) {
        if (members[i].isOutside()) {
          entered[i] = members[i]; // first, or what breaks it off could leave it entered
          members[i].enter();
        }
      }
      return group.awaitInside(outcomes, nanos);
    } finally {
      for (Checks member : entered) { // calls nothing: the stack may be at its end
        if (member != null && member.inside == self) {
          member.inside = null;
        }
      }
    }
  }

  // To arm.

  /** Arms, and lends a sender that stands for the cell. */
  MultiShotSender sender() {
    MultiShotSender lent = trySender();
    if (lent == null) {
      Loan live = loan();
      throw receiver.notArmed(receiver.cell(), live == null ? null : live.armed());
    }
    return lent;
  }

  /** As {@link #sender}, but returns {@code null} if that would throw. */
  @Nullable MultiShotSender trySender() {
    Headroom.probe(shots); // or the receiver could be left without a cell
    LostSenders.drain();
    if (!isOutside()) {
      return arm();
    }
    enter();
    try {
      return arm();
    } finally {
      inside = null;
    }
  }

  private @Nullable MultiShotSender arm() {
    MultiShotSender lent = lend();
    if (lent != null) {
      Loan newLoan = (Loan) Objects.requireNonNull(lent.state());
      newLoan.cell().open();
      LOAN.setRelease(this, newLoan);
    }
    return lent;
  }

  /** Readies the cell for a question, which is {@link #open}ed next. */
  void prepare() {
    Headroom.probe(shots);
    LostSenders.drain();
    boolean isOutside = isOutside();
    if (isOutside) {
      enter();
    }
    try {
      prepared = lend();
    } finally {
      if (isOutside) {
        inside = null;
      }
    }
    if (prepared == null) {
      Loan live = loan();
      throw receiver.notArmed(receiver.cell(), live == null ? null : live.armed());
    }
  }

  /** Opens the question, and returns the sender that stands for the cell. */
  MultiShotSender open(@Nullable Seat seat) {
    MultiShotSender lent = Objects.requireNonNull(prepared);
    Loan newLoan = (Loan) Objects.requireNonNull(lent.state());
    LOAN.setRelease(this, newLoan);
    prepared = null;
    if (seat == null) {
      newLoan.cell().open();
    } else {
      seat.ask(newLoan.cell(), lent);
    }
    return lent;
  }

  /** Readies the cell for the next shot, and a sender that stands for it. */
  private @Nullable MultiShotSender lend() {
    MultiShotSender cell = receiver.cell();
    Object seen = cell.stateAcquire();
    if (cell.isLive(seen) || Cell.isFinal(seen)) {
      return null;
    }
    long number = shots + 1;
    Place place = isPlaceTaken(number) ? new Place("armed here", null) : null;
    MultiShotSender lent = receiver.newCell();
    MultiShotSender armed = receiver.hasViews() ? receiver.newCell() : cell;
    if (number <= PLACES_AT_FIRST || (number & (SHOTS_PER_LOOK_AT_THE_CLOCK - 1)) == 0) {
      clock = System.nanoTime();
    }
    Loan newLoan = new Loan(lent, armed, id, number, clock, place);
    shots = number;
    Loan last = loan;
    if (last != null && last.cell() == cell) { // or it was abandoned
      last.end();
    }
    if (armed != cell) { // so that no view reads this shot's message that is not its own
      receiver.follow(cell, armed, false);
      cell.retire();
    }
    armed.prepare();
    newLoan.begin();
    lent.standFor(newLoan);
    return lent;
  }

  // Operations of the receiver, from outside.

  MultiShotSender renew() {
    enter();
    try {
      return ((TypedReceiver<?, ?, ?>) receiver).renew();
    } finally {
      inside = null;
    }
  }

  boolean abandonShot() {
    enter();
    try {
      return receiver.abandonShot();
    } finally {
      inside = null;
    }
  }

  Poll await() throws InterruptedException {
    enter();
    try {
      return receiver.await();
    } finally {
      inside = null;
    }
  }

  Poll await(long timeout, TimeUnit unit) throws InterruptedException {
    enter();
    try {
      return receiver.await(timeout, unit);
    } finally {
      inside = null;
    }
  }

  boolean drop() {
    enter();
    try {
      return receiver.drop();
    } finally {
      inside = null;
    }
  }

  void close() {
    enter();
    try {
      receiver.close();
    } finally {
      inside = null;
    }
    if (entry != null) {
      OpenChannels.remove(entry);
    }
  }

  long requireValue(MultiShotSender cell) {
    enter();
    try {
      return receiver.requireValue(cell);
    } finally {
      inside = null;
    }
  }

  void takeValue(MultiShotSender cell) {
    enter();
    try {
      receiver.takeValue(cell);
    } finally {
      inside = null;
    }
  }

  void takeValue(MultiShotSender cell, long shot) {
    enter();
    try {
      receiver.takeValue(cell, shot);
    } finally {
      inside = null;
    }
  }

  void awaitValue(MultiShotSender cell) throws InterruptedException {
    enter();
    try {
      receiver.awaitValue(cell);
    } finally {
      inside = null;
    }
  }

  void awaitValueUninterruptibly(MultiShotSender cell) {
    enter();
    try {
      receiver.awaitValueUninterruptibly(cell);
    } finally {
      inside = null;
    }
  }

  void awaitValue(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    enter();
    try {
      receiver.awaitValue(cell, timeout, unit);
    } finally {
      inside = null;
    }
  }

  long awaitMessage(MultiShotSender cell) throws InterruptedException {
    enter();
    try {
      return receiver.awaitMessage(cell);
    } finally {
      inside = null;
    }
  }

  long awaitMessageUninterruptibly(MultiShotSender cell) {
    enter();
    try {
      return receiver.awaitMessageUninterruptibly(cell);
    } finally {
      inside = null;
    }
  }

  long awaitMessage(MultiShotSender cell, long timeout, TimeUnit unit)
      throws InterruptedException, TimeoutException {
    enter();
    try {
      return receiver.awaitMessage(cell, timeout, unit);
    } finally {
      inside = null;
    }
  }
}
