package io.multishot;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a slab: one word for each slot, with a method for each legal transition. It
 * is a superclass of the slab, and no object of its own.
 */
abstract sealed class SlotTable extends SlotArrays permits Slab {

  /*
   * Overview
   *
   * A slot is a place for one shot at a time. The name of a shot, its id, is the number of the slot
   * and how often that has been used, its generation; so a name that comes late, or twice, or from
   * somewhere else, names no shot. Compare the generation counters of slot maps and of Linux file
   * descriptor tables.
   *
   * In contrast to a Cell, whose sender is an object that one thread has, anybody may have an id:
   * several threads may send to it at once. Hence a sender claims the shot before it writes the
   * payload, and whoever gives up a claimed shot leaves the slot to that sender.
   *
   * The word
   *
   *   generation (44 bits) | timed (1) | registrations (15) | phase (4)
   *
   * It changes by compare-and-set, but where one thread alone has the slot.
   *
   *   phase              who has the slot          meaning
   *   FREE               nobody                    the generation is that of the last shot
   *   RESERVED           who acquires              its deadline is being written
   *   ARMED              owner, any sender         open, nobody registered
   *   WAITING            owner, any sender         open, whom to wake is registered
   *   CLAIMED            owner, the sender         the payload is being written
   *   CLAIMED_WAITING    owner, the sender         the same, whom to wake is registered
   *   VALUE              owner                     the payload holds a value
   *   FAILED             owner                     the failure is there
   *   DISCONNECTED       owner                     ended without either
   *   TAKEN              one thread                its outcome is being read or delivered
   *   ORPHAN             the sender                given up while it was claimed
   *   RETIRED            nobody                    its generations are used up: final
   *
   * Transitions
   *
   *   name        by                from                    to                 how
   *   acquire     owner             FREE                    ARMED, RESERVED    compare-and-set
   *   arm         owner             RESERVED                ARMED              compare-and-set
   *   refuse      close             RESERVED                FREE               compare-and-set
   *   register    owner             ARMED                   WAITING            compare-and-set
   *               owner             CLAIMED                 CLAIMED_WAITING    compare-and-set
   *   deregister  owner             WAITING                 ARMED              compare-and-set
   *               owner             CLAIMED_WAITING         CLAIMED            compare-and-set
   *   claim       sender            ARMED, WAITING          CLAIMED, the same  compare-and-set
   *                                                         with _WAITING
   *   publish     sender            CLAIMED                 an end             compare-and-set
   *               sender            CLAIMED_WAITING         an end, then       compare-and-set
   *                                                         wakes
   *               sender            CLAIMED_WAITING, for a  TAKEN, then        compare-and-set
   *                                 handler or a future     delivers
   *   give back   sender            ORPHAN                  FREE               release store
   *   take        owner             an end                  TAKEN, or FREE     compare-and-set
   *               who has it        TAKEN                   FREE               release store
   *   refused     who delivers      TAKEN                   an end             release store
   *   abandon     owner             ARMED, WAITING, an end  TAKEN, or FREE     compare-and-set
   *               owner             CLAIMED, _WAITING       ORPHAN             compare-and-set
   *   retire      who acquires      FREE                    RETIRED            compare-and-set
   *
   *                 acquire            register
   *        FREE ------------->  ARMED <----------> WAITING ------------------------+
   *        ^ ^ ^                  |    deregister    |                             |
   *        | | |            claim |                  | claim                       | abandon
   *        | | |                  v                  v                             |
   *        | | |               CLAIMED <------> CLAIMED_WAITING                    |
   *        | | |                  | |                | |   |                       |
   *        | | |          abandon | | publish        | |   | publish, to a         |
   *        | | |                  v |      abandon   | |   | handler or future     |
   *        | | +------------- ORPHAN| <--------------+ |   |                       |
   *        | |  give back           v                  |   v                       |
   *        | +------------ VALUE, FAILED, DISCONNECTED-+  TAKEN <------------------+
   *        |   take                                         |
   *        +------------------------------------------------+
   *
   * The waiter
   *
   * Whom to wake lies beside the word, in `references`. A sender that has claimed reads it before
   * it publishes, and publishes by a compare-and-set from that very registration: after publishing
   * is too late, for the owner may have taken the value, acquired the slot again and registered
   * somebody for the next shot. The registrations since the claim are counted, or the owner could
   * deregister one and register another between the sender's look and its compare-and-set. An owner
   * that has used up the count waits for the sender.
   *
   * Somebody else may abandon the shot while its owner registers or deregisters. So the waiter is
   * written by a compare-and-set from null, and only he clears it who has ended the registration.
   * An owner that is late finds the word changed, and takes back what it has written; until then
   * the slot's next owner, if it registers, waits for it, since both may have the same waker. Whom
   * to tell of the abandonment, where nobody has claimed the shot, is looked up behind the
   * compare-and-set: before, nothing counts the registrations.
   *
   * An end, ORPHAN and TAKEN have a registration counted if there is a waiter to be cleared.
   *
   * Orders
   *
   * Ids travel without happens-before, over a wire. So the word that arms a shot is released, and
   * its claim acquires it; so is each end, and what shows it to the owner. Giving a slot back
   * releases it, and the compare-and-set that acquires it for the next shot acquires it.
   *
   * Closing
   *
   * close() sets a flag, and then ends what it finds; acquire() arms, and then looks at the flag:
   * all four are volatile, so one of them sees the other (Dekker).
   *
   * Errors
   *
   * Between a claim and its publication nothing is allocated and no user code is called, and the
   * stack is probed before the claim. Once a slot is armed its id can be lost no more, unless the
   * slab is closed just then: nothing else is called that was not called before, at the same depth.
   * See Headroom and Startup.
   */

