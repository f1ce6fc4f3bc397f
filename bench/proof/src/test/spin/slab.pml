/*
 * One slot of a slab: the state machine of SlotTable, for SHOTS shots in a row.
 *
 * What stands for what:
 *
 *   word           of the slot: generation, registrations and phase, in one step always. That it is
 *                  timed is left out; shot s has the generation s, and the id s
 *   waiter         beside it: WAKER_A, WAKER_B or HANDLER, which all owners share
 *   payload        the primitive part. The value sent in shot s is s
 *   closing        the flag of close
 *   Sender         send or fail, to any shot at any time: before it is acquired, or when it is over.
 *                  There are SENDERS of them, and they know all ids. claimShot, publishShot and
 *                  publishAwaited are its steps. A handler runs on its thread, or on its owner's
 *   Owner          tryAcquire, with a deadline or without; then poll, poll(Waker), onReceive, withdraw,
 *                  take and abandon, in any order, until its shot is over; and then once more. There
 *                  are OWNERS of them: while one is late whose shot another has abandoned, the next
 *                  one has the slot
 *   Other          abandons any shot, once, from any thread
 *   Closer         close, and its walk
 *
 * Each access of what another thread may change is one step. A thread that parks is a waker here: what
 * the virtual machine does about permits is in channel.pml.
 *
 * Left out: what a memory that is not sequentially consistent adds, and races of the payload's
 * own accesses, for both of which see SlotsTest; several slots, which have nothing in common but the
 * flag and the walks; executors, for which see SlotTasks; futures, which are handlers but for the
 * abandonment; expiry, which is a sender; counters; the end of the generations.
 *
 * At the end of each run every waker was woken that had to be, each shot was resolved once and its slot
 * given back once, and nothing is open if the slab is closed: see init.
 *
 * That close gives up a RESERVED slot is not needed for any of that: its owner looks at the flag when
 * he has armed it.
 *
 * WITHOUT_HANDLERS, WITHOUT_WAKERS, WITHOUT_SECOND_WAKER, WITHOUT_CLOSE, WITHOUT_OTHERS,
 * WITHOUT_DEADLINES and WITHOUT_FAILURES leave out these. MUTANT_x is a mistake, WITNESS_x a situation
 * that must come about. With one of these defined, Spin must say this:
 *
 *   MUTANT_ARMED_WITHOUT_COMPARING            ONCE
 *   MUTANT_CLAIMED_SHOT_FREED                 ONE_SHOT
 *   MUTANT_DEREGISTERED_WITHOUT_COMPARING     ALL_FREE
 *   MUTANT_FLAG_LOOKED_AT_BEFORE_ACQUIRING    CLOSED
 *   MUTANT_FREED_WITHOUT_COMPARING            ONCE
 *   MUTANT_GENERATION_NOT_COMPARED            ONE_SHOT
 *   MUTANT_HANDLER_WITHOUT_TAKEN              ONCE
 *   MUTANT_LATE_OWNERS_WAITER_CLEARED         WOKEN
 *   MUTANT_ORPHAN_NOT_GIVEN_BACK              ALL_FREE
 *   MUTANT_PUBLISHED_BY_AN_EXCHANGE           WOKEN
 *   MUTANT_REGISTRATIONS_NOT_COUNTED          WOKEN
 *   MUTANT_VALUE_AFTER_THE_END                VALUE_SEEN
 *   MUTANT_WAITER_LEFT_BEHIND                 ALL_FREE
 *   MUTANT_WAITER_OF_AN_ORPHAN                WOKEN
 *   MUTANT_WAITER_READ_AFTER_PUBLISHING       WOKEN
 *   MUTANT_WAITER_READ_BEFORE_ABANDONING      WOKEN
 *   MUTANT_WAITER_WRITTEN_WITHOUT_COMPARING   WOKEN
 */

#ifndef SHOTS
#define SHOTS 2
#endif
#ifndef SENDERS
#define SENDERS 2
#endif
#ifndef OWNERS
#define OWNERS 1
#endif
#define ATTEMPTS SHOTS /* of each owner to acquire */

