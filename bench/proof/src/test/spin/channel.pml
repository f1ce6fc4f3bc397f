/*
 * One channel: the state machine of Cell, as a receiver and its senders use it, for SHOTS shots in a
 * row.
 *
 * What stands for what:
 *
 *   state[c], sequence[c], abandonWaker[c]  the three fields of the cell c. A state has the name that
 *                  Cell's comment gives it: idle, armed, awaited (THREAD, WAKER_A, WAKER_B), value and
 *                  taken (VALUE with an odd and an even sequence), failed, abandoned, retired. A
 *                  disconnect differs from a failure in nothing but what the receiver reads, and is
 *                  one with it here
 *   isSeenAbandoned[c]  the sign bit of the sequence
 *   payload[c]     the generated slot. The value sent in shot s is s; NOTHING is what none() gives
 *   cell           Receiver.cell(). install() takes the next
 *   permit         LockSupport's, of the receiver's thread, which runs an event loop as well: its
 *                  two wakers unpark it
 *   Sender         one thread for each shot: onAbandoned or not; then the outcome, by itself, by a
 *                  Shot that is closed at the end, or by a Source that it leaves the shot to, and
 *                  closes perhaps, before the next shot is armed in its cell. The labels are the
 *                  methods tryBegin, publish and Shot.close
 *   Source         SourceLease.accept, when the future completes that sendFrom was given
 *   Receiver       sender or trySender (arm), renew (abandon), take, drop, withdraw, poll(Waker),
 *                  receive and close, in any order; register, park and deregister are Blocking's
 *   Onlooker       any thread that calls isAbandoned(), twice
 *
 * Each access of what another thread may change, or may see changed, is one step. A sender is handed
 * over by being started: that of an earlier shot may still be on its way out, or that of an abandoned
 * one on its way in, when the next one sends.
 *
 * A receiver that is not patient may give up at any time, as by a time-out or an interrupt. One that
 * is may return from park once for no reason, or not at all. If it does not, and its wake-up is lost,
 * nothing can happen any more, and Spin reports an invalid end state; so it does if the event loop
 * sleeps and its waker is not run, or if a sender waits for an abandon waker that has returned.
 *
 * Left out: what a memory that is not sequentially consistent adds (each access is taken for
 * volatile); looking before parking, which adds no transition; threads that share a half against the
 * rules; wakers that use the receiver or the sender themselves, for which see handlers.pml and
 * group.pml; a sender that is closed after the next shot was armed in its cell, which ends that.
 *
 * No loop of a sender's waits but for an abandon waker that is being run, or for a step that the
 * receiver has done, of which it does a few: so senders are wait-free by their form, but for that. That
 * a patient receiver goes on in the end, if each thread that can do a step does one in the end, is
 * `goes_on`.
 *
 * WITHOUT_WAKERS and WITHOUT_THREADS leave out these ways to wait, and WITHOUT_ABANDONMENT,
 * WITHOUT_LEASES, WITHOUT_SHOTS and WITHOUT_ONLOOKERS these, so that more shots can be explored. MUTANT_x is a mistake, LIVELOCK_x one that only goes_on can
 * tell, WITNESS_x a situation that must come about: with any of them defined the checker must report
 * an error.
 *
 * What Spin must say of the mutants:
 *
 *   MUTANT_ABANDONED_BY_AN_EXCHANGE            (((((seen==4)||(seen==3))||(seen==2))||(seen
 *   MUTANT_ABANDONED_BY_A_STORE                ((payload[i]==0)||(state[i]==9))
 *   MUTANT_ABANDONMENT_LOOKED_FOR_FIRST        ((!(isRegistered)||!(shots[shot].abandonRetu
 *   MUTANT_ABANDONMENT_NOT_REMEMBERED          (!(was)||is)
 *   MUTANT_ABANDON_WAKER_DROPPED_LATE          !(shots[(claimed-10)].isOver)
 *   MUTANT_ABANDON_WAKER_NOT_WAITED_FOR        (((((seen==4)||(seen==3))||(seen==2))||(seen
 *   MUTANT_ABANDON_WAKER_RUN_UNCLAIMED         !(shots[(claimed-10)].isOver)
 *   MUTANT_ARMED_WHILE_LIVE                    !(isWritten[cell])
 *   MUTANT_CLAIMED_LEASE_NOT_PUT_BACK          (((((seen==4)||(seen==3))||(seen==2))||(seen
 *   MUTANT_CLEARED_BY_BOTH                     !(isWritten[cell])
 *   MUTANT_DEREGISTERED_BY_A_STORE             invalid end state
 *   MUTANT_FIRST_WAITER_STAYS                  (shots[shot].waiter==seen)
 *   MUTANT_LEASE_LEFT_WHILE_ITS_WAKER_RUNS     !(shots[(claimed-20)].isOver)
 *   MUTANT_LEASE_NAMES_NO_SHOT                 (((shots[shot].outcome!=0)||shots[shot].isAb
 *   MUTANT_LEASE_NOT_CLAIMED                   ((((seen==4)||(seen==3))||(seen==2))||(seen=
 *   MUTANT_LEASE_TAKEN_BACK_BEFORE_PUBLISHING  (((((seen==4)||(seen==3))||(seen==2))||(seen
 *   MUTANT_NUMBER_AFTER_ARMING                 (shots[shot].outcome==0)
 *   MUTANT_NUMBER_READ_BEFORE_THE_STATE        (shots[shot].outcome==0)
 *   MUTANT_PARKED_ONCE                         !(isWritten[cell])
 *   MUTANT_REFUSED_VALUE_KEPT                  ((payload[i]==0)||(state[i]==9))
 *   MUTANT_REGISTERED_BY_A_STORE               invalid end state
 *   MUTANT_REGISTERED_WITHOUT_A_LOOK           invalid end state
 *   MUTANT_RENEWED_IN_THE_SAME_CELL            !(isWritten[cell])
 *   MUTANT_TAKING_LEAVES_THE_NUMBER            (payload[cell]==shot)
 *   MUTANT_VALUE_AFTER_THE_OUTCOME             (payload[cell]==shot)
 *   MUTANT_WAITER_READ_BEFORE_THE_OUTCOME      ((((shots[shot].outcome==0)||(shots[shot].wa
 */

