/*
 * ReceiverGroup: an owner that waits WAITS times for any, all or some of RECEIVERS receivers.
 *
 * What stands for what:
 *
 *   state[r], sequence[r]  of the cell of receiver r, as in channel.pml; MEMBER is its GroupMember;
 *                          a shot of a slab is like that of a channel that is not armed again
 *   shotOf[r], epochOf[r], isRegistered[r]  the fields of that GroupMember
 *   epoch, remaining  the two halves of GroupTicket.word, always accessed together
 *   waiter         GroupTicket.waiter: the owner's thread, or its waker, which unparks the owner as well
 *   Sender         send, of one shot, with GroupMember.wake and GroupTicket.signal
 *   Owner          between two waits it takes what is there and arms what it likes. A wait is
 *                  awaitAtLeast(wanted), with a time-out or without; or pollAtLeast(wanted, Waker),
 *                  then to sleep until the waker is run, or to go on, which the next wait or withdraw
 *                  ends. For one that is awaitAny and pollAny(Waker), for each of them awaitAll and
 *                  pollAll(Waker). register_all is begin up to its last step
 *
 * A sender may also never send: who waits for it may sleep for ever.
 *
 * Each access of what another thread may change, or may see changed, is one step. A wait that is not
 * woken when it should be leaves the owner asleep, and Spin reports an invalid end state.
 *
 * Left out: what channel.pml leaves out; looking before a wait begins, which may spare the wait;
 * failures and disconnects, which count as values do; renewing and closing one of the receivers, which
 * gives it another cell; pollAny with the waker that is registered, which changes nothing; in which
 * order those with an outcome are returned.
 *
 * WITHOUT_THREADS and WITHOUT_WAKERS leave out these ways to wait, so that more can be explored.
 * MUTANT_x is a mistake, WITNESS_x a situation that must come about: with any of them defined the
 * checker must report an error.
 *
 * What Spin must say of the mutants:
 *
 *   MUTANT_COUNTED_BY_A_STORE           invalid end state
 *   MUTANT_EPOCH_BEFORE_THE_SHOT        (!((!((!(((state[0]==0)||(state[0]==3)))&&!(
 *   MUTANT_LATE_WAKE_NAMES_NO_SHOT      (!((!((!(((state[0]==0)||(state[0]==3)))&&!(
 *   MUTANT_NARROWED_IN_TWO_STEPS        invalid end state
 *   MUTANT_OUTCOME_NOT_LOOKED_FOR       invalid end state
 *   MUTANT_SIGNALS_ANY_EPOCH            (!((!((!(((state[0]==0)||(state[0]==3)))&&!(
 *   MUTANT_SPARE_ONES_STAY              invalid end state
 *   MUTANT_WITHDRAWN_IN_THE_SAME_EPOCH  (!((!((!(((state[0]==0)||(state[0]==3)))&&!(
 *   MUTANT_WOKEN_WHILE_REGISTERING      isExpected
 */

#ifndef RECEIVERS
#define RECEIVERS 2
#endif
#ifndef WAITS
#define WAITS 2
#endif

#define ARMED 0
#define VALUE 1
#define IDLE 2
#define MEMBER 3

#define isLive(s) (s == ARMED || s == MEMBER)

#define MOST (RECEIVERS + 1)

mtype = { THREAD, WAKER };

byte state[RECEIVERS] = IDLE;
byte sequence[RECEIVERS];

byte shotOf[RECEIVERS];
byte epochOf[RECEIVERS];
bool isRegistered[RECEIVERS];

byte epoch;
byte remaining;
mtype waiter;
bit permit;

/* The rest is the proof's. */
byte wanted;            /* how many outcomes the owner wants to wait for */
byte waitedFor;         /* how many the waiter of this epoch waits for */
bool isExpected;        /* the waiter of this epoch is registered, and not withdrawn */
bool isChanged;         /* the owner has taken or armed something since it was registered */
bool isFulfilled;       /* what the waiter of this epoch waits for has come */
bool isRung;            /* and the waiter, a waker, was run */

#if RECEIVERS == 2
#define noneIsLive (!isLive(state[0]) && !isLive(state[1]))
#define outcomes ((state[0] == VALUE) + (state[1] == VALUE))
#else
#define noneIsLive (!isLive(state[0]) && !isLive(state[1]) && !isLive(state[2]))
#define outcomes ((state[0] == VALUE) + (state[1] == VALUE) + (state[2] == VALUE))
#endif

