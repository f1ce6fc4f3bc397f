/*
 * One channel: the state machine of MultiShotSender, as its receiver and its senders use it, for
 * SHOTS shots in a row.
 *
 * What stands for what:
 *
 *   state[c], number[c], abandonWaker[c]  the three fields of the cell c
 *   payload[c]     the generated slot. The value sent in shot s is s; NOTHING is what none() gives
 *   cell           Receiver.cell(). replaceCell() takes the next
 *   permit         LockSupport's, of the receiver's thread, which runs an event loop as well: its
 *                  two wakers unpark it
 *   Sender         one thread for each shot: onAbandoned or not; then the outcome, by itself or by
 *                  a Shot that is closed at the end. fail and close differ in nothing but what the
 *                  receiver reads, and are one outcome here, WITHOUT_VALUE. The labels are the
 *                  methods begin, end and Shot.close
 *   Receiver       sender or trySender (arm), renew (abandon), take, drop, withdraw, poll(Waker),
 *                  receive and close, in any order; register, park and withdraw are Waiting's
 *
 * Each access of what another thread may change, or may see changed, is one step. A sender is handed
 * over by being started: that of an earlier shot may still be on its way out, or that of an abandoned
 * one on its way in, when the next one sends.
 *
 * A receiver that is not patient may give up at any time, as by a time-out or an interrupt. One that
 * is may return from park once for no reason, or not at all. If it does not, and its wake-up is lost,
 * nothing can happen any more, and Spin reports an invalid end state; so it does if the event loop
 * sleeps and its waker is not run.
 *
 * Left out: what a memory that is not sequentially consistent adds (each access is taken for
 * volatile); looking before parking, which adds no transition; threads that share a half against the
 * rules; wakers that use the receiver themselves, for which see delivery.pml and group.pml.
 *
 * No loop but the receiver's is in the model, so senders are wait-free by their form. That a patient
 * receiver goes on in the end, if each thread that can do a step does one in the end, is `goes_on`.
 *
 * WITHOUT_WAKERS, WITHOUT_ABANDONMENT and WITHOUT_SHOTS leave these out, so that more shots can be
 * explored. MUTANT_x is a mistake, LIVELOCK_x one that only goes_on can tell, WITNESS_x a situation
 * that must come about: with any of them defined the checker must report an error.
 */

#ifndef SHOTS
#define SHOTS 2
#endif

#ifdef WITHOUT_ABANDONMENT
#define CELLS 1
#else
#define CELLS 2
#endif

mtype = { ARMED, THREAD, WAKER_A, WAKER_B };
mtype = { VALUE, WITHOUT_VALUE, IDLE, ABANDONED, ABANDONED_USED };

#define NOTHING 0

#define isLive(s) (s == ARMED || s == THREAD || s == WAKER_A || s == WAKER_B)
#define isAbandoned(s) (s == ABANDONED || s == ABANDONED_USED)
#define isOpen(c) (number[c] & 1)

mtype state[CELLS] = IDLE;
byte number[CELLS];
byte payload[CELLS];
byte abandonWaker[CELLS]; /* of which shot */
byte cell;
bit permit;
bool isPatient; /* the receiver is in a receive that only an outcome ends */

/*
 * The rest is the proof's: what has become of each shot. It is forgotten once both sides are done
 * with the shot, which keeps the states few.
 */
typedef History {
  mtype outcome;         /* what the receiver was given, to take or to drop */
  bit isDisposedOf;      /* it was taken or dropped */
  mtype waiter;          /* the waker that is to be run */
  bit isWoken;           /* it was */
  bit isAbandoned;       /* the receiver gave it up */
  bit abandonReturned;   /* the renew or close that gave it up has returned */
  bit isTold;            /* the sender's waker was run */
  bit isSenderDone;
  bit isReceiverDone;
}
History shots[SHOTS + 1];
byte armedFor[CELLS]; /* the last shot armed in it */
bit isWritten[CELLS]; /* a sender has begun to write the payload, which is its own until the end */

inline forgetIfOver(s) {
  if
  :: shots[s].isSenderDone && shots[s].isReceiverDone ->
      shots[s].outcome = 0;
      shots[s].isDisposedOf = 0;
      shots[s].waiter = 0;
      shots[s].isWoken = 0;
      shots[s].isAbandoned = 0;
      shots[s].abandonReturned = 0;
      shots[s].isTold = 0;
      shots[s].isSenderDone = 0;
      shots[s].isReceiverDone = 0
  :: else
  fi
}

inline expectWake(s, w) {
  shots[s].waiter = (w == WAKER_A || w == WAKER_B -> w : 0)
}

/* What onAbandoned promises, once it has returned, and the abandoning too. */
inline checkTold() {
  assert(!isRegistered || !shots[shot].abandonReturned || shots[shot].isTold)
}