#ifndef SHOTS
#define SHOTS 2
#endif

#ifdef WITHOUT_ABANDONMENT
#define CELLS 1
#else
#define CELLS 3 /* the last one is retired by close */
#endif

mtype = { ARMED, THREAD, WAKER_A, WAKER_B };
mtype = { VALUE, FAILED, IDLE, ABANDONED, RETIRED };

#define NOTHING 0

#define isLive(s) (s == ARMED || s == THREAD || s == WAKER_A || s == WAKER_B)
#define isFinal(s) (s == ABANDONED || s == RETIRED)
#define isOpen(c) (sequence[c] & 1)

/* An abandon waker: its state, and the shot that it was registered in. */
#define NONE 0
#define WATCHED 10
#define LEASED 20
#define RUNNING 30
#define isIn(w, s) (w >= s && w < s + 10)

mtype state[CELLS] = IDLE;
byte sequence[CELLS];
bit isSeenAbandoned[CELLS];
byte payload[CELLS];
byte abandonWaker[CELLS];
byte cell;
bit permit;
bool isPatient; /* the receiver is in a receive that only an outcome ends */

#ifndef WITHOUT_LEASES
byte leaseSequence[SHOTS + 1]; /* SourceLease.shot; the lease of shot s is s */
bit isClaimed[SHOTS + 1];      /* SourceLease.claimant */
bit hasWatcher[SHOTS + 1];     /* SourceLease.watcher */
bit isToClose[CELLS];          /* the sender's owner is to close what it has left to a source */
#define mayGoOn(c) (!isToClose[c])
#else
#define mayGoOn(c) true
#endif

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
  bit isOver;            /* send, fail or close has returned: it is not run any more */
  bit isSourceOn;
  bit isSenderDone;
  bit isReceiverDone;
}
History shots[SHOTS + 1];
byte armedFor[CELLS]; /* the last shot armed in it */
bit isWritten[CELLS]; /* a sender has begun to write the payload, which is its own until the end */