#ifdef MUTANT_SIGNALS_ANY_EPOCH
#define isItsEpoch true
#else
#define isItsEpoch (epoch == registeredFor)
#endif

proctype Sender(byte r) {
  byte shot;
  byte found;
  byte registeredFor;
  byte seenRemaining;
  mtype toWake;

  if
  :: goto over /* and never sends */
  :: d_step {
       assert(isLive(state[r]));
       shot = sequence[r];
       found = state[r];
       state[r] = VALUE
     }
  fi;
  if
  :: found == ARMED -> goto over
  :: found == MEMBER
  fi;

  registeredFor = epochOf[r]; /* GroupMember.wake */
#ifndef MUTANT_LATE_WAKE_NAMES_NO_SHOT
  if
  :: shotOf[r] != shot ->
#ifdef WITNESS_LATE_FOR_ITS_SHOT
      assert(false);
#endif
      goto over
  :: shotOf[r] == shot
  fi;
#endif
signal:
  if
  :: !isItsEpoch ->
#ifdef WITNESS_LATE_FOR_ITS_WAIT
      assert(remaining == 0);
#endif
      goto over
  :: isItsEpoch && remaining == 0 -> goto over
  :: d_step {
       isItsEpoch && remaining != 0;
       registeredFor = epoch;
       seenRemaining = remaining
     }
  fi;
  toWake = waiter;
  if
#ifdef MUTANT_COUNTED_BY_A_STORE
  :: d_step {
       true;
#else
  :: !(epoch == registeredFor && remaining == seenRemaining) -> /* compareAndSet */
#ifdef WITNESS_SIGNALS_MEET
      assert(epoch != registeredFor);
#endif
      goto signal
  :: d_step {
       epoch == registeredFor && remaining == seenRemaining;
#endif
       remaining = seenRemaining - 1;
       if
       :: seenRemaining == 1 ->
           assert(toWake == waiter);
           assert(isExpected);
           assert(!isFulfilled);
           isFulfilled = 1;
           assert(isChanged || noneIsLive || outcomes >= waitedFor)
       :: else ->
#ifdef WITNESS_OUTCOME_WHILE_REGISTERING
           assert(isExpected);
#endif
#ifdef WITNESS_ONE_OF_SEVERAL
           assert(!isExpected);
#endif
           skip
       fi
     }
  fi;
  if
  :: seenRemaining == 1 && toWake == THREAD -> permit = 1
  :: seenRemaining == 1 && toWake == WAKER ->
      d_step {
#ifdef WITNESS_WAKER_RUN_FOR_SEVERAL
        assert(waitedFor == 1);
#endif
        assert(epoch != registeredFor || !isRung);
        isRung = (epoch == registeredFor -> 1 : isRung);
        permit = 1
      }
  :: else
  fi;
over:
  if
  :: d_step {
       true;
       shot = 0;
       found = 0;
       registeredFor = 0;
       seenRemaining = 0;
       toWake = 0
     }
  fi
}

/* ReceiverGroup.withdraw, and GroupMember.withdraw of each. */
inline withdraw() {
  d_step {
#ifndef MUTANT_WITHDRAWN_IN_THE_SAME_EPOCH
    epoch++;
#endif
    remaining = 0;
    waitedFor = 0;
    isExpected = 0;
    isChanged = 0;
    isFulfilled = 0;
    isRung = 0
  };
  waiter = 0;
  do
  :: r == RECEIVERS -> break
  :: d_step {
       r < RECEIVERS && !isRegistered[r];
       r++
     }
  :: d_step {
       r < RECEIVERS && isRegistered[r];
       state[r] = (state[r] == MEMBER -> ARMED : state[r]);
       isRegistered[r] = 0;
       r++
     }
  od;
  r = 0
}

/* Then registered is how many could be, and there how many have an outcome. */
inline register_all(newWaiter, waitsFor) {
  waiter = newWaiter;
  d_step {
    remaining = waitsFor;
    waitedFor = wanted
  };
  registered = 0;
  there = 0;
  do
  :: r == RECEIVERS -> break
  :: d_step {
       r < RECEIVERS && !isLive(state[r]);
       there = there + (state[r] == VALUE);
       r++
     }
  :: r < RECEIVERS && isLive(state[r]) -> /* GroupMember.register */
#ifdef MUTANT_EPOCH_BEFORE_THE_SHOT
     epochOf[r] = epoch;
     shotOf[r] = sequence[r];
#else
     shotOf[r] = sequence[r];
     epochOf[r] = epoch;
#endif
     if
     :: d_step {
          state[r] == ARMED;
          state[r] = MEMBER;
          isRegistered[r] = 1;
          registered++;
          r++
        }
     :: d_step {
          state[r] == VALUE;
          there++;
          r++
        }
     fi
  od;
  r = 0
}

/*
 * Whether there is something to wait for that has not come. Outcomes stay; so to look at all receivers
 * at once, before poll looks at one after another, is to see the fewest.
 */
#define isStillPending (!noneIsLive && outcomes < wanted)

#ifdef MUTANT_OUTCOME_NOT_LOOKED_FOR
#define missing wanted
#else
#define missing (wanted > there -> wanted - there : 0)
#endif

#ifdef MUTANT_WOKEN_WHILE_REGISTERING
#define BEGUN_WITH wanted
#else
#define BEGUN_WITH MOST
#endif

/* Then isPending tells whether the waiter will be woken. */
inline begin(newWaiter) {
  register_all(newWaiter, BEGUN_WITH);
  spare = BEGUN_WITH - (missing < registered -> missing : registered);
#ifdef MUTANT_NARROWED_IN_TWO_STEPS
  seen = remaining;
#endif
  d_step { /* narrow: compareAndSet */
    true;
#ifndef MUTANT_NARROWED_IN_TWO_STEPS
    seen = remaining;
#endif
#ifndef MUTANT_SPARE_ONES_STAY
    remaining = (seen > spare -> seen - spare : 0);
#endif
    isPending = (remaining != 0);
    isExpected = isPending;
    registered = 0;
    there = 0;
    spare = 0;
    seen = 0
  }
}

proctype Owner() {
  byte r;
  byte registered;
  byte there;
  byte spare;
  byte seen;
  byte waits;
  mtype as;
  bool isPending;
  bool isTimed;

  do
  :: waits < WAITS ->
      waits++;
      do /* between two waits */
      :: r == RECEIVERS -> break
      :: r < RECEIVERS -> r++
      :: d_step {
           r < RECEIVERS && !isLive(state[r]);
           sequence[r]++;
           state[r] = ARMED;
           isChanged = isExpected
         };
         run Sender(r);
         r++
      od;
      r = 0;
      if
      :: wanted = 1
      :: wanted = 2
#if RECEIVERS > 2
      :: wanted = 3
#endif
      fi;
      withdraw(); /* what an earlier poll(Waker) may have remaining registered, too */
      if
#ifndef WITHOUT_THREADS
      :: as = THREAD
#endif
#ifndef WITHOUT_WAKERS
      :: as = WAKER
#endif
      fi;
      begin(as);
      if
      :: as == THREAD ->
          if
          :: isTimed = 1
          :: isTimed = 0
          fi;
          do /* park */
          :: !isPending || remaining == 0 -> break
          :: isPending && remaining != 0 ->
              if
              :: permit == 1 -> permit = 0
              :: isTimed -> break
              :: _nr_pr == 2 && isStillPending -> goto forsaken
              fi
          od;
          withdraw();
          assert(!isStillPending || isTimed);
#ifdef WITNESS_TIMED_OUT
          assert(!isStillPending);
#endif
          isTimed = 0
      :: as == WAKER && !isPending ->
          withdraw();
          assert(!isStillPending)
      :: as == WAKER && isPending ->
          if
          :: skip /* leave it to some later wait, or for good */
          :: do /* sleep */
             :: isRung -> break
             :: !isRung && permit == 1 -> permit = 0
             :: !isRung && _nr_pr == 2 && isStillPending -> goto forsaken
             od
          fi
      fi;
      as = 0;
      isPending = 0
  :: waits == WAITS -> break
  od;
  /* A waker that is still registered is run once, and exactly then, when what it waits for comes. */
  _nr_pr == 2; /* every sender has ended */
  assert(!isExpected || isRung || isChanged || (!noneIsLive && outcomes < waitedFor));
#ifdef WITNESS_WAKER_RUN_AFTER_ALL
  assert(!isRung);
#endif
forsaken: /* by the senders; what it waits for is still to come */
  skip
}

init {
  run Owner()
}