  static final int FREE = 0;
  static final int RESERVED = 1;
  static final int ARMED = 2;
  static final int WAITING = 3;
  static final int CLAIMED = 4;
  static final int CLAIMED_WAITING = 5;
  static final int VALUE = 6;
  static final int FAILED = 7;
  static final int DISCONNECTED = 8;
  static final int TAKEN = 9;
  static final int ORPHAN = 10;
  static final int RETIRED = 11;

  /** No shot has this id. */
  static final long NO_ID = 0;

  /** In place of the number of a slot. */
  static final int NO_SLOT = -1;

  private static final int PHASE_BITS = 4;
  private static final long PHASE_MASK = (1L << PHASE_BITS) - 1;
  private static final int REGISTRATION_BITS = 15;
  private static final long ONE_REGISTRATION = 1L << PHASE_BITS;
  private static final long MOST_REGISTRATIONS = (1L << REGISTRATION_BITS) - 1;
  private static final long REGISTRATIONS = MOST_REGISTRATIONS << PHASE_BITS;
  private static final long TIMED = 1L << (PHASE_BITS + REGISTRATION_BITS);
  private static final int GENERATION_SHIFT = PHASE_BITS + REGISTRATION_BITS + 1;
  private static final int MOST_GENERATION_BITS = Long.SIZE - GENERATION_SHIFT;

  /** Fewer generations than that are used up in no time. */
  private static final int FEWEST_GENERATION_BITS = 16;