/* getAndSet(null), and the run of what was found. */
inline runAbandonWaker(c) {
  d_step {
    if
    :: abandonWaker[c] != NOTHING ->
        assert(abandonWaker[c] == armedFor[c]);
        assert(shots[armedFor[c]].isAbandoned);
        assert(!shots[armedFor[c]].isTold);
        shots[armedFor[c]].isTold = 1;
        abandonWaker[c] = NOTHING
    :: else
    fi
  }
}

proctype Sender(byte c; byte shot) {
  mtype seen;
  mtype outcome;
  byte mine; /* Shot.number */
  bool isRegistered;

#ifndef WITHOUT_ABANDONMENT
  if
  :: skip
#ifdef MUTANT_ABANDONMENT_LOOKED_FOR_FIRST
  :: seen = state[c];
     abandonWaker[c] = shot;
#else
  :: abandonWaker[c] = shot; /* onAbandoned */
     seen = state[c];
#endif
     isRegistered = 1;
     if
     :: isAbandoned(seen) ->
#ifdef WITNESS_TOLD_ON_ITS_OWN_THREAD
         assert(abandonWaker[c] != shot);
#endif
         runAbandonWaker(c)
     :: else
     fi;
     seen = 0
  fi;
#endif

#ifndef WITHOUT_SHOTS
  if
  :: skip
  :: mine = number[c];
     if
     :: skip
     :: goto shot_close /* its block has thrown */
     fi
  fi;
#endif

begin: /* which close begins with, too, in effect */
  if
  :: d_step {
       state[c] == ABANDONED;
       checkTold();
       state[c] = ABANDONED_USED /* useAbandoned */
     };
     goto over
  :: d_step {
       state[c] != ABANDONED;
       checkTold();
       assert(isLive(state[c])) /* or it would throw, in the hands of its one owner */
     }
  fi;
  if
  :: d_step {
       outcome != WITHOUT_VALUE;
       outcome = VALUE;
#ifndef MUTANT_VALUE_AFTER_THE_OUTCOME
       assert(!isWritten[c]);
       isWritten[c] = 1;
       payload[c] = shot
#endif
     }
  :: outcome = WITHOUT_VALUE
  fi;

end_shot:
#ifndef MUTANT_ABANDON_WAKER_DROPPED_LATE
  if
  :: d_step {
       abandonWaker[c] != NOTHING;
       checkTold()
     };
     abandonWaker[c] = NOTHING
  :: d_step {
       abandonWaker[c] == NOTHING;
       checkTold()
     }
  fi;
#endif
#ifdef MUTANT_WAITER_READ_BEFORE_THE_OUTCOME
  seen = state[c];
#endif
  d_step {
#ifndef MUTANT_WAITER_READ_BEFORE_THE_OUTCOME
    seen = state[c];
#endif
    state[c] = outcome;
    if
    :: seen != ABANDONED ->
        assert(isLive(seen));
        assert(armedFor[c] == shot);
        assert(shots[shot].outcome == 0);
        assert(!shots[shot].isAbandoned);
        shots[shot].outcome = outcome;
        isWritten[c] = 0
#ifdef WITNESS_ABANDONED_WHILE_SENDING
    :: seen == ABANDONED && outcome == VALUE -> assert(false)
#endif
    :: else
    fi;
    isRegistered = 0;
#ifndef MUTANT_VALUE_AFTER_THE_OUTCOME
    outcome = 0
#endif
  };
#ifdef MUTANT_VALUE_AFTER_THE_OUTCOME
  payload[c] = (outcome == VALUE -> shot : payload[c]);
  outcome = 0;
#endif
#ifdef MUTANT_ABANDON_WAKER_DROPPED_LATE
  abandonWaker[c] = NOTHING;
#endif
  if
  :: seen == ARMED
  :: seen == THREAD -> permit = 1
  :: seen == WAKER_A || seen == WAKER_B ->
      d_step {
        assert(shots[shot].waiter == seen);
        assert(!shots[shot].isWoken);
        shots[shot].isWoken = 1;
        permit = 1;
#ifdef WITNESS_WOKEN_IN_A_LATER_SHOT
        assert(armedFor[c] == shot);
#endif
        seen = 0
      }
  :: seen == ABANDONED ->
      d_step {
#ifndef MUTANT_REFUSED_VALUE_KEPT
        payload[c] = NOTHING; /* clear: the cell is this sender's alone */
#endif
        isWritten[c] = 0;
        state[c] = ABANDONED_USED
      };
      goto over
  fi;

shot_close:
  if
  :: mine == 0 -> goto over
#ifdef MUTANT_NUMBER_READ_BEFORE_THE_STATE
  :: mine != 0 && number[c] != mine -> goto over
  :: mine != 0 && number[c] == mine ->
      if
      :: !isLive(state[c]) -> goto over
      :: isLive(state[c])
      fi;
#else
  :: mine != 0 && !isLive(state[c]) -> goto over
  :: mine != 0 && isLive(state[c]) ->
      if
      :: number[c] != mine ->
#ifdef WITNESS_SHOT_LEFT_IN_A_LATER_ONE
          assert(!isLive(state[c]));
#endif
          goto over
      :: number[c] == mine
      fi;
#endif
      mine = 0;
      outcome = WITHOUT_VALUE;
      goto begin
  fi;

over:
  do
  :: d_step {
       assert(shots[shot].outcome == 0 || shots[shot].waiter == 0 || shots[shot].isWoken);
       shots[shot].isSenderDone = 1;
       forgetIfOver(shot);
       seen = 0;
       mine = 0;
       outcome = 0;
       isRegistered = 0
     };
     break
  od
}