inline forgetIfOver(s) {
  if
  :: shots[s].isSenderDone && shots[s].isReceiverDone && !shots[s].isSourceOn ->
      shots[s].outcome = 0;
      shots[s].isDisposedOf = 0;
      shots[s].waiter = 0;
      shots[s].isWoken = 0;
      shots[s].isAbandoned = 0;
      shots[s].abandonReturned = 0;
      shots[s].isTold = 0;
      shots[s].isOver = 0;
      shots[s].isSenderDone = 0;
#ifndef WITHOUT_LEASES
      hasWatcher[s] = 0;
      leaseSequence[s] = 0;
#endif
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

/* send, fail or close returns. */
inline checkNotTold(c) {
  assert(!(abandonWaker[c] == RUNNING + shot && shots[shot].isTold)); /* it is not being run */
  shots[shot].isOver = 1
}

/* Runs the waker that the sender of shot s has registered. */
inline tell(s) {
  assert(shots[s].isAbandoned);
  assert(!shots[s].isTold);
  assert(!shots[s].isOver);
  shots[s].isTold = 1
}

#ifndef WITHOUT_LEASES
/* SourceLease.wake */
inline wakeLease(c, s, place) { /* place: what is to be left in the abandon waker's */
  if
  :: d_step {
       !isClaimed[s];
       isClaimed[s] = 1;
       assert(s == armedFor[c])
     };
     state[c] = RETIRED; /* consume */
     d_step {
       if
       :: hasWatcher[s] -> tell(s)
       :: else
       fi;
       place = NONE
     }
  :: isClaimed[s]
#ifdef WITNESS_ABANDONED_WHILE_LEASE_IS_CLAIMED
     -> assert(false)
#endif
  fi
}
#endif

/* Cell.runAbandonWaker */
inline runAbandonWaker(c) {
  claimed = abandonWaker[c];
  if
  :: claimed == NONE
#ifdef MUTANT_ABANDON_WAKER_RUN_UNCLAIMED
  :: isIn(claimed, WATCHED) ->
      d_step { tell(claimed - WATCHED) };
      abandonWaker[c] = NONE
#endif
  :: else ->
      if
      :: d_step {
           abandonWaker[c] == claimed;
           abandonWaker[c] = RUNNING + armedFor[c]
         };
         if
         :: d_step {
              isIn(claimed, WATCHED);
              assert(claimed == WATCHED + armedFor[c]);
              tell(claimed - WATCHED);
              claimed = NONE
            }
#ifndef WITHOUT_LEASES
         :: isIn(claimed, LEASED) -> wakeLease(c, claimed - LEASED, claimed)
#endif
         fi;
#ifdef MUTANT_CLAIMED_LEASE_NOT_PUT_BACK
         abandonWaker[c] = NONE
#else
         abandonWaker[c] = claimed /* the lease that somebody else has claimed */
#endif
      :: abandonWaker[c] != claimed
#ifdef WITNESS_WAKER_TAKEN_BACK_WHILE_ABANDONED
         -> assert(false)
#endif
      fi
  fi;
  claimed = 0
}

/* Cell.awaitRun */
inline awaitRun(c) {
#ifndef MUTANT_ABANDON_WAKER_NOT_WAITED_FOR
  if
#ifdef WITNESS_WAITS_FOR_ITS_ABANDON_WAKER
  :: abandonWaker[c] == registered -> assert(false)
#endif
  :: abandonWaker[c] != registered
  fi
#else
  skip
#endif
}

#ifdef WITHOUT_LEASES
#define isKept(c) false
#else
#define isKept(c) (ours != 0 && registered == LEASED + ours && leaseSequence[ours] == sequence[c])
#endif

/* Cell.takeBackAbandonWaker */
inline takeBackAbandonWaker(c) {
  do
  :: registered = abandonWaker[c];
     if
     :: registered == NONE || isKept(c) -> break
     :: isIn(registered, RUNNING) ->
         awaitRun(c);
         break
     :: (isIn(registered, WATCHED) || isIn(registered, LEASED)) && !isKept(c) ->
         if
         :: d_step {
              abandonWaker[c] == registered;
#ifdef WITNESS_EARLIER_LEASE_TAKEN_BACK
              assert(isIn(registered, WATCHED));
#endif
              abandonWaker[c] = NONE
            };
            break
         :: abandonWaker[c] != registered
         fi
     fi
  od;
  registered = 0
}

/* The exchange of Cell.publish, and the run of what it has found. Then seen is ABANDONED, or not. */
inline publish(c) {
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
        assert(isLive(seen)); /* or it would throw, in the hands of its one owner */
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
#ifndef MUTANT_VALUE_AFTER_THE_OUTCOME
    outcome = 0
#endif
  };
#ifdef MUTANT_VALUE_AFTER_THE_OUTCOME
  payload[c] = (outcome == VALUE -> shot : payload[c]);
  outcome = 0;
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
      takeBackAbandonWaker(c);
      d_step {
#ifndef MUTANT_REFUSED_VALUE_KEPT
        payload[c] = NOTHING; /* clear: the cell is this sender's alone */
#endif
        isWritten[c] = 0;
        state[c] = RETIRED
      }
  fi
}