#define FREE 0
#define RESERVED 1
#define ARMED 2
#define WAITING 3
#define CLAIMED 4
#define CLAIMED_WAITING 5
#define VALUE 6
#define FAILED 7
#define TAKEN 9
#define ORPHAN 10

#define ONE_REGISTRATION 16
#define REGISTRATIONS 48 /* three since the claim */
#define ONE_GENERATION 64

#define phaseOf(w) (w & 15)
#define withPhase(w, p) (w - phaseOf(w) + (p))
#define generationOf(w) (w >> 6)
#define freed(w) (generationOf(w) << 6)
#define hadWaiter(w) (w & REGISTRATIONS)

#define isOpenToSenders(w) (phaseOf(w) == ARMED || phaseOf(w) == WAITING)
#define isLive(w) (phaseOf(w) >= ARMED && phaseOf(w) <= CLAIMED_WAITING)
#define isEnded(w) (phaseOf(w) == VALUE || phaseOf(w) == FAILED)
#define isClaimed(w) (phaseOf(w) == CLAIMED || phaseOf(w) == CLAIMED_WAITING)
#define isAwaited(w) (phaseOf(w) == WAITING || phaseOf(w) == CLAIMED_WAITING)
#ifdef MUTANT_GENERATION_NOT_COMPARED
#define isOf(w, i) true
#else
#define isOf(w, i) (generationOf(w) == i)
#endif

/* The word of a claimed shot in its next phase. */
#ifdef MUTANT_LATE_OWNERS_WAITER_CLEARED
#define unclaimed(w, p) withPhase(w, p)
#else
#define unclaimed(w, p) withPhase((isAwaited(w) -> w : w - hadWaiter(w)), p)
#endif

/* Whether there is nothing to clear, so that one transition is enough. */
#define isPlain(w) (phaseOf(w) == VALUE && !hadWaiter(w))
#ifdef MUTANT_LATE_OWNERS_WAITER_CLEARED
#define isClear(w) (phaseOf(w) == ARMED && !hadWaiter(w) || isPlain(w))
#else
#define isClear(w) (phaseOf(w) == ARMED || isPlain(w))
#endif

#define NOTHING 0
#define WAKER_A 1
#define WAKER_B 2
#define HANDLER 3
#define isHandler(w) (w == HANDLER)

short word; /* FREE, of generation 0 */
byte waiter;
byte payload;
bit closing;

/* The rest is the proof's: what has become of each shot. */
mtype = { ACQUIRED, PUBLISHED, OVER };
typedef History {
  mtype stage;
  byte waiter;      /* registered for it now */
  byte toBeWoken;   /* the waiter that its end or its abandonment found */
  bit isWoken;      /* or its handler has run */
}
History shots[SHOTS + 1];
byte inUse;     /* the shot that has the slot; 0 if it is free */
byte writing;   /* the shot whose sender has the payload */
bit hasClosed;  /* close has returned */

/* What an assertion shows: a promise of the contract, by which a mutant is refuted. Never set. */
bit ONE_SHOT, ONCE, WOKEN, VALUE_SEEN, CLOSED, ALL_FREE;

/* The slot goes from one shot to none; part of the step that does so. */
inline becomesFree(s) {
  assert(inUse == s || ONCE);
  inUse = 0
}

/* Nobody is to have its outcome any more, but whoever does this. */
inline resolve(s) {
  assert(shots[s].stage != 0 && shots[s].stage != OVER || ONCE);
  shots[s].stage = OVER
}

/* Its end or abandonment finds a waiter, or should. */
inline finds(s) {
  if
  :: shots[s].waiter != NOTHING ->
      shots[s].toBeWoken = shots[s].waiter;
      shots[s].waiter = NOTHING
  :: else
  fi
}

inline wake(s, w) {
  d_step {
    assert(shots[s].toBeWoken == w || WOKEN);
    assert(!shots[s].isWoken || WOKEN);
    shots[s].isWoken = 1
  }
}

/* free: of a slot that is the thread's alone. */
inline free(w) {
#ifndef MUTANT_WAITER_LEFT_BEHIND
  if
  :: hadWaiter(w) -> waiter = NOTHING
  :: else
  fi;
#endif
  d_step {
    becomesFree(generationOf(w));
    word = freed(w)
  }
}

