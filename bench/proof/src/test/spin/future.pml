/*
 * Futures: the state machine of OutcomeFuture, for SHOTS shots with one future each.
 *
 * What stands for what:
 *
 *   state[c], sequence[c], payload[c]  of the cell c, as in channel.pml; from FUTURE on a state is an
 *                  OutcomeFuture. The future of shot s is s. A cell is abandoned once, so its abandon
 *                  waker is isTold[c]
 *   cell           MultiShotReceiver.cell()
 *   registered     Callbacks.future; NOTHING is null
 *   progress[f], cellOf[f], shotOf[f]  the fields of the future f
 *   result[f]      of the CompletableFuture: what has completed it first
 *   Sender         send or fail, of one shot, and OutcomeFuture.wake
 *   Completer      cancel, complete, completeExceptionally, a time-out: on any thread, for any future,
 *                  at any time, or never. That is endShot, and then super
 *   Owner          sender, outcomeFuture; then withdraw, renew or close, or waiting for the future. When
 *                  the future is seen to be done, or was withdrawn, the receiver is the owner's: it
 *                  takes or drops an outcome that is there, and arms the next shot
 *
 * Each access of what another thread may change, or may see changed, is one step.
 *
 * Left out: what channel.pml leaves out; errors, for which see InjectionTest; sendFrom and the abandon
 * waker's states, for which see channel.pml.
 *
 * WITHOUT_TWO_COMPLETERS has one for each future in place of two. With one of the following defined,
 * Spin must say this:
 *
 *   MUTANT_ABANDONED_BY_A_STORE                 ONE_OWNER
 *   MUTANT_CLAIMED_BY_LOAD_AND_STORE            C7
 *   MUTANT_COMPLETED_BEFORE_THE_SHOT_IS_OVER    C7
 *   MUTANT_DISCARDED_AFTER_SETTLING             C1
 *   MUTANT_NOT_WAITED_FOR                       C1
 *   MUTANT_OUTCOME_LEFT_TO_NOBODY               C7
 *   MUTANT_OUTCOME_NOT_DISCARDED                C7
 *   MUTANT_REGISTRY_CLEARED_LAST                C1
 *   MUTANT_SENDER_DELIVERS_WITHOUT_CLAIMING     C1
 *   MUTANT_TOLD_OF_ABANDONMENT_BEFORE_SETTLING  invalid end state
 */

#ifndef SHOTS
#define SHOTS 2
#endif

#define NOTHING 0

#define ARMED 0
#define VALUE 1
#define FAILED 2
#define IDLE 3
#define ABANDONED 4
#define RETIRED 5
#define FUTURE 10

#define isLive(s) (s == ARMED || s >= FUTURE)
#define isFinal(s) (s == ABANDONED || s == RETIRED)
#define isOpen(c) (sequence[c] & 1)
#define isOutcome(s, c) (s == VALUE && isOpen(c) || s == FAILED)

#define CELLS (SHOTS + 1)

mtype = { PENDING, CLAIMED, SETTLED };
mtype = { BY_VALUE, BY_FAILURE, BY_OWNER, BY_COMPLETER };

byte state[CELLS] = IDLE;
byte sequence[CELLS];
byte payload[CELLS];
byte cell;
byte shot; /* armed last */
byte registered;

mtype progress[SHOTS + 1] = PENDING;
byte cellOf[SHOTS + 1];
byte shotOf[SHOTS + 1];
mtype result[SHOTS + 1];

/* The rest is the proof's. */
mtype = { TAKEN, DISCARDED, GIVEN_UP };
mtype outcomeOf[SHOTS + 1]; /* what the sender has ended the shot with */
mtype endOf[SHOTS + 1];     /* what has become of it */
byte armedFor[CELLS];
bit isTold[CELLS];          /* its sender, that it is abandoned */
bit isWritten[CELLS];       /* a sender has begun to write the payload, which is its own until the end */
bit isWithdrawn[SHOTS + 1];
bit isEndedByOwner[SHOTS + 1]; /* renew or close goes on to discard its outcome */
bit isClosed;

/* What an assertion shows: a promise of the contract, by which a mutant is refuted. Never set. */
bit C1, C2, C7, C9, ONE_OWNER;

inline endShotAs(its, what) {
  assert(armedFor[cell] == its || C2); /* nobody ends another shot */
  assert(endOf[its] == 0 || C1);
  endOf[its] = what
}