inline dispose(what) {
  assert(shots[shot].outcome == what);
  assert(!shots[shot].isDisposedOf);
  shots[shot].isDisposedOf = 1
}

inline clear(c) {
  assert(!isWritten[c]);
  payload[c] = NOTHING
}

/* What awaitValue, takeValue and release do with an outcome. Of no open shot there is none. */
inline endShot() {
  if
  :: d_step {
       seen == VALUE && isOpen(cell);
       seen = 0;
#ifndef MUTANT_TAKING_LEAVES_THE_NUMBER
       number[cell] = number[cell] + 1;
#endif
       assert(payload[cell] == shot);
       clear(cell);
       dispose(VALUE)
     }
  :: d_step {
       seen == WITHOUT_VALUE;
       seen = 0;
       state[cell] = IDLE;
       dispose(WITHOUT_VALUE)
     }
  :: d_step {
       !(seen == VALUE && isOpen(cell)) && seen != WITHOUT_VALUE;
       assert(!isLive(seen));
       seen = 0
     }
  fi
}

/* Waiting.register: seen is the waiter after it, or the outcome. */
inline register(waiter) {
#ifdef MUTANT_FIRST_WAITER_STAYS
  if
  :: seen != ARMED ->
      expectWake(shot, waiter);
      seen = waiter
  :: else
  fi;
#endif
#ifdef MUTANT_REGISTERED_BY_A_STORE
  d_step {
    state[cell] = waiter;
    expectWake(shot, waiter);
    seen = waiter
  }
#else
#ifdef LIVELOCK_REGISTERED_AT_LAST
  do
  :: state[cell] != seen
  :: else -> break
  od;
#endif
  if
  :: d_step {
       state[cell] == seen;
       state[cell] = waiter;
       expectWake(shot, waiter);
       seen = waiter
     }
  :: d_step {
       state[cell] != seen;
#ifdef WITNESS_OUTCOME_BEFORE_REGISTERING
       assert(false);
#endif
#ifdef MUTANT_REGISTERED_WITHOUT_A_LOOK
       seen = waiter
#else
       seen = state[cell]; /* final */
       assert(!isLive(seen))
#endif
     }
  fi
#endif
}