/* claimShot; then hasClaimed tells. */
inline claimShot(id) {
  seen = word;
  do
  :: d_step {
       isOf(seen, id) && isOpenToSenders(seen) && word == seen;
       word = seen + (CLAIMED - ARMED);
       assert(writing == 0 && inUse == id || ONE_SHOT);
       writing = id;
       hasClaimed = 1
     };
     break
  :: isOf(seen, id) && isOpenToSenders(seen) && word != seen -> seen = word
  :: !(isOf(seen, id) && isOpenToSenders(seen)) ->
#ifdef WITNESS_SENDER_IS_LATE
      assert(generationOf(seen) <= id || !isOpenToSenders(seen));
#endif
      break
  od
}

/* The sender has moved the word to an end, or to TAKEN: part of that step. */
inline published(id) {
  assert(inUse == id && shots[id].stage == ACQUIRED || ONE_SHOT);
  writing = 0;
  shots[id].stage = PUBLISHED;
  finds(id)
}

/* The outcome is a value: that which was sent. */
inline checkValue(id, end) {
  assert(end != VALUE || payload == id || VALUE_SEEN)
}

/* runCallback: of a slot that is TAKEN */
inline deliver(id, end) {
  checkValue(id, end);
  seen = word;
  free(seen)
}

/* publishShot, publishAwaited */
inline publishShot(id, end) {
  do
  ::
#ifdef MUTANT_PUBLISHED_BY_AN_EXCHANGE
     d_step {
       seen = word;
       word = withPhase(seen, end);
       published(id)
     };
     found = (isAwaited(seen) -> waiter : NOTHING);
     if
     :: found != NOTHING -> wake(id, found)
     :: else
     fi;
     break
#else
     seen = word;
     if
     :: phaseOf(seen) == ORPHAN ->
#ifdef WITNESS_ORPHAN
         assert(false);
#endif
         writing = 0;
#ifndef MUTANT_ORPHAN_NOT_GIVEN_BACK
         free(seen);
#endif
         break
     :: else
     fi;
#ifndef MUTANT_WAITER_READ_AFTER_PUBLISHING
     if
     :: phaseOf(seen) == CLAIMED_WAITING -> found = waiter
     :: else
     fi;
#endif
     if
     :: d_step {
          word == seen;
#ifdef MUTANT_HANDLER_WITHOUT_TAKEN
          word = unclaimed(seen, end);
#else
          word = unclaimed(seen, (isHandler(found) -> TAKEN : end));
#endif
          published(id);
#ifndef MUTANT_HANDLER_WITHOUT_TAKEN
          if
          :: isHandler(found) -> resolve(id)
          :: else
          fi
#endif
        };
#ifdef MUTANT_WAITER_READ_AFTER_PUBLISHING
        if
        :: phaseOf(seen) == CLAIMED_WAITING -> found = waiter
        :: else
        fi;
#endif
        if
        :: isHandler(found) ->
#ifdef MUTANT_HANDLER_WITHOUT_TAKEN
            d_step { resolve(id) };
#endif
            deliver(id, end);
#ifdef WITNESS_HANDLER_OF_THE_LAST_SHOT
            assert(id < SHOTS);
#endif
            wake(id, found)
        :: found != NOTHING && !isHandler(found) -> wake(id, found)
        :: found == NOTHING
        fi;
        break
     :: word != seen ->
#ifdef WITNESS_REGISTERED_WHILE_CLAIMED
        assert(phaseOf(word) != CLAIMED_WAITING);
#endif
        found = NOTHING
     fi
#endif
  od;
  found = NOTHING
}

/* end, or the generated send */
inline endShot(id, end) {
  claimShot(id);
  if
  :: hasClaimed ->
      hasClaimed = 0;
#ifndef MUTANT_VALUE_AFTER_THE_END
      if
      :: end == VALUE -> payload = id
      :: end == FAILED
      fi;
#endif
      publishShot(id, end);
#ifdef MUTANT_VALUE_AFTER_THE_END
      payload = id
#endif
  :: else
  fi;
  seen = 0
}

/*
 * Who is told of the abandonment: of a claimed shot whoever was registered before, which the count
 * confirms; or else who is found behind the compare-and-set.
 */