/* Completes the future f; only the first does. */
inline completeBy(f, what) {
  d_step {
    if
    :: result[f] == 0 ->
        /* Whoever sees it done may use the receiver: the shot is over, or is the owner's again. */
        assert(endOf[f] != 0 || isWithdrawn[f] || isEndedByOwner[f] || C7);
        assert(progress[f] == SETTLED || C7);
        result[f] = what
    :: else
    fi
  }
}

/* OutcomeFuture.settle */
inline settle(f) {
#ifdef MUTANT_REGISTRY_CLEARED_LAST
  progress[f] = SETTLED;
  registered = NOTHING
#else
  registered = NOTHING;
  progress[f] = SETTLED
#endif
}

/* OutcomeFuture.claim: then hasClaimed tells whether it was this thread. */
inline claim(f) {
#ifdef MUTANT_CLAIMED_BY_LOAD_AND_STORE
  if
  :: progress[f] == PENDING ->
      progress[f] = CLAIMED;
      hasClaimed = 1
  :: progress[f] != PENDING -> hasClaimed = 0
  fi
#else
  if
  :: d_step {
       progress[f] == PENDING;
       progress[f] = CLAIMED;
       hasClaimed = 1
     }
  :: progress[f] != PENDING -> hasClaimed = 0
  fi
#endif
}

inline awaitSettled(f) {
#ifndef MUTANT_NOT_WAITED_FOR
#ifdef WITNESS_WAITS_FOR_THE_CLAIMANT
  assert(progress[f] == SETTLED);
#endif
  progress[f] == SETTLED
#else
  skip
#endif
}

/* Cell.discard of the cell c, which holds the outcome of the shot `its`. */
inline discard(c, its) {
  d_step {
    assert(c == cell || ONE_OWNER);
    endShotAs(its, DISCARDED);
    assert(!isWritten[c] || ONE_OWNER);
    payload[c] = NOTHING
  };
  sequence[c] = sequence[c] + 2;
  state[c] = IDLE
}