/* Writes the value, if there is one. */
inline write(c) {
  if
  :: d_step {
       outcome != FAILED;
       outcome = VALUE;
#ifndef MUTANT_VALUE_AFTER_THE_OUTCOME
       assert(!isWritten[c]);
       isWritten[c] = 1;
       payload[c] = shot
#endif
     }
  :: outcome = FAILED
  fi
}

#ifndef WITHOUT_LEASES
/* SourceLease.accept */
proctype Source(byte c; byte shot) {
  mtype seen;
  mtype outcome;
  byte registered;
  byte ours;

  if
  :: isClaimed[shot] ->
#ifdef WITNESS_SOURCE_IS_LATE
      assert(armedFor[c] == shot);
#endif
      goto over
#ifdef MUTANT_LEASE_NOT_CLAIMED
  :: skip
#endif
  :: d_step {
       !isClaimed[shot];
       isClaimed[shot] = 1
     }
  fi;
  ours = shot;
#ifdef MUTANT_LEASE_TAKEN_BACK_BEFORE_PUBLISHING
  if
  :: d_step {
       abandonWaker[c] == LEASED + shot;
       abandonWaker[c] = NONE
     }
  :: abandonWaker[c] != LEASED + shot
  fi;
#endif
  seen = state[c];
  assert(isLive(seen) || seen == ABANDONED);
  takeBackAbandonWaker(c);
  if
  :: seen == ABANDONED ->
      state[c] = RETIRED;
      goto ended
  :: else
  fi;
  write(c);
  publish(c);
ended:
  if
  :: d_step {
       abandonWaker[c] == LEASED + shot;
       abandonWaker[c] = NONE
     }
  :: abandonWaker[c] != LEASED + shot
#ifdef WITNESS_LEASE_REPLACED
     -> assert(abandonWaker[c] == NONE || isIn(abandonWaker[c], RUNNING))
#endif
  fi;
over:
  do
  :: d_step {
       assert(shots[shot].outcome == 0 || shots[shot].waiter == 0 || shots[shot].isWoken
           || !shots[shot].isSenderDone);
       shots[shot].isSourceOn = 0;
       forgetIfOver(shot);
       seen = 0;
       outcome = 0;
       registered = 0;
       ours = 0
     };
     break
  od
}
#endif