#ifdef MUTANT_WAITER_READ_BEFORE_ABANDONING
#define isReadFirst(w) true
#else
#ifdef MUTANT_WAITER_OF_AN_ORPHAN
#define isReadFirst(w) false
#else
#define isReadFirst(w) isClaimed(w)
#endif
#endif

/* abandon */
inline abandonShot(id) {
  seen = word;
  do
  :: isOf(seen, id) && (isLive(seen) || isEnded(seen)) ->
      if
      :: isAwaited(seen) && isReadFirst(seen) -> found = waiter
      :: else
      fi;
      if
      :: d_step {
           word == seen;
           resolve(id);
           finds(id);
           if
           :: isClear(seen) ->
               becomesFree(id);
               word = freed(seen)
#ifdef MUTANT_CLAIMED_SHOT_FREED
           :: isClaimed(seen) ->
               becomesFree(id);
               word = freed(seen)
#else
           :: isClaimed(seen) -> word = unclaimed(seen, ORPHAN)
#endif
           :: else -> word = withPhase(seen, TAKEN)
           fi
         };
         if
         :: isAwaited(seen) && !isReadFirst(seen) -> found = waiter
         :: else
         fi;
         if
         :: !isClear(seen) && !isClaimed(seen) -> free(seen)
         :: else
         fi;
         if
         :: found != NOTHING -> wake(id, found)
         :: else
         fi;
         break
      :: word != seen ->
         found = NOTHING;
         seen = word
      fi
  :: !(isOf(seen, id) && (isLive(seen) || isEnded(seen))) -> break
  od;
  found = NOTHING;
  seen = 0
}

#if SENDERS > 0
proctype Sender() {
  short seen;
  byte found;
  bit hasClaimed;
  byte id;
  mtype end;
  select(id : 1 .. SHOTS);
  if
  :: endShot(id, VALUE)
#ifndef WITHOUT_FAILURES
  :: endShot(id, FAILED)
#endif
  fi;
  id = 0
}

#endif

#ifndef WITHOUT_OTHERS
proctype Other() {
  short seen;
  byte found;
  byte id;
  select(id : 1 .. SHOTS);
  abandonShot(id);
  id = 0
}
#endif

#ifndef WITHOUT_CLOSE
/* close, endAll */
proctype Closer() {
  short seen;
  byte found;
  bit hasClaimed;
  byte id;
  closing = 1;
  seen = word;
  do
  :: phaseOf(seen) == RESERVED ->
      d_step {
        if
        :: word == seen ->
            word = freed(seen);
            becomesFree(generationOf(seen));
            shots[generationOf(seen)].stage = OVER
        :: else
        fi
      };
#ifdef WITNESS_REFUSED_WHILE_RESERVED
      assert(false);
#endif
      seen = word
  :: else -> break
  od;
  if
  :: isOpenToSenders(seen) ->
      id = generationOf(seen);
      endShot(id, FAILED)
  :: else
  fi;
  seen = 0;
  id = 0;
  hasClosed = 1
}
#endif

/* tryDeregister; then isThere tells whether it was taken back. */
inline tryDeregister(id, its) {
  do
  :: seen = word;
     if
     :: !isOf(seen, id) || !isAwaited(seen) -> break
     :: else
     fi;
     if
     :: waiter != its -> break
     :: waiter == its
     fi;
     if
#ifdef MUTANT_DEREGISTERED_WITHOUT_COMPARING
     :: d_step {
          word = seen - (WAITING - ARMED);
          shots[id].waiter = NOTHING
        };
#else
     :: d_step {
          word == seen;
          word = seen - (WAITING - ARMED);
          shots[id].waiter = NOTHING
        };
#endif
        isThere = 1;
        waiter = NOTHING;
        break
#ifndef MUTANT_DEREGISTERED_WITHOUT_COMPARING
     :: word != seen
#endif
     fi
  od;
  seen = 0
}

/* The word with one registration more. */
#ifdef MUTANT_REGISTRATIONS_NOT_COUNTED
#define counted(w) (w - hadWaiter(w) + ONE_REGISTRATION + (WAITING - ARMED))
#define isCounted(w) true
#else
#define counted(w) ((isClaimed(w) -> w : w - hadWaiter(w)) + ONE_REGISTRATION + (WAITING - ARMED))
#define isCounted(w) (!isClaimed(w) || hadWaiter(w) != REGISTRATIONS)
#endif