/* OutcomeFuture.abandonShot, in CLAIMED: then isAbandoned tells whether the outcome did not come first. */
inline abandonShot(f) {
  if
#ifdef MUTANT_ABANDONED_BY_A_STORE
  :: d_step {
       true;
#else
  :: state[cellOf[f]] != FUTURE + f ->
#ifdef WITNESS_OUTCOME_BEFORE_ABANDONING
      assert(false);
#endif
      isAbandoned = 0
  :: d_step {
       state[cellOf[f]] == FUTURE + f;
#endif
       state[cellOf[f]] = ABANDONED;
       endShotAs(f, GIVEN_UP);
       isAbandoned = 1
     };
     sequence[cellOf[f] + 1] = sequence[cellOf[f]] + 2; /* follow, install */
     d_step {
       assert(cell == cellOf[f] || ONE_OWNER);
       cell = cellOf[f] + 1
     }
  fi
}

inline runAbandonWaker(f) {
  d_step {
    assert(!isTold[cellOf[f]] || C9);
    isTold[cellOf[f]] = 1
  }
}

/* OutcomeFuture.settleWithoutOutcome */
inline settleWithoutOutcome(f) {
#ifndef MUTANT_OUTCOME_NOT_DISCARDED
  seen = state[cellOf[f]];
#ifdef MUTANT_DISCARDED_AFTER_SETTLING
  settle(f);
#endif
  if
  :: sequence[cellOf[f]] == shotOf[f] && isOutcome(seen, cellOf[f]) -> discard(cellOf[f], f)
  :: else
  fi;
#endif
#ifndef MUTANT_DISCARDED_AFTER_SETTLING
  settle(f);
#endif
  seen = 0
}

/* OutcomeFuture.deliver, in CLAIMED */
inline deliver(f) {
  seen = state[cellOf[f]];
  if
  :: sequence[cellOf[f]] != shotOf[f] ->
      settleWithoutOutcome(f);
      completeBy(f, BY_OWNER)
  :: sequence[cellOf[f]] == shotOf[f] && seen == VALUE ->
      d_step { /* taken */
        assert(cell == cellOf[f] || ONE_OWNER);
        assert(payload[cell] == f || C2);
        endShotAs(f, TAKEN)
      };
#ifdef MUTANT_COMPLETED_BEFORE_THE_SHOT_IS_OVER
      completeBy(f, BY_VALUE);
#endif
      sequence[cell] = sequence[cell] + 1;
      settle(f);
      completeBy(f, BY_VALUE)
  :: sequence[cellOf[f]] == shotOf[f] && seen != VALUE ->
      assert(seen == FAILED || C7);
      settleWithoutOutcome(f);
      completeBy(f, BY_FAILURE)
  fi;
  seen = 0
}

proctype Sender(byte c; byte its) {
  byte seen;
  mtype outcome;
  bit hasClaimed;

  if
  :: state[c] == ABANDONED -> /* tryBegin */
      state[c] = RETIRED;
      goto over
  :: state[c] != ABANDONED
  fi;
  if
  :: d_step {
       true;
       outcome = VALUE;
       isWritten[c] = 1;
       payload[c] = its
     }
  :: outcome = FAILED
  fi;
  d_step { /* publish */
    seen = state[c];
    state[c] = (outcome == VALUE -> VALUE : FAILED);
    isWritten[c] = 0;
    if
    :: seen != ABANDONED ->
        assert(isLive(seen) || ONE_OWNER);
        assert(armedFor[c] == its || C2);
        outcomeOf[its] = outcome
    :: else
    fi
  };
  if
  :: seen == ARMED
  :: seen >= FUTURE ->
      assert(seen - FUTURE == its || C2);
#ifdef WITNESS_WOKEN_IN_A_LATER_SHOT
      assert(shot == its);
#endif
      seen = 0;
#ifdef MUTANT_SENDER_DELIVERS_WITHOUT_CLAIMING
      hasClaimed = 1;
#else
      claim(its);
#endif
      if
      :: hasClaimed -> deliver(its)
      :: else
#ifdef WITNESS_LEFT_TO_THE_CLAIMANT
         -> assert(progress[its] == SETTLED)
#endif
      fi
  :: seen == ABANDONED ->
#ifdef WITNESS_ABANDONED_WHILE_SENDING
      assert(false);
#endif
      d_step {
        payload[c] = NOTHING;
        state[c] = RETIRED
      }
  fi;
over:
  if
  :: d_step {
       true;
       seen = 0;
       outcome = 0;
       hasClaimed = 0
     }
  fi
}

proctype Completer(byte f) {
  byte seen;
  bit hasClaimed;
  bit isAbandoned;

  if
  :: goto over
  :: result[f] != 0 -> goto over /* isDone */
  :: result[f] == 0
  fi;
  claim(f);
  if
  :: hasClaimed ->
      abandonShot(f);
      if
      :: isAbandoned ->
#ifdef MUTANT_TOLD_OF_ABANDONMENT_BEFORE_SETTLING
          runAbandonWaker(f);
          progress[f] == PENDING; /* the waker waits for the future, which its thread is to settle */
#endif
          settle(f);
          runAbandonWaker(f)
      :: else -> settleWithoutOutcome(f)
      fi
  :: else -> awaitSettled(f)
  fi;
  completeBy(f, BY_COMPLETER);
over:
  if
  :: d_step {
       true;
       seen = 0;
       hasClaimed = 0;
       isAbandoned = 0
     }
  fi
}

#define mayUse (registered == NOTHING && !isClosed && (shot == 0 || isWithdrawn[shot] || result[shot] != 0))

/* Cell.arm */
inline arm() {
  d_step {
    assert(!isWritten[cell] || ONE_OWNER);
    payload[cell] = NOTHING;
    if /* what is there is discarded */
    :: isOutcome(state[cell], cell) -> endShotAs(shot, DISCARDED)
    :: else
    fi
  };
  sequence[cell] = (sequence[cell] + 1) | 1;
  atomic {
    state[cell] = ARMED;
    shot++;
    armedFor[cell] = shot;
    run Sender(cell, shot)
  }
}

/* MultiShotReceiver.abandonLive */
inline abandonLive() {
  mine = registered;
  if
  :: mine != NOTHING -> /* cancel */
      claim(mine);
      if
      :: hasClaimed ->
          abandonShot(mine);
          isEndedByOwner[mine] = !isAbandoned;
          settle(mine);
          if
          :: isAbandoned -> runAbandonWaker(mine)
          :: else
          fi;
          completeBy(mine, BY_OWNER)
      :: else -> awaitSettled(mine)
      fi
  :: else
  fi;
  isAbandoned = 0;
  hasClaimed = 0;
  mine = NOTHING;
  seen = state[cell];
  if
  :: d_step {
       isLive(seen) && state[cell] == seen;
       assert(seen == ARMED || C7); /* a future would never be completed */
       state[cell] = ABANDONED;
       endShotAs(shot, GIVEN_UP);
       sequence[cell + 1] = sequence[cell] + 2;
       isTold[cell] = 1;
       cell++
     }
  :: !(isLive(seen) && state[cell] == seen)
  fi;
  seen = 0
}

proctype Owner() {
  byte seen;
  byte mine;
  bit hasClaimed;
  bit isAbandoned;
  bit isFuture; /* a future was made for this shot */

  do
  :: !isClosed && shot < SHOTS && !isLive(state[cell]) && mayUse -> /* sender */
      arm();
      isFuture = 0

  :: !isClosed && shot > 0 && !isFuture && (isLive(state[cell]) || isOutcome(state[cell], cell)) ->
      isFuture = 1; /* outcomeFuture */
      mine = shot;
      d_step {
        cellOf[mine] = cell;
        shotOf[mine] = sequence[cell]
      };
      registered = mine;
      seen = state[cell];
      if
      :: d_step {
           isLive(seen) && state[cell] == seen;
           state[cell] = FUTURE + mine
         };
         seen = 0
      :: !(isLive(seen) && state[cell] == seen) ->
#ifdef WITNESS_OUTCOME_BEFORE_REGISTERING
          assert(false);
#endif
          seen = 0;
          claim(mine); /* wake */
          if
          :: hasClaimed -> deliver(mine)
          :: else
          fi;
          hasClaimed = 0
      fi;
      atomic { /* from here on others know it */
        run Completer(mine);
#ifndef WITHOUT_TWO_COMPLETERS
        run Completer(mine);
#endif
        mine = NOTHING
      }

  :: registered != NOTHING -> /* withdraw */
      mine = registered;
      if
      :: mine != NOTHING ->
          claim(mine);
          if
          :: hasClaimed ->
              if
              :: d_step {
                   state[cellOf[mine]] == FUTURE + mine;
                   state[cellOf[mine]] = ARMED;
                   isWithdrawn[mine] = 1
                 };
                 settle(mine);
                 completeBy(mine, BY_OWNER)
              :: state[cellOf[mine]] != FUTURE + mine ->
#ifdef MUTANT_OUTCOME_LEFT_TO_NOBODY
                  settle(mine)
#else
                  deliver(mine)
#endif
              fi
          :: else -> awaitSettled(mine)
          fi;
          hasClaimed = 0
      :: else
      fi;
      mine = NOTHING

  :: mayUse && isOutcome(state[cell], cell) -> /* take, drop: of a shot that was withdrawn, or has none */
      if
      :: d_step {
           state[cell] == VALUE;
           assert(payload[cell] == shot || C2);
           endShotAs(shot, TAKEN)
         };
         sequence[cell] = sequence[cell] + 1
      :: discard(cell, shot)
      fi

  :: !isClosed && shot > 0 && shot < SHOTS -> /* renew */
      abandonLive();
      arm();
      isFuture = 0

  :: !isClosed -> /* close */
      abandonLive();
      isClosed = 1;
      d_step {
        if
        :: isOutcome(state[cell], cell) -> endShotAs(shot, DISCARDED)
        :: else
        fi;
        payload[cell] = NOTHING
      };
      sequence[cell] = (sequence[cell] + 2) | 1;
      state[cell] = RETIRED

  :: _nr_pr == 2 -> break /* nobody uses it any more */
  od
}

init {
  byte i;
  run Owner();
  _nr_pr == 1; /* all have ended */
  for (i : 1 .. SHOTS) {
    assert(cellOf[i] == 0 && shotOf[i] == 0 || result[i] != 0 || C7); /* each future is done */
    assert(result[i] != BY_VALUE || endOf[i] == TAKEN || C7);
    assert(outcomeOf[i] == 0 || endOf[i] != 0 || i == shot || C1);
  }
  for (i : 0 .. CELLS - 1) {
    assert(payload[i] == NOTHING || state[i] == VALUE || ONE_OWNER)
  }
  assert(registered == NOTHING || C7);
#ifdef WITNESS_EVERY_SHOT_DELIVERED
  assert(result[SHOTS] != BY_VALUE)
#endif
}