proctype Sender(byte c; byte shot) {
  mtype seen;
  mtype outcome;
  byte mine; /* Shot.shot */
  byte registered;
  bool isRegistered;
#ifndef WITHOUT_LEASES
  byte ours; /* the lease that it has claimed */
  byte lease;
  bit hasLeft;
#endif

#ifndef WITHOUT_ABANDONMENT
  if
  :: skip
  :: do /* onAbandoned, watch */
     :: registered = abandonWaker[c];
        assert(!isIn(registered, WATCHED));
#ifdef MUTANT_ABANDONMENT_LOOKED_FOR_FIRST
        seen = state[c];
#endif
        if
        :: isIn(registered, RUNNING) -> /* for the lease of an earlier shot */
            awaitRun(c);
            d_step { tell(shot) };
            goto watched
        :: !isIn(registered, RUNNING) && abandonWaker[c] != registered
        :: d_step {
             !isIn(registered, RUNNING) && abandonWaker[c] == registered;
             abandonWaker[c] = WATCHED + shot
           };
           break
        fi
     od;
     registered = 0;
#ifndef MUTANT_ABANDONMENT_LOOKED_FOR_FIRST
     seen = state[c];
#endif
     if
     :: !isFinal(seen)
     :: isFinal(seen) && abandonWaker[c] != WATCHED + shot /* the receiver has claimed it */
     :: d_step {
          isFinal(seen) && abandonWaker[c] == WATCHED + shot;
          abandonWaker[c] = NONE;
#ifdef WITNESS_TOLD_ON_ITS_OWN_THREAD
          assert(false);
#endif
          tell(shot)
        }
     fi;
watched:
     isRegistered = 1;
     registered = 0;
     seen = 0
  fi;
#endif

#ifndef WITHOUT_LEASES
  if
  :: skip
  :: goto leave
  fi;
#endif

#ifndef WITHOUT_SHOTS
  if
  :: skip
  :: mine = sequence[c];
     if
     :: skip
     :: goto shot_close /* its block has thrown */
     fi
  fi;
#endif

begin: /* which close begins with, too, in effect */
  if
  :: d_step {
       seen = state[c];
       checkTold();
       assert(isLive(seen) || seen == ABANDONED) /* or it would throw */
     }
  fi;
#ifndef MUTANT_ABANDON_WAKER_DROPPED_LATE
  takeBackAbandonWaker(c);
#endif
  if
  :: seen == ABANDONED ->
      d_step {
        state[c] = RETIRED; /* consume */
        checkNotTold(c)
      };
      goto over
  :: else
  fi;
  isRegistered = 0;
  write(c);
  publish(c);
#ifdef MUTANT_ABANDON_WAKER_DROPPED_LATE
  abandonWaker[c] = NONE;
#endif
  if
  :: seen == ABANDONED ->
      d_step { checkNotTold(c) };
      goto over
  :: d_step {
       seen != ABANDONED;
       checkNotTold(c)
     }
  fi;

shot_close:
  if
  :: mine == 0 -> goto over
#ifdef MUTANT_NUMBER_READ_BEFORE_THE_STATE
  :: mine != 0 && sequence[c] != mine -> goto over
  :: mine != 0 && sequence[c] == mine ->
      if
      :: !isLive(state[c]) -> goto over
      :: isLive(state[c])
      fi;
#else
  :: mine != 0 && !isLive(state[c]) -> goto over
  :: mine != 0 && isLive(state[c]) ->
      if
      :: sequence[c] != mine ->
#ifdef WITNESS_SHOT_LEFT_IN_A_LATER_ONE
          assert(!isLive(state[c]));
#endif
          goto over
      :: sequence[c] == mine
      fi;
#endif
      mine = 0;
#ifndef WITHOUT_LEASES
      goto close
#else
      outcome = FAILED;
      goto begin
#endif
  fi;

#ifndef WITHOUT_LEASES
leave: /* SourceLease.leave */
  do
  :: registered = abandonWaker[c];
     if
     :: isIn(registered, RUNNING) -> goto left_too_late
     :: !isIn(registered, RUNNING)
     fi;
     d_step {
       hasWatcher[shot] = (isIn(registered, WATCHED) -> 1 : 0);
       leaseSequence[shot] = sequence[c]
     };
     if
     :: d_step {
          abandonWaker[c] == registered;
          abandonWaker[c] = LEASED + shot
        };
        break
     :: abandonWaker[c] != registered
     fi
  od;
  registered = 0;
  if
  :: !isFinal(state[c])
  :: isFinal(state[c]) ->
      if
      :: abandonWaker[c] != LEASED + shot /* the receiver has claimed it */
      :: d_step {
           abandonWaker[c] == LEASED + shot;
           abandonWaker[c] = NONE
         };
         wakeLease(c, shot, lease);
         goto over
      fi
  fi;
  atomic {
    shots[shot].isSourceOn = 1;
    run Source(c, shot);
    hasLeft = 1;
    if
    :: goto over
    :: isToClose[c] = 1;
       goto close
    :: isToClose[c] = 1 /* whenComplete throws */
    fi
  };
  if
  :: isClaimed[shot] -> goto thrown_in_vain
  :: d_step {
       !isClaimed[shot];
       isClaimed[shot] = 1
     }
  fi;
  if /* giveBack */
  :: hasWatcher[shot] ->
      if
      :: d_step {
           abandonWaker[c] == LEASED + shot;
           abandonWaker[c] = WATCHED + shot
         };
         if
         :: d_step {
              isFinal(state[c]) && abandonWaker[c] == WATCHED + shot;
              abandonWaker[c] = NONE;
              tell(shot)
            }
         :: !(isFinal(state[c]) && abandonWaker[c] == WATCHED + shot)
         fi
      :: d_step {
           abandonWaker[c] != LEASED + shot;
#ifdef WITNESS_TOLD_WHEN_GIVEN_BACK
           assert(false);
#endif
           tell(shot)
         }
      fi
  :: !hasWatcher[shot] ->
      if
      :: d_step {
           abandonWaker[c] == LEASED + shot;
           abandonWaker[c] = NONE
         }
      :: abandonWaker[c] != LEASED + shot
      fi
  fi;
  isToClose[c] = 0;
  hasLeft = 0;
  goto begin;

thrown_in_vain: /* sendFrom returns; it does not wait for the waker, as close does */
  isToClose[c] = 0;
  goto over;

close:
  registered = abandonWaker[c];
  if
  :: isIn(registered, RUNNING) ->
      awaitRun(c);
      registered = abandonWaker[c]
  :: !isIn(registered, RUNNING)
  fi;
  if
  :: isIn(registered, LEASED) ->
      lease = registered - LEASED;
      if
      :: d_step {
           !isClaimed[lease];
           isClaimed[lease] = 1;
           assert(lease == shot);
           ours = lease
         }
      :: isClaimed[lease] ->
          if
          :: leaseSequence[lease] == sequence[c] -> goto not_ended
#ifdef MUTANT_LEASE_NAMES_NO_SHOT
          :: leaseSequence[lease] != sequence[c] -> goto not_ended
#else
          :: leaseSequence[lease] != sequence[c]
#endif
          fi
      fi
  :: !isIn(registered, LEASED)
  fi;
  registered = 0;
  lease = 0;
  seen = state[c]; /* disconnect */
  if
  :: isLive(seen) || seen == ABANDONED -> /* tryBegin looks again */
      seen = state[c];
      assert(isLive(seen) || seen == ABANDONED);
      takeBackAbandonWaker(c);
      if
      :: seen == ABANDONED -> state[c] = RETIRED
      :: seen != ABANDONED ->
          outcome = FAILED;
          publish(c)
      fi;
      goto lease_over
  :: !(isLive(seen) || seen == ABANDONED) -> goto lease_over
  fi;
not_ended: /* awaitAbandonWaker */
#ifndef MUTANT_LEASE_LEFT_WHILE_ITS_WAKER_RUNS
  registered = abandonWaker[c];
  if
  :: isIn(registered, RUNNING) -> awaitRun(c)
  :: !isIn(registered, RUNNING)
  fi;
#endif
  skip;
lease_over:
  if
  :: ours != 0 ->
      if
      :: d_step {
           abandonWaker[c] == LEASED + ours;
           abandonWaker[c] = NONE
         }
      :: abandonWaker[c] != LEASED + ours
      fi
  :: ours == 0
  fi;
  if
  :: d_step {
       checkNotTold(c);
       isToClose[c] = (hasLeft -> 0 : isToClose[c])
     }
  fi;
  goto over;

left_too_late:
  if
  :: d_step {
       assert(shots[shot].isAbandoned);
       state[c] = RETIRED
     }
  fi;
#endif

over:
  do
  :: d_step {
       assert(shots[shot].outcome == 0 || shots[shot].waiter == 0 || shots[shot].isWoken
           || shots[shot].isSourceOn);
       assert(shots[shot].outcome != 0 || shots[shot].isAbandoned || shots[shot].isSourceOn);
       shots[shot].isSenderDone = 1;
       forgetIfOver(shot);
       seen = 0;
       mine = 0;
       outcome = 0;
       registered = 0;
#ifndef WITHOUT_LEASES
       ours = 0;
       lease = 0;
       hasLeft = 0;
#endif
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

/* What awaitValue and takeValue do with an outcome. Of no open shot there is none. */
inline endShot() {
  if
  :: d_step {
       seen == VALUE && isOpen(cell);
       seen = 0;
#ifndef MUTANT_TAKING_LEAVES_THE_NUMBER
       sequence[cell] = sequence[cell] + 1;
#endif
       assert(payload[cell] == shot);
       clear(cell);
       dispose(VALUE)
     }
  :: d_step {
       seen == FAILED;
       seen = 0;
       dispose(FAILED);
       sequence[cell] = sequence[cell] + 2;
       state[cell] = IDLE
     }
  :: d_step {
       !(seen == VALUE && isOpen(cell)) && seen != FAILED;
       assert(!isLive(seen));
       seen = 0
     }
  fi
}

/* Cell.register: seen is the waiter after it, or the outcome. */
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

/* Cell.deregister: seen is ARMED after it, or the outcome. */
inline deregister() {
  if
#ifdef MUTANT_DEREGISTERED_BY_A_STORE
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
#ifndef MUTANT_DEREGISTERED_BY_A_STORE
  :: d_step {
       state[cell] != seen;
#ifdef WITNESS_OUTCOME_BEFORE_DEREGISTERING
       assert(false);
#endif
       seen = state[cell]; /* final */
       assert(!isLive(seen))
     }
#endif
  fi
}

/* Cell.arm, of a cell that is not live, which nobody else looks at. */
inline arm() {
  d_step {
    clear(cell);
    shots[shot].isReceiverDone = 1;
    forgetIfOver(shot);
    seen = 0
  };
#ifdef MUTANT_NUMBER_AFTER_ARMING
  state[cell] = ARMED;
  sequence[cell] = (sequence[cell] + 1) | 1;
#else
  sequence[cell] = (sequence[cell] + 1) | 1;
  state[cell] = ARMED;
#endif
  atomic {
    shot++;
    armedFor[cell] = shot;
    run Sender(cell, shot)
  }
}

/*
 * MultiShotReceiver.abandonLive: the shot is abandoned, and there is another cell, if seen was live
 * still; otherwise the outcome is there.
 */
inline abandonLive() {
  isAbandoning = 0;
  seen = state[cell];
  if
  :: !isLive(seen)
#ifdef MUTANT_ABANDONED_BY_A_STORE
  :: d_step {
       isLive(seen);
#else
#ifdef MUTANT_ABANDONED_BY_AN_EXCHANGE
  :: d_step {
       isLive(seen) && state[cell] != seen;
       state[cell] = ABANDONED
     };
     state[cell] = IDLE
#else
  :: isLive(seen) && state[cell] != seen
#ifdef WITNESS_OUTCOME_BEFORE_ABANDONING
     -> assert(false)
#endif
#endif
  :: d_step {
       isLive(seen) && state[cell] == seen;
#endif
       state[cell] = ABANDONED;
       shots[shot].isAbandoned = 1;
       expectWake(shot, ARMED);
       isAbandoning = 1
     }
  fi;
  seen = 0;
  if
  :: isAbandoning ->
#if !defined(WITHOUT_ONLOOKERS) && !defined(MUTANT_ABANDONMENT_NOT_REMEMBERED)
      isSeenAbandoned[cell] = 1;
#endif
#ifdef MUTANT_CLEARED_BY_BOTH
      d_step { clear(cell) };
#endif
#ifdef MUTANT_RENEWED_IN_THE_SAME_CELL
      runAbandonWaker(cell);
#else
      d_step {
        sequence[cell + 1] = sequence[cell] + 2; /* follow */
        cell++
      };
      runAbandonWaker(cell - 1);
#endif
      shots[shot].abandonReturned = 1
  :: else
  fi
}

#ifdef MUTANT_ARMED_WHILE_LIVE
#define mayArm true
#else
#define mayArm !isLive(state[cell])
#endif

proctype Receiver() {
  mtype seen;
  byte shot;
  byte claimed;
  bool isAbandoning;
  bool mayReturnEarly;

  do
  :: shot < SHOTS && mayArm && mayGoOn(cell) -> /* sender, trySender */
#ifdef WITNESS_VALUE_DROPPED_BY_ARMING
      assert(payload[cell] == NOTHING);
#endif
      arm()

#ifndef WITHOUT_ABANDONMENT
  :: shot < SHOTS && cell + 2 < CELLS && isLive(state[cell]) -> /* renew */
      abandonLive();
      mayGoOn(cell);
      isAbandoning = 0;
      arm()
#endif

  :: d_step {
       state[cell] == VALUE && isOpen(cell); /* take */
       seen = VALUE
     };
     endShot()

  :: d_step {
       state[cell] == VALUE && isOpen(cell) || state[cell] == FAILED; /* drop, discard */
       dispose(state[cell]);
       clear(cell);
       sequence[cell] = sequence[cell] + 2;
       state[cell] = IDLE
     }

#ifndef WITHOUT_WAKERS
  :: d_step {
       state[cell] == WAKER_A || state[cell] == WAKER_B; /* withdraw */
       seen = state[cell]
     };
     deregister();
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

#ifndef WITHOUT_THREADS
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
             deregister();
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
#endif

#ifndef WITHOUT_ABANDONMENT
  :: abandonLive(); /* close */
#ifdef WITNESS_CLOSED_OVER_A_VALUE
     assert(payload[cell] == NOTHING || isAbandoning);
#endif
     isAbandoning = 0;
     d_step { /* retire */
       clear(cell);
       sequence[cell] = (sequence[cell] + 2) | 1;
       state[cell] = RETIRED
     };
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

#ifndef WITHOUT_ONLOOKERS
/* Cell.hasBeenAbandoned, of the first cell */
inline look(answer) {
  if
  :: isFinal(state[0]) ->
#ifndef MUTANT_ABANDONMENT_NOT_REMEMBERED
      isSeenAbandoned[0] = 1;
#endif
      answer = 1
  :: !isFinal(state[0]) -> answer = isSeenAbandoned[0]
  fi
}

proctype Onlooker() {
  bit was;
  bit is;
  look(was);
  look(is);
  assert(!was || is);
#ifdef WITNESS_ABANDONMENT_COVERED
  assert(!is || isFinal(state[0]));
#endif
  d_step {
    was = 0;
    is = 0
  }
}
#endif

init {
  byte i;
#ifndef WITHOUT_ONLOOKERS
  run Onlooker();
#endif
  run Receiver();
  _nr_pr == 1; /* all have ended */
  for (i : 0 .. CELLS - 1) {
    assert(!isLive(state[i]));
    assert(abandonWaker[i] == NONE || isFinal(state[i]) && !isIn(abandonWaker[i], RUNNING));
    assert(payload[i] == NOTHING || state[i] == VALUE)
  }
#ifdef WITNESS_RENEWED
  assert(cell == 0);
#endif
}

#ifdef PROGRESS
ltl goes_on { [] (isPatient -> <> !isPatient) }
#endif