/* register; then isThere tells whether it waits. */
inline register(id, its) {
  isThere = 0;
  seen = word;
  do
  :: !(isOf(seen, id) && isLive(seen)) -> break
  :: isOf(seen, id) && isAwaited(seen) ->
      found = waiter;
      if
      :: found == its ->
          isThere = 1;
          break
      :: found != its
      fi;
      seen = word;
      if
      :: isOf(seen, id) && isAwaited(seen) ->
          assert(!isHandler(found) || ONE_SHOT); /* or its owner is told of a misuse */
          tryDeregister(id, found);
          isThere = 0;
          seen = word
      :: else
      fi
  :: isOf(seen, id) && isLive(seen) && !isAwaited(seen) ->
      if
      :: d_step {
           isCounted(seen) && waiter == NOTHING;
           waiter = its;
           found = its
         }
      :: isCounted(seen) && waiter != NOTHING -> /* of an earlier shot's owner, who is late */
#ifdef MUTANT_WAITER_WRITTEN_WITHOUT_COMPARING
          waiter = its;
          found = its
#endif
#ifdef WITNESS_WAITS_FOR_A_LATE_OWNER
          assert(generationOf(word) != id)
#endif
      :: !isCounted(seen) -> /* until the sender has published */
#ifdef WITNESS_REGISTRATIONS_USED_UP
          assert(false)
#endif
      fi;
      if
      :: found == its ->
          found = NOTHING;
          if
          :: d_step {
               word == seen;
               word = counted(seen);
               assert(inUse == id || ONE_SHOT);
               shots[id].waiter = its;
               isThere = 1
             };
             break
          :: word != seen ->
#ifdef WITNESS_OWNER_IS_LATE
             assert(generationOf(word) == id);
#endif
             waiter = NOTHING
          fi
      :: else
      fi;
      seen = word
  od;
  found = NOTHING;
  seen = 0
}

/* acquireSlot; then id is 0 if there was none. */
inline acquire() {
  if
  :: closing
  :: !closing ->
      seen = word;
      if
      :: d_step { /* tryArm */
           phaseOf(seen) == FREE && generationOf(seen) < SHOTS && word == seen;
           id = generationOf(seen) + 1;
           word = seen + ONE_GENERATION + ARMED;
           comesIntoUse(id)
         }
#ifndef WITHOUT_DEADLINES
      :: d_step { /* tryReserve */
           phaseOf(seen) == FREE && generationOf(seen) < SHOTS && word == seen;
           id = generationOf(seen) + 1;
           word = seen + ONE_GENERATION + RESERVED;
           comesIntoUse(id)
         };
#ifdef MUTANT_ARMED_WITHOUT_COMPARING
         word = seen + ONE_GENERATION + ARMED
#else
         if
         :: d_step {
              word == seen + ONE_GENERATION + RESERVED;
              word = seen + ONE_GENERATION + ARMED
            }
         :: word != seen + ONE_GENERATION + RESERVED -> id = 0
         fi
#endif
#endif
      :: !(phaseOf(seen) == FREE && generationOf(seen) < SHOTS && word == seen)
      fi;
      seen = 0;
#ifndef MUTANT_FLAG_LOOKED_AT_BEFORE_ACQUIRING
      if
      :: id != 0 && closing -> /* refuse */
#ifdef WITNESS_ACQUIRED_AS_IT_IS_CLOSED
          assert(false);
#endif
          abandonShot(id);
          id = 0
      :: else
      fi
#endif
  fi
}

inline comesIntoUse(s) {
  assert(inUse == 0 && shots[s].stage == 0 || ONE_SHOT);
  inUse = s;
  shots[s].stage = ACQUIRED
}