  private static final VarHandle CLOSING =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "closing", VarHandle.class, SlotTable.class, Object.class)
          .withInvokeExactBehavior();

  private final int slotBits;
  private final int slotMask;
  private final long generationMask;
  private final long seed;
  private final SlotSearch search;

  /** Where the next walk with a limit begins; a hint, of the thread that expires. */
  private int expiryCursor;

  /** Null, or what ends the open shots: a {@link Throwable}, or a {@link Sentinel}. Volatile. */
  @SuppressWarnings("UnusedVariable") // the handle reads it
  private @Nullable Object closing;

  private final LongAdder late = new LongAdder();
  private final LongAdder unknown = new LongAdder();

  SlotTable(int capacity, long seed, SlabLayout layout) {
    super(requirePositive(capacity), layout);
    this.slotBits = capacity == 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(capacity - 1);
    this.slotMask = (1 << slotBits) - 1;
    int generationBits = Math.min(MOST_GENERATION_BITS, layout.idBits - slotBits);
    if (generationBits < FEWEST_GENERATION_BITS) {
      throw tooMany(capacity);
    }
    this.generationMask = (1L << generationBits) - 1;
    this.seed = seed;
    this.search = CheckedMode.ON ? SlabChecks.open(this, capacity) : new SlotSearch(capacity);
    for (int slot = 0; slot < capacity; slot++) {
      setFirstWord(slot, start(slot) << GENERATION_SHIFT);
    }
    VarHandle.releaseFence(); // the words are of a superclass, and written after its constructor
  }

  private static int requirePositive(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("a slab needs a slot: " + capacity);
    }
    return capacity;
  }

  static long randomSeed() {
    return ThreadLocalRandom.current().nextLong();
  }

  /**
   * The generation before the first of a slot, so that the names of one slab mean nothing to
   * another; a multiple of its period, so that the first {@link #turn turns} of a slab count from
   * 1. The mixing function is that of SplittableRandom (Steele, Lea and Flood, OOPSLA 2014).
   */
  private long start(int slot) {
    long z = seed + (slot + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return (z ^ (z >>> 31)) & (generationMask >>> 1) & -Headroom.PERIOD;
  }

  /** What a slab has in checked mode lies there. */
  final SlotSearch search() {
    return search;
  }

  private @Nullable Object closing() {
    return (Object) CLOSING.getVolatile(this);
  }

  // What a word is.

  static int phaseOf(long word) {
    return (int) (word & PHASE_MASK);
  }

  static boolean isLive(long word) {
    int phase = phaseOf(word);
    return phase >= ARMED && phase <= CLAIMED_WAITING;
  }

  static boolean isEnded(long word) {
    int phase = phaseOf(word);
    return phase >= VALUE && phase <= DISCONNECTED;
  }

  /** Names a state of a shot that is in use, for people. */
  static String describePhase(long word) {
    return switch (phaseOf(word)) {
      case ARMED -> "armed";
      case WAITING -> "awaited";
      case CLAIMED, CLAIMED_WAITING -> "being ended";
      case VALUE -> "value";
      case FAILED -> "failed";
      case DISCONNECTED -> "disconnected";
      default -> "taken";
    };
  }

  static boolean isOpenToSenders(long word) {
    int phase = phaseOf(word);
    return phase == ARMED || phase == WAITING;
  }

  static boolean isAwaited(long word) {
    int phase = phaseOf(word);
    return phase == WAITING || phase == CLAIMED_WAITING;
  }

  private static boolean isClaimed(long word) {
    int phase = phaseOf(word);
    return phase == CLAIMED || phase == CLAIMED_WAITING;
  }

  private static long withPhase(long word, int phase) {
    return (word & ~PHASE_MASK) | phase;
  }

  private static long freed(long word) {
    return word >>> GENERATION_SHIFT << GENERATION_SHIFT;
  }

  /** The word of a claimed shot in its next phase; a registration is counted if somebody waits. */
  private static long unclaimed(long word, int phase) {
    return withPhase(isAwaited(word) ? word : word & ~REGISTRATIONS, phase);
  }

  /** Whether there is a waiter to be cleared. */
  private static boolean hadWaiter(long word) {
    return (word & REGISTRATIONS) != 0;
  }

  final long idOf(long word, int slot) {
    return word >>> GENERATION_SHIFT << slotBits | slot;
  }

  /** Whether it is the word of that shot, and of no other. */
  final boolean isOf(long word, long id) {
    return word >>> GENERATION_SHIFT << slotBits == (id & -1L << slotBits) && id > 0;
  }

  /** The slot that an id names; {@link #NO_SLOT} if there is none. */
  final int slotOf(long id) {
    int slot = slot(id);
    return slot < capacity ? slot : NO_SLOT;
  }

  /** The slot of an id whose shot is there, for those that have checked it. */
  final int slot(long id) {
    return (int) id & slotMask;
  }

  /** The word of the slot that an id names; FREE if there is no such slot. */
  final long word(long id) {
    int slot = slotOf(id);
    return slot == NO_SLOT ? FREE : wordAcquire(slot);
  }

  final long wordNow(long id) {
    return wordVolatile(slot(id));
  }

  // Acquiring.

  /** Returns the id of a new shot; {@link #NO_ID} if no slot was found free, or it is closed. */
  final long acquireSlot(boolean isTimed, long deadline) {
    if (closing() != null) {
      return NO_ID;
    }
    int cursor = search.cursor();
    int slot = search.first(cursor);
    for (int left = search.blocks(); left >= 0; left--) { // the first block comes again at the end
      int end = search.endOfBlock(slot);
      for (int i = slot; i < end; i++) {
        long word = wordOpaque(i);
        if (phaseOf(word) == FREE) {
          search.end(cursor, i);
          long id = isTimed ? tryReserve(i, word, deadline) : tryArm(i, word);
          if (id != NO_ID) {
            return closing() == null ? id : refuse(id); // called above: there is room to
          }
        }
      }
      slot = search.nextBlock(slot);
    }
    return NO_ID;
  }

  private long tryArm(int slot, long word) {
    long armed = next(slot, word);
    long id = idOf(armed, slot);
    return armed != NO_ID && compareAndSetWord(slot, word, armed | ARMED) ? id : NO_ID;
  }

  private long tryReserve(int slot, long word, long deadline) {
    long reserved = next(slot, word);
    long id = idOf(reserved, slot);
    Headroom.probe(turn(id)); // or the slot could be lost before it is armed
    if (reserved == NO_ID || !compareAndSetWord(slot, word, reserved | RESERVED)) {
      return NO_ID;
    }
    setDeadline(slot, deadline);
    return compareAndSetWord(slot, reserved | RESERVED, reserved | TIMED | ARMED)
        ? id
        : NO_ID; // it was closed meanwhile
  }

  /** The word of the next shot, without a phase; {@link #NO_ID} if there is none any more. */
  private long next(int slot, long word) {
    long generation = word >>> GENERATION_SHIFT;
    if (generation == generationMask) {
      compareAndSetWord(slot, word, withPhase(word, RETIRED));
      return NO_ID;
    }
    return (generation + 1) << GENERATION_SHIFT;
  }

  private long refuse(long id) {
    abandon(id, null);
    return NO_ID;
  }

  // Transitions of the sender.

  /**
   * Begins to end a shot, before the payload is written.
   *
   * @return its slot; {@link #NO_SLOT} if the shot is not open
   * @throws StackOverflowError if there is no room to wake whoever waits; nothing has changed then
   */
  final int claimShot(long id) {
    int slot = slotOf(id);
    if (slot != NO_SLOT) {
      long word = wordAcquire(slot);
      while (isOf(word, id) && isOpenToSenders(word)) {
        probe(id, word);
        if (compareAndSetWord(slot, word, word + (CLAIMED - ARMED))) {
          return slot;
        }
        word = wordVolatile(slot);
      }
    }
    return NO_SLOT;
  }

  /** Throws if there is no room to tell whoever waits; a future may need more than others. */
  private void probe(long id, long word) {
    if (isAwaited(word)) {
      Headroom.probeForFuture(turn(id));
    } else {
      Headroom.probe(turn(id));
    }
  }

  /**
   * The turn of a shot, for {@link Headroom}: one more than that of the slot's shot before, and
   * than that of the slot before.
   */
  final long turn(long id) {
    return slot(id) + (id >>> slotBits);
  }

  /**
   * Ends a claimed shot, and wakes whoever waits, or runs the handler.
   *
   * @return {@code false} if it was abandoned meanwhile; the slot is free then
   */
  final boolean publishShot(int slot, int end) {
    long word = wordAcquire(slot);
    return (phaseOf(word) == CLAIMED && compareAndSetWord(slot, word, unclaimed(word, end)))
        || publishAwaited(slot, end);
  }

  /**
   * Ends a shot without a value.
   *
   * @param failure {@code null} for a disconnect
   * @return {@code false} if the shot is not open
   */
  final boolean end(long id, @Nullable Throwable failure) {
    int slot = claimShot(id);
    if (slot == NO_SLOT) {
      return false;
    }
    setReference(slot, 0, failure);
    return publishShot(slot, failure == null ? DISCONNECTED : FAILED);
  }

  private boolean publishAwaited(int slot, int end) {
    while (true) {
      long word = wordVolatile(slot);
      if (phaseOf(word) == ORPHAN) {
        free(slot, word);
        return false;
      }
      boolean isAwaited = phaseOf(word) == CLAIMED_WAITING;
      Object waiter = isAwaited ? waiter(slot) : null;
      boolean isTakenFor = isAwaited && isCallback(waiter);
      if (compareAndSetWord(slot, word, unclaimed(word, isTakenFor ? TAKEN : end))) {
        if (isTakenFor) {
          deliverTo(waiter, idOf(word, slot), end);
        } else if (waiter != null) {
          Cell.wake(waiter, idOf(word, slot));
        }
        return true;
      }
    }
  }

  /** Whether the outcome goes to it, and not only the news of it. */
  private static boolean isCallback(@Nullable Object waiter) {
    return !(waiter instanceof Thread) && !(waiter instanceof Waker);
  }

  /**
   * Gives the outcome to a handler or a future. The slot is TAKEN, by the calling thread, which
   * gives it back.
   */
  abstract void deliverTo(@Nullable Object callback, long id, int end);

  final void countLate(long id) {
    (isGivenOut(id) ? late : unknown).increment();
  }

  /** Whether a shot of this slab has, or had, that name. */
  final boolean isGivenOut(long id) {
    int slot = slotOf(id);
    if (slot == NO_SLOT || id <= 0) {
      return false;
    }
    long generation = id >>> slotBits;
    return generation > start(slot) && generation <= wordVolatile(slot) >>> GENERATION_SHIFT;
  }

  final long late() {
    return late.sum();
  }

  final long unknown() {
    return unknown.sum();
  }

  // Transitions of the owner.

  /**
   * Makes {@code waiter} the one to be woken, or to have the outcome.
   *
   * @return the word, with {@code waiter} registered; or of a shot that has ended, or is not there
   * @throws IllegalStateException if somebody else waits who must not be replaced
   */
  final long register(long id, Object waiter) {
    int slot = slot(id);
    long word = wordAcquire(slot);
    while (isOf(word, id) && isLive(word)) {
      if (isAwaited(word)) {
        Object registered = waiterAcquire(slot);
        word = wordVolatile(slot);
        if (registered == null || !isOf(word, id) || !isAwaited(word)) {
          continue; // null: it has been given up, and this word is out of date
        }
        if (registered == waiter && !isCallback(waiter)) {
          return word;
        }
        requireReplaceable(registered, waiter);
        tryDeregister(id, registered);
        word = wordVolatile(slot);
        continue;
      }
      long counted = counted(word);
      if (counted == NO_ID || !trySetWaiter(slot, waiter)) {
        Pause.brieflyForAnother(); // the sender; or an owner of an earlier shot, who is late
        word = wordVolatile(slot);
        continue;
      }
      if (compareAndSetWord(slot, word, counted)) {
        return counted;
      }
      clearWaiter(slot);
      word = wordVolatile(slot);
    }
    return word;
  }

  private static void requireReplaceable(Object registered, Object by) {
    if (registered instanceof Thread || (by instanceof Thread && isCallback(registered))) {
      throw new IllegalStateException(
          "this shot is awaited already: an id has one owner at a time");
    }
    if (isCallback(registered)) {
      throw new IllegalStateException(
          "a handler or a future waits for this shot already: call withdraw() before");
    }
  }

  /** The word with one registration more; {@link #NO_ID} if there were too many since the claim. */
  private static long counted(long word) {
    long waiting = word + (WAITING - ARMED);
    if (!isClaimed(word)) {
      return (waiting & ~REGISTRATIONS) | ONE_REGISTRATION;
    }
    return (word & REGISTRATIONS) == REGISTRATIONS ? NO_ID : waiting + ONE_REGISTRATION;
  }

  /**
   * Takes back what waits.
   *
   * @return {@code false} if it waits no more: the shot has ended, or somebody else waits
   */
  final boolean tryDeregister(long id, @Nullable Object waiter) {
    int slot = slot(id);
    while (true) {
      long word = wordVolatile(slot);
      if (!isOf(word, id) || !isAwaited(word) || waiter(slot) != waiter) {
        return false;
      }
      if (compareAndSetWord(slot, word, word - (WAITING - ARMED))) {
        clearWaiter(slot);
        return true;
      }
    }
  }

  /** What is registered for a live shot; of use if the word is the same afterwards. */
  final @Nullable Object registered(long id) {
    return waiterAcquire(slot(id));
  }

  /**
   * Claims an outcome, which the caller reads and then gives back by {@link #giveBack}.
   *
   * @param word the word that showed the outcome
   * @return {@code false} if somebody else has claimed it
   */
  final boolean claimOutcome(int slot, long word) {
    return isPlain(word) || takeAway(slot, word);
  }

  /** Whether there is nothing to clear, so that one transition is enough to take the value. */
  private boolean isPlain(long word) {
    return phaseOf(word) == VALUE && hasPrimitivesOnly() && !hadWaiter(word);
  }

  /** Whether the slot can be given back as it is. */
  private boolean isClear(long word) {
    return phaseOf(word) == ARMED || isPlain(word);
  }

  /**
   * Gives the slot back, whose outcome has been read.
   *
   * @param word the word that showed the outcome
   * @return {@code false} if somebody else has taken it as well
   */
  final boolean giveBack(int slot, long word) {
    if (isPlain(word)) {
      return compareAndSetWord(slot, word, freed(word));
    }
    free(slot, word);
    return true;
  }

  /**
   * Claims an outcome in any case, so that nobody else can have it.
   *
   * @throws StackOverflowError if there is no room to give the slot back
   */
  final boolean takeAway(int slot, long word) {
    Headroom.probe(turn(idOf(word, slot)));
    return compareAndSetWord(slot, word, withPhase(word, TAKEN));
  }

  /** Gives a slot back that is the caller's alone. */
  final void free(int slot, long word) {
    if (hadWaiter(word)) {
      clearWaiter(slot);
    }
    clearReferences(slot);
    setWordRelease(slot, freed(word));
  }

  /** Gives back a slot that is TAKEN by the calling thread. */
  final void freeTaken(int slot) {
    free(slot, wordOpaque(slot));
  }

  /** Leaves an outcome that was to be delivered to be received in another way. */
  final void untake(int slot, int end) {
    long word = wordOpaque(slot);
    if (hadWaiter(word)) {
      clearWaiter(slot);
    }
    if (CheckedMode.ON) {
      SlabChecks.undoEnd(this, slot);
    }
    setWordRelease(slot, withPhase(word & ~REGISTRATIONS, end));
  }

  /**
   * Gives a shot up: its slot is free, or it is its sender's, who frees it.
   *
   * @param by who is not told, though registered
   * @return {@code false} if there is no such shot
   */
  final boolean abandon(long id, @Nullable Object by) {
    int slot = slotOf(id);
    if (slot == NO_SLOT) {
      return false;
    }
    long word = wordAcquire(slot);
    while (isOf(word, id) && (isLive(word) || isEnded(word))) {
      if (tryAbandon(id, word, by, KnownShot.ABANDONED)) {
        return true;
      }
      word = wordVolatile(slot);
    }
    return false;
  }

  /** As {@link #abandon}, if the word is still that which was seen; whoever waits is told. */
  final boolean abandonSeen(long id, long word) {
    return tryAbandon(id, word, null, KnownShot.GIVEN_UP);
  }

  private boolean tryAbandon(long id, long word, @Nullable Object by, String how) {
    int slot = slot(id);
    boolean isClaimed = isClaimed(word);
    boolean isAwaited = isAwaited(word);
    if (isAwaited) {
      probe(id, word);
    }
    Object waiter = isAwaited && isClaimed ? waiter(slot) : null;
    boolean isClear = isClear(word);
    long given =
        isClear ? freed(word) : isClaimed ? unclaimed(word, ORPHAN) : withPhase(word, TAKEN);
    if (!compareAndSetWord(slot, word, given)) {
      return false;
    }
    if (isAwaited && !isClaimed) {
      waiter = waiter(slot); // another one may have been registered since, with the same word
    }
    if (!isClear && !isClaimed) {
      free(slot, word);
    }
    if (CheckedMode.ON) {
      SlabChecks.end(this, id, how);
    }
    if (waiter != null && waiter != by) {
      tellAbandoned(waiter, id);
    }
    return true;
  }

  /** The shot that somebody waits for has been abandoned. */
  abstract void tellAbandoned(Object waiter, long id);

  // Walks.

  /** Fails the open shots whose deadline is over, at most so many, and returns how many. */
  final int expireShots(long now, int limit) {
    int ended = 0;
    int slot = expiryCursor % capacity;
    for (int left = capacity; left > 0 && ended < limit; left--) {
      long word = wordAcquire(slot);
      if ((word & TIMED) != 0 && isOpenToSenders(word) && now - deadline(slot) >= 0) {
        long id = idOf(word, slot);
        if (end(id, new ExpiredException(id))) {
          ended++;
        }
      }
      slot = slot + 1 == capacity ? 0 : slot + 1;
    }
    expiryCursor = slot;
    return ended;
  }

  /** Ends all open shots, and returns how many. */
  final int endAll(@Nullable Throwable failure) {
    int ended = 0;
    for (int slot = 0; slot < capacity; slot++) {
      long word = wordVolatile(slot);
      while (phaseOf(word) == RESERVED && closing() != null) {
        compareAndSetWord(slot, word, freed(word));
        word = wordVolatile(slot);
      }
      if (isOpenToSenders(word) && end(idOf(word, slot), failure)) {
        ended++;
      }
    }
    return ended;
  }

  /** Refuses every acquire from now on; {@code false} if it was closed before. */
  final boolean close(Object cause) {
    return CLOSING.compareAndSet(this, (Object) null, cause);
  }

  final boolean isClosed() {
    return closing() != null;
  }

  /** The id of the next live shot at or behind a slot; {@link #NO_ID} if there is none. */
  final long pendingFrom(int slot) {
    for (int i = slot; i < capacity; i++) {
      long word = wordAcquire(i);
      if (isLive(word)) {
        return idOf(word, i);
      }
    }
    return NO_ID;
  }

  /** How many slots are in use. */
  final int used() {
    int used = 0;
    for (int slot = 0; slot < capacity; slot++) {
      int phase = phaseOf(wordOpaque(slot));
      if (phase != FREE && phase != RETIRED) {
        used++;
      }
    }
    return used;
  }

  @Override
  public String toString() {
    return getClass().getName() + '[' + used() + " of " + capacity + " in use]";
  }
}