/* Waiting.withdraw: seen is ARMED after it, or the outcome. */
inline withdraw() {
  if
#ifdef MUTANT_WITHDRAWN_BY_A_STORE
  :: d_step {
       true;
#else
  :: d_step {
       state[cell] == seen;
#endif
       state[cell] = ARMED;
       expectWake(shot, ARMED);
       seen = ARMED
     }
#ifndef MUTANT_WITHDRAWN_BY_A_STORE
  :: d_step {
       state[cell] != seen;
#ifdef WITNESS_OUTCOME_BEFORE_WITHDRAWING
       assert(false);
#endif
       seen = state[cell]; /* final */
       assert(!isLive(seen))
     }
#endif
  fi
}

/* MultiShotReceiver.arm, of a cell that is not live, which nobody else looks at. */
inline arm() {
  d_step {
    clear(cell);
    shots[shot].isReceiverDone = 1;
    forgetIfOver(shot);
    seen = 0
  };
#ifdef MUTANT_NUMBER_AFTER_ARMING
  state[cell] = ARMED;
  number[cell] = (number[cell] + 1) | 1;
#else
  number[cell] = (number[cell] + 1) | 1;
  state[cell] = ARMED;
#endif
  atomic {
    shot++;
    armedFor[cell] = shot;
    run Sender(cell, shot)
  }
}

/* exchangeForAbandoned: seen is what it found. */
inline exchangeForAbandoned() {
#ifdef MUTANT_ABANDONED_BY_A_STORE
  seen = state[cell];
#endif
  d_step {
#ifndef MUTANT_ABANDONED_BY_A_STORE
    seen = state[cell];
#endif
    state[cell] = ABANDONED;
    if
    :: isLive(seen) ->
        shots[shot].isAbandoned = 1;
        expectWake(shot, ARMED)
    :: else
    fi
  }
}

proctype Receiver() {
  mtype seen;
  byte shot;
  bool mayReturnEarly;

  do
  :: shot < SHOTS && (!isLive(state[cell])
#ifdef MUTANT_ARMED_WHILE_LIVE
     || true
#endif
     ) -> /* sender, trySender */
#ifdef WITNESS_VALUE_DROPPED_BY_ARMING
      assert(payload[cell] == NOTHING);
#endif
      arm()

#ifndef WITHOUT_ABANDONMENT
  :: shot < SHOTS && cell + 1 < CELLS && isLive(state[cell]) -> /* renew */
      exchangeForAbandoned();
      if
      :: isLive(seen) ->
#ifdef MUTANT_CLEARED_BY_BOTH
          d_step { clear(cell) };
#endif
#ifndef MUTANT_RENEWED_IN_THE_SAME_CELL
          cell++; /* replaceCell */
          runAbandonWaker(cell - 1);
#else
          runAbandonWaker(cell);
#endif
          shots[shot].abandonReturned = 1
      :: else ->
#ifdef WITNESS_OUTCOME_BEFORE_RENEWING
          assert(false);
#endif
          state[cell] = IDLE
      fi;
      arm()
#endif

  :: d_step {
       state[cell] == VALUE && isOpen(cell); /* take */
       seen = VALUE
     };
     endShot()

  :: d_step {
       state[cell] == VALUE && isOpen(cell) || state[cell] == WITHOUT_VALUE; /* drop */
       dispose(state[cell]);
       clear(cell);
       state[cell] = IDLE
     }

#ifndef WITHOUT_WAKERS
  :: d_step {
       state[cell] == WAKER_A || state[cell] == WAKER_B; /* withdraw */
       seen = state[cell]
     };
     withdraw();
     seen = 0

  :: d_step {
       isLive(state[cell]) && state[cell] != WAKER_A; /* poll(WAKER_A) */
#ifdef WITNESS_WAKER_REPLACED
       assert(state[cell] != WAKER_B);
#endif
       seen = state[cell]
     };
     register(WAKER_A);
     seen = 0

  :: d_step {
       isLive(state[cell]) && state[cell] != WAKER_B; /* poll(WAKER_B) */
       seen = state[cell]
     };
     register(WAKER_B);
     seen = 0

  :: state[cell] == WAKER_A || state[cell] == WAKER_B -> /* polled again: the event loop sleeps */
      permit == 1;
      permit = 0
#endif

  :: d_step {
       isLive(state[cell]); /* receive */
       seen = state[cell]
     };
     if
     :: skip
     :: isPatient = 1
     :: isPatient = 1;
        mayReturnEarly = 1
     fi;
     register(THREAD);
     do
     :: seen == THREAD ->
         if
         :: permit == 1 -> permit = 0
         :: mayReturnEarly -> mayReturnEarly = 0
         :: !isPatient ->
             withdraw();
             break
         fi;
         seen = state[cell];
#ifdef MUTANT_PARKED_ONCE
         seen = (seen == THREAD -> VALUE : seen);
#endif
#ifdef WITNESS_STALE_PERMIT
         assert(!(seen == THREAD && permit == 0 && mayReturnEarly));
#endif
     :: else -> break
     od;
     isPatient = 0;
     mayReturnEarly = 0;
     if
     :: seen == ARMED -> /* TimeoutException, InterruptedException: the shot stays open */
#ifdef WITNESS_GAVE_UP
         assert(false);
#endif
         seen = 0
     :: else -> endShot()
     fi

#ifndef WITHOUT_ABANDONMENT
  :: exchangeForAbandoned(); /* close */
     if
     :: isLive(seen) ->
         runAbandonWaker(cell);
         shots[shot].abandonReturned = 1
     :: else ->
#ifdef WITNESS_CLOSED_OVER_A_VALUE
         assert(payload[cell] == NOTHING);
#endif
         d_step {
           clear(cell);
           number[cell] = number[cell] | 1;
           state[cell] = ABANDONED_USED
         }
     fi;
     break
#endif

  :: shot == SHOTS && !isLive(state[cell]) -> break /* nobody uses it any more */
  od;
  skip;
  d_step {
    shots[shot].isReceiverDone = 1;
    forgetIfOver(shot);
    seen = 0
  }
}

init {
  byte i;
  run Receiver();
  _nr_pr == 1; /* all have ended */
  for (i : 0 .. CELLS - 1) {
    assert(!isLive(state[i]));
    assert(abandonWaker[i] == NOTHING);
    assert(payload[i] == NOTHING || state[i] == VALUE)
  }
#ifdef WITNESS_RENEWED
  assert(cell == 0);
#endif
}

#ifdef PROGRESS
ltl goes_on { [] (isPatient -> <> !isPatient) }
#endif