/* take, of an outcome that was seen; the shot is over then, by this or by an abandonment. */
inline take() {
  if
  :: isPlain(seen) ->
      read = payload;
      if
#ifdef MUTANT_FREED_WITHOUT_COMPARING
      :: d_step {
#else
      :: d_step {
           word == seen;
#endif
           assert(read == id || VALUE_SEEN);
           resolve(id);
           becomesFree(id);
           word = freed(seen)
         }
#ifndef MUTANT_FREED_WITHOUT_COMPARING
      :: word != seen
#ifdef WITNESS_ABANDONED_WHILE_IT_IS_TAKEN
         -> assert(false)
#endif
#endif
      fi;
      read = 0
  :: !isPlain(seen) ->
      takeAway();
      if
      :: isThere ->
          checkValue(id, phaseOf(seen));
          free(seen)
      :: else
      fi
  fi;
  id = 0
}

/* takeAway; then isThere tells whether this thread has the outcome. */
inline takeAway() {
  if
  :: d_step {
       word == seen;
       word = withPhase(seen, TAKEN);
       resolve(id);
       isThere = 1
     }
  :: word != seen -> isThere = 0
  fi
}

/* onReceive, leaveTo */
inline leaveTo(its) {
  do
  :: seen = word;
     if
     :: isOf(seen, id) && isEnded(seen) ->
         takeAway();
         if
         :: isThere ->
             read = phaseOf(seen);
             deliver(id, read);
             read = 0;
             id = 0;
             break
         :: else
         fi
     :: isOf(seen, id) && isLive(seen) ->
         register(id, its);
         if
         :: isThere ->
             isLeft = 1;
             break
         :: else
         fi
     :: !(isOf(seen, id) && (isEnded(seen) || isLive(seen))) -> /* abandoned by another */
         id = 0;
         break
     fi
  od;
  isThere = 0
}

proctype Owner() {
  short seen;
  short read;
  byte found;
  byte id;
  bit isThere;
  byte attempts;
  bit isLeft; /* the outcome is the handler's: only to be withdrawn, or abandoned */
  do
  :: id == 0 && attempts < ATTEMPTS ->
      attempts++;
      acquire()
  :: id != 0 && !isLeft -> /* poll, take */
      seen = word;
      if
      :: !(isOf(seen, id) && (isLive(seen) || isEnded(seen))) ->
          assert(shots[id].stage == OVER || ONCE);
          id = 0
      :: isOf(seen, id) && isEnded(seen) -> take()
      :: isOf(seen, id) && isLive(seen)
      fi;
      isThere = 0;
      seen = 0
#ifndef WITHOUT_WAKERS
  :: id != 0 && !isLeft ->
      register(id, WAKER_A);
      isThere = 0
#ifndef WITHOUT_SECOND_WAKER
  :: id != 0 && !isLeft ->
      register(id, WAKER_B);
      isThere = 0
#endif
#endif
#ifndef WITHOUT_HANDLERS
  :: id != 0 && !isLeft -> leaveTo(HANDLER)
#endif
  :: id != 0 -> /* withdraw */
      seen = word;
      if
      :: isOf(seen, id) && isAwaited(seen) ->
          found = waiter;
          if
          :: found != NOTHING ->
              tryDeregister(id, found);
              isLeft = (isThere -> 0 : isLeft);
              isThere = 0
          :: else
          fi;
          found = NOTHING
      :: else
      fi;
      seen = 0
  :: id != 0 -> /* abandon */
      abandonShot(id);
      isLeft = 0;
      id = 0
  :: break
  od;
  id = 0;
  attempts = 0;
  isLeft = 0
}

init {
  byte i;
  atomic {
    for (i : 1 .. OWNERS) {
      run Owner()
    }
#if SENDERS > 0
    for (i : 1 .. SENDERS) {
      run Sender()
    }
#endif
#ifndef WITHOUT_OTHERS
    run Other();
#endif
#ifndef WITHOUT_CLOSE
    run Closer();
#endif
    i = 0
  }
  _nr_pr == 1; /* all have ended */
  for (i : 1 .. SHOTS) {
    assert(shots[i].toBeWoken == NOTHING || shots[i].isWoken || WOKEN)
  }
  assert(inUse == 0 || shots[inUse].stage != OVER || ALL_FREE);
  assert(phaseOf(word) != FREE || inUse == 0 && waiter == NOTHING || ALL_FREE);
  assert(!hasClosed || !isLive(word) && phaseOf(word) != RESERVED || CLOSED)
}
