/*
 * Handlers: the state machine of Callbacks, for SHOTS shots and REGISTRATIONS registrations.
 *
 * What stands for what:
 *
 *   state[c], sequence[c]  of the cell c, as in channel.pml; from TASK on a state is a HandlerTask
 *   phase, number  Callbacks.word, always accessed together
 *   task           Callbacks.task; NOTHING is null
 *   tasks[t]       the fields of a HandlerTask. A handler is known by its registration's number
 *   ranInline      Callbacks.ranInline
 *   machine        Callbacks.wake, runByExecutor, dispatch, run and drain, as labels. A thread jumps
 *                  into it, and is back when it falls out of it
 *   Owner          sender, register, withdraw, take, drop, renew, close; and the event loop, which
 *                  runs the tasks of its own executor between these
 *   Sender         send, of one shot, and Callbacks.wake
 *   Pool           a thread of an executor's, which runs one task
 *
 * An executor is NONE, the LOOP of the owner, or ANY other. ANY does at each call what it likes: it
 * runs the task inside of execute, or leaves it to a thread, or not; it returns or throws. So it
 * refuses at once, refuses what runs late, or has run already, or runs it and throws. With TWICE it may
 * have a task run twice, the second time not inside of execute. Of that little fits in memory.
 *
 * A receiver has one owner. Who registers a handler by no executor, or by one that is not his loop,
 * has left the receiver to it, and may only withdraw: until the handler gives the receiver back, or
 * registers itself by the loop, or is refused. A handler may arm the next shot and register itself
 * again, in any way.
 *
 * Each compare-and-set and each access of what another thread may change is one step.
 *
 * Left out: failures and disconnects, which a handler is told as it is told a value; errors, for which
 * see InjectionTest; the waiter that is no handler, for which see channel.pml; futures, for which see
 * future.pml.
 *
 * At the end of each run all that was due has run, and nothing is registered or held: see init.
 *
 * WITHOUT_LOOP, WITHOUT_ANY and WITHOUT_NONE leave out these executors, WITHOUT_RENEWAL renew. With
 * one of the following defined, Spin must say this:
 *
 *   MUTANT_CLOSED_WITHOUT_CASTING_OFF        C10
 *   MUTANT_DISPATCHER_NOT_TOLD               C4
 *   MUTANT_DRAINS_ONCE                       C1
 *   MUTANT_DRAINS_WITHOUT_A_LOOK             C1
 *   MUTANT_DUE_NOT_TOLD                      C1
 *   MUTANT_INLINE_RUN_DRAINS                 C4
 *   MUTANT_LATE_WAKE_NAMES_NO_SHOT           C2
 *   MUTANT_OUTCOME_OVERLOOKED                C1
 *   MUTANT_REFUSAL_UNDOES_WHATEVER_IS_THERE  C1
 *   MUTANT_REFUSED_TASK_USED_AGAIN           C1
 *   MUTANT_REGISTRATIONS_NOT_NUMBERED        C3
 *   MUTANT_RUNS_BESIDE_A_RUN                 C4
 *   MUTANT_STALE_ONE_NOT_CAST_OFF            ONE_AT_A_TIME
 *   MUTANT_TASK_NOT_COMPARED                 C10
 *   MUTANT_TASK_OF_AN_EXECUTOR_USED_AGAIN    C4
 */

#ifndef SHOTS
#define SHOTS 2
#endif
#ifndef REGISTRATIONS
#define REGISTRATIONS 3
#endif

#define NOTHING 0

#define ARMED 0
#define VALUE 1
#define IDLE 2
#define ABANDONED 3
#define RETIRED 4
#define TASK 10

#define isLive(s) (s == ARMED || s >= TASK)
#define isOutcome(s) (s == VALUE && (sequence[cell] & 1))

mtype = { FREE, REGISTERED, DISPATCHING, QUEUED, RUNNING, RUNNING_REGISTERED, RUNNING_DUE };
mtype = { NONE, LOOP, ANY };

#define isRegistered(p) (p != FREE && p != RUNNING)

#ifdef WITHOUT_RENEWAL
#define CELLS 2
#else
#define CELLS (SHOTS + 1)
#endif

byte state[CELLS] = IDLE;
byte sequence[CELLS];
byte cell;
byte shot; /* armed last */

mtype phase = FREE;
byte number;
byte task;
byte ranInline;

typedef HandlerTask {
  byte handler;
  mtype executor;
  byte shot; /* NOTHING is HandlerTask.NONE: shots have odd numbers */
  byte dispatcher;
  bit isTainted;
}
HandlerTask tasks[REGISTRATIONS + 1];
byte tasksMade;

byte queued[REGISTRATIONS + 1]; /* how often each task lies in the loop's queue */

/* The rest is the proof's. */
mtype = { RAN, WITHDRAWN, ENDED, REFUSED };
mtype end[REGISTRATIONS + 1];       /* what has become of each registration */
byte registeredFor[REGISTRATIONS + 1]; /* its shot */
byte registrations;
byte armedFor[CELLS];
bit isSent[SHOTS + 1];
bit isLeft;      /* the receiver is the handler's */
bit isRunning;   /* a handler is */
bit isClosed;

/* What an assertion shows: a promise of the contract, by which a mutant is refuted. Never set. */
bit C1, C2, C3, C4, C10, ONE_AT_A_TIME;

inline resolve(n, what) {
  assert(end[n] == 0 || C1);
  end[n] = what
}

/* The owner ends the shot: so the handler that is registered for it never runs. */
inline endOtherwise() {
  if
  :: registrations > 0 && end[registrations] == 0 ->
      assert(registeredFor[registrations] == armedFor[cell] || C2);
      resolve(registrations, ENDED)
  :: else
  fi
}

inline arm() {
  sequence[cell] = (sequence[cell] + 1) | 1;
  atomic {
    state[cell] = ARMED;
    shot++;
    armedFor[cell] = shot;
    run Sender(cell, shot)
  }
}

/* HandlerTask.clear */
inline clear(t) {
  d_step {
    tasks[t].handler = NOTHING;
    tasks[t].executor = 0;
    tasks[t].dispatcher = NOTHING
  };
  tasks[t].shot = NOTHING
}

#define isWord(p, n) (phase == p && number == n)

inline readWord() {
  if /* since one cannot jump to a d_step */
  :: d_step {
       seenPhase = phase;
       seenNumber = number
     }
  fi
}

/* Callbacks.castOff */
inline castOff() {
  do
  :: readWord();
     if
     :: !isRegistered(seenPhase) -> break
     :: else
     fi;
     due = task;
     if
     :: d_step {
          isWord(seenPhase, seenNumber);
#ifdef WITNESS_CAST_OFF_WHILE_DISPATCHED
          assert(seenPhase != DISPATCHING);
#endif
#ifdef WITNESS_CAST_OFF_BEFORE_IT_IS_WOKEN
          assert(seenPhase != REGISTERED);
#endif
#ifdef WITNESS_CAST_OFF_WHILE_DUE
          assert(seenPhase != RUNNING_DUE);
#endif
          phase = (phase == RUNNING_REGISTERED || phase == RUNNING_DUE -> RUNNING : FREE)
        };
#ifndef MUTANT_TASK_OF_AN_EXECUTOR_USED_AGAIN
        if
        :: seenPhase == DISPATCHING || seenPhase == QUEUED -> task = NOTHING
        :: else
        fi;
#endif
        clear(due);
        break
     :: !isWord(seenPhase, seenNumber)
     fi
  od;
  due = NOTHING
}

/*
 * Callbacks.register, for the shot that is open, up to the wake of what has come first: then isThere,
 * and woken and ended are its arguments.
 */
inline register(kind) {
#ifndef MUTANT_STALE_ONE_NOT_CAST_OFF
  castOff();
#endif
  woken = task;
  if
#ifdef MUTANT_REFUSED_TASK_USED_AGAIN
  :: woken != NOTHING && tasks[woken].shot == NOTHING
#else
  :: woken != NOTHING && tasks[woken].shot == NOTHING && !tasks[woken].isTainted
#endif
  :: else ->
      tasksMade++;
      woken = tasksMade;
      task = woken
  fi;
  registrations++;
  d_step {
    tasks[woken].handler = registrations;
    ended = sequence[cell];
    registeredFor[registrations] = armedFor[cell]
  };
  tasks[woken].executor = kind;
  tasks[woken].shot = ended;
  do /* enter */
  :: readWord();
     assert(!isRegistered(seenPhase) || ONE_AT_A_TIME);
     if
     :: d_step {
          isWord(seenPhase, seenNumber);
#ifndef MUTANT_REGISTRATIONS_NOT_NUMBERED
          number++;
#endif
          phase = (phase == FREE -> REGISTERED : RUNNING_REGISTERED);
          isLeft = (kind != LOOP -> 1 : isLeft)
        };
        break
     :: !isWord(seenPhase, seenNumber)
     fi
  od;
  if
  :: d_step {
       seenPhase = 0;
       seenNumber = 0;
       seen = state[cell]
     }
  fi;
  if
  :: !isLive(seen) -> isThere = 1
  :: else ->
      if
      :: d_step {
           state[cell] == seen;
           state[cell] = TASK + woken;
           woken = NOTHING;
           ended = NOTHING
         }
      :: state[cell] != seen -> isThere = 1
      fi
  fi;
  seen = 0
#ifdef MUTANT_OUTCOME_OVERLOOKED
  ; isThere = 0
#endif
}

/* Callbacks.withdraw(withdrawn), of what was removed from the cell. */
inline withdraw(withdrawn) {
  clear(withdrawn);
  do
  :: readWord();
     if
     :: seenPhase != REGISTERED && seenPhase != RUNNING_REGISTERED -> break
     :: else
     fi;
     if
     :: d_step {
          isWord(seenPhase, seenNumber);
#ifdef WITNESS_WITHDRAWN_DURING_A_RUN
          assert(seenPhase != RUNNING_REGISTERED);
#endif
          phase = (phase == REGISTERED -> FREE : RUNNING)
        };
        break
     :: !isWord(seenPhase, seenNumber)
     fi
  od;
  if
  :: d_step {
       seenPhase = 0;
       seenNumber = 0
     }
  fi
}

#ifdef WITHOUT_LOOP
#define mayLoop false
#else
#define mayLoop true
#endif
#ifdef WITHOUT_ANY
#define mayAny false
#else
#define mayAny true
#endif
#ifdef WITHOUT_NONE
#define mayNone false
#else
#define mayNone true
#endif

inline chooseExecutor() {
  if
  :: mayNone -> kind = NONE
  :: mayLoop -> kind = LOOP
  :: mayAny -> kind = ANY
  fi
}

#define locals \
  byte woken; \
  byte ended; \
  byte due; \
  byte handler; \
  byte itsShot; \
  byte seen; \
  byte inside;   /* inside of execute: the number of the registration */ \
  byte insideOf; /* and its task */ \
  byte seenNumber; \
  mtype seenPhase; \
  mtype kind; \
  bit isInline; \
  bit isThere

inline forgetLocals() {
    woken = 0;
    ended = 0;
    due = 0;
    handler = 0;
    itsShot = 0;
    seen = 0;
    inside = 0;
    insideOf = 0;
    seenNumber = 0;
    seenPhase = 0;
    kind = 0;
    isInline = 0;
    isThere = 0
}

/* Nobody jumps to its begin: to wake, with woken and ended, or to run_by_executor, with due. */
inline machine() {
  assert(false);
wake:
  readWord();
#ifdef MUTANT_LATE_WAKE_NAMES_NO_SHOT
  if
  :: task != woken -> goto leave
  :: task == woken
  fi;
#else
  if
  :: task != woken -> goto leave
  :: task == woken
  fi;
  if
  :: tasks[woken].shot != ended ->
#ifdef WITNESS_WOKEN_LATE
      assert(tasks[woken].shot == NOTHING);
#endif
      goto leave
  :: tasks[woken].shot == ended
  fi;
#endif
  kind = tasks[woken].executor;
  if
  :: seenPhase == RUNNING_REGISTERED ->
      if
      :: d_step {
           isWord(seenPhase, seenNumber);
#ifdef MUTANT_DUE_NOT_TOLD
           skip
#else
#ifdef MUTANT_RUNS_BESIDE_A_RUN
           phase = RUNNING
#else
           phase = RUNNING_DUE
#endif
#endif
         };
#ifdef MUTANT_RUNS_BESIDE_A_RUN
         due = woken;
         goto run_it
#else
         goto leave
#endif
      :: !isWord(seenPhase, seenNumber) -> goto wake
      fi
  :: seenPhase == REGISTERED && kind != ANY && kind != LOOP ->
      if
      :: d_step {
           isWord(seenPhase, seenNumber);
           phase = RUNNING
         };
         due = woken;
         goto run_it
      :: !isWord(seenPhase, seenNumber) -> goto wake
      fi
  :: seenPhase == REGISTERED && (kind == ANY || kind == LOOP) ->
      if
      :: d_step {
           isWord(seenPhase, seenNumber);
           phase = DISPATCHING
         };
         due = woken;
         goto dispatch
      :: !isWord(seenPhase, seenNumber) -> goto wake
      fi
  :: else -> goto leave
  fi;

dispatch: /* of due, with kind and seenNumber */
  assert(!inside || C4); /* nothing nests */
  d_step {
    woken = NOTHING;
    ended = NOTHING;
    seenPhase = 0;
    inside = seenNumber;
    insideOf = due
  };
#ifndef MUTANT_DISPATCHER_NOT_TOLD
  tasks[due].dispatcher = _pid;
#endif
  if
  :: kind == LOOP ->
      queued[due]++;
      goto returned
  :: kind == ANY ->
      if
      :: goto thrown
      :: run Pool(due)
#ifdef TWICE
      :: atomic {
           run Pool(due);
           run Pool(due)
         }
#endif
      :: goto run_by_executor
      fi
  fi;
executed:
  if
  :: goto returned
  :: goto thrown
#ifdef TWICE
  :: run Pool(insideOf); /* once more, later */
     goto returned
#endif
  fi;
returned:
  if
  :: d_step {
       isWord(DISPATCHING, inside);
       phase = QUEUED
     };
     goto leave
  :: !isWord(DISPATCHING, inside) -> goto dispatched
  fi;
thrown:
#ifndef MUTANT_REFUSAL_UNDOES_WHATEVER_IS_THERE
  tasks[insideOf].isTainted = 1;
  if
  :: d_step {
       isWord(DISPATCHING, inside);
       phase = FREE;
       resolve(tasks[insideOf].handler, REFUSED)
     };
     clear(insideOf)
  :: !isWord(DISPATCHING, inside)
#ifdef WITNESS_REFUSED_AFTER_IT_WAS_RUN
     -> assert(false)
#endif
  fi;
#else
  readWord();
  if
  :: isRegistered(seenPhase) ->
      phase = (seenPhase == RUNNING_REGISTERED || seenPhase == RUNNING_DUE -> RUNNING : FREE);
      clear(insideOf)
  :: else
  fi;
#endif
  if
  :: d_step {
       end[registrations] == REFUSED && registrations == inside;
       isLeft = 0 /* the uncaught exception handler tells the owner */
     }
  :: else
  fi;
dispatched:
  if
  :: d_step {
       ranInline == inside;
       inside = NOTHING;
       insideOf = NOTHING
     };
     goto drain
  :: ranInline != inside -> goto leave
  fi;

run_by_executor: /* due */
  readWord();
#ifndef MUTANT_TASK_NOT_COMPARED
  if
  :: task != due ->
#ifdef WITNESS_TASK_COMES_LATE
      assert(false);
#endif
      goto ran
  :: task == due
  fi;
#endif
  isInline = (seenPhase == DISPATCHING && tasks[due].dispatcher == _pid);
  if
  :: seenPhase != DISPATCHING && seenPhase != QUEUED -> goto ran
  :: seenPhase == DISPATCHING || seenPhase == QUEUED ->
      if
      :: d_step {
           isWord(seenPhase, seenNumber);
#ifdef WITNESS_RUN_BEFORE_EXECUTE_RETURNS
           assert(seenPhase == QUEUED || isInline);
#endif
           phase = RUNNING
         };
      :: !isWord(seenPhase, seenNumber) -> goto run_by_executor
      fi
  fi;
  if
  :: isInline ->
      assert(inside == seenNumber || C4);
      ranInline = seenNumber
  :: else -> assert(!inside || C4)
  fi;

run_it: /* due, in RUNNING */
  if
  :: d_step {
       woken = NOTHING;
       ended = NOTHING;
       kind = 0;
       seenPhase = 0;
       seenNumber = 0;
       handler = tasks[due].handler;
       itsShot = tasks[due].shot
     }
  fi;
  clear(due);
  due = NOTHING;
  if
  :: handler == NOTHING || sequence[cell] != itsShot -> /* deliver */
#ifdef WITNESS_RUN_OF_A_SHOT_THAT_ENDED
      assert(handler == NOTHING);
#endif
      goto has_run
  :: else
  fi;
  d_step {
    assert(!isRunning || C4);
    isRunning = 1;
    assert(registeredFor[handler] == armedFor[cell] || C2);
    assert(state[cell] == VALUE && isSent[armedFor[cell]] || C2);
    resolve(handler, RAN);
    handler = NOTHING;
    itsShot = NOTHING
  };
  sequence[cell] = sequence[cell] + 1; /* take */
  if
  :: isLeft = 0 /* the handler hands the receiver back */
  :: shot < SHOTS && registrations < REGISTRATIONS ->
      arm();
      chooseExecutor();
      handler = registrations + 1;
      register(kind);
      if
      :: isThere ->
          do /* wake, which finds a run on */
          :: readWord();
             assert(task == woken && tasks[woken].shot == ended || ONE_AT_A_TIME);
             assert(seenPhase == RUNNING_REGISTERED || ONE_AT_A_TIME);
             if
             :: d_step {
                  isWord(seenPhase, seenNumber);
                  phase = RUNNING_DUE
                };
                break
             :: !isWord(seenPhase, seenNumber)
             fi
          od
      :: else
      fi;
      isLeft = (kind == LOOP && registrations == handler -> 0 : isLeft)
  fi;
  if
  :: d_step {
       handler = NOTHING;
       kind = 0;
       woken = NOTHING;
       ended = NOTHING;
       isThere = 0;
       seenPhase = 0;
       seenNumber = 0;
       isRunning = 0
     }
  fi;
has_run:
  if
  :: isInline ->
      isInline = 0;
#ifdef MUTANT_INLINE_RUN_DRAINS
      goto drain
#else
      goto executed
#endif
  :: else
  fi;

drain:
#ifdef MUTANT_DRAINS_WITHOUT_A_LOOK
  phase = (phase == RUNNING_REGISTERED || phase == RUNNING_DUE -> REGISTERED : FREE);
  goto leave;
#endif
  readWord();
  if
  :: seenPhase != RUNNING_DUE ->
      if
      :: d_step {
           isWord(seenPhase, seenNumber);
           assert(phase == RUNNING || phase == RUNNING_REGISTERED || C3);
           phase = (phase == RUNNING -> FREE : REGISTERED)
         };
         goto leave
      :: !isWord(seenPhase, seenNumber) ->
#ifdef MUTANT_DRAINS_ONCE
          phase = FREE;
          goto leave
#else
          goto drain
#endif
      fi
  :: seenPhase == RUNNING_DUE
  fi;
#ifdef WITNESS_ANOTHER_ONE_DUE
  assert(false);
#endif
  due = task;
  if
  :: due == NOTHING -> goto drain
  :: due != NOTHING
  fi;
  kind = tasks[due].executor;
  if
  :: d_step {
       kind != LOOP && kind != ANY && isWord(seenPhase, seenNumber);
       phase = RUNNING
     };
     goto run_it
  :: d_step {
       (kind == LOOP || kind == ANY) && isWord(seenPhase, seenNumber);
       phase = DISPATCHING
     };
     goto dispatch
  :: !isWord(seenPhase, seenNumber) ->
#ifdef WITNESS_CAST_OFF_WHILE_DRAINED
      assert(false);
#endif
      goto drain
  fi;

ran: /* not, for it is late */
  if
  :: inside ->
      isInline = 0;
      goto executed
  :: else
  fi;
leave:
  if
  :: d_step { forgetLocals() }
  fi
}

proctype Pool(byte given) {
  locals;
  due = given;
  goto run_by_executor;
  machine();
  given = 0
}

proctype Sender(byte c; byte its) {
  locals;
  ended = sequence[c];
  d_step {
    seen = state[c];
    state[c] = VALUE;
    if
    :: seen != ABANDONED ->
        assert(isLive(seen));
        assert(armedFor[c] == its);
        isSent[its] = 1
    :: else -> state[c] = RETIRED
    fi
  };
  if
  :: seen >= TASK ->
      woken = seen - TASK;
      seen = 0;
      goto wake
  :: else -> goto leave
  fi;
  machine();
  its = 0;
  c = 0
}

/* A handler is registered for the shot, and waits for it still. */
#define isAwaited (registrations > 0 && end[registrations] == 0)

#define nothingQueued (queued[1] == 0 && queued[2] == 0 && queued[REGISTRATIONS - 1] == 0 \
    && queued[REGISTRATIONS] == 0)

#define mayUse (!isLeft && !isClosed)

proctype Owner() {
  locals;
  byte t;

next:
  do
  :: mayUse && shot < SHOTS && !isLive(state[cell]) -> /* sender */
      d_step { endOtherwise() };
      arm()

  :: mayUse && registrations < REGISTRATIONS && !isAwaited &&
         (isLive(state[cell]) || isOutcome(state[cell])) ->
      chooseExecutor();
      register(kind);
      kind = 0;
      if
      :: isThere ->
          isThere = 0;
          goto wake
      :: else
      fi

  :: d_step {
       mayUse && isOutcome(state[cell]); /* take */
       endOtherwise();
       sequence[cell] = sequence[cell] + 1
     }

  :: d_step {
       mayUse && isOutcome(state[cell]); /* drop, discard */
       endOtherwise();
       sequence[cell] = sequence[cell] + 2
     };
     state[cell] = IDLE

  :: d_step {
       state[cell] >= TASK; /* withdraw */
       seen = state[cell]
     };
     if
     :: d_step {
          state[cell] == seen;
          state[cell] = ARMED;
          resolve(registrations, WITHDRAWN)
#ifdef WITNESS_WITHDRAWN_IN_A_LATER_SHOT
          ; assert(shot == 1)
#endif
        };
        handler = registrations;
        withdraw(seen - TASK);
        d_step {
          assert(task == NOTHING || tasks[task].handler != handler || C10);
          handler = NOTHING;
          isLeft = 0
        }
     :: state[cell] != seen
     fi;
     seen = 0

#ifndef WITHOUT_RENEWAL
  :: mayUse && shot < SHOTS && isLive(state[cell]) -> /* renew */
      seen = state[cell];
      if
      :: d_step {
           isLive(seen) && state[cell] == seen;
           endOtherwise();
           state[cell] = ABANDONED;
           sequence[cell + 1] = sequence[cell] + 2;
           cell++
         };
         if
         :: seen >= TASK -> withdraw(seen - TASK)
         :: else
         fi;
         seen = 0;
         arm()
      :: !(isLive(seen) && state[cell] == seen) -> seen = 0
      fi
#endif

  :: mayUse -> /* close */
      d_step {
        isClosed = 1;
        seen = state[cell]
      };
      if
      :: d_step {
           isLive(seen) && state[cell] == seen;
           endOtherwise();
           state[cell] = ABANDONED
         };
         if
         :: seen >= TASK -> withdraw(seen - TASK)
         :: else
         fi
      :: isLive(seen) && state[cell] != seen
      :: !isLive(seen)
      fi;
      seen = 0;
      if
      :: state[cell] != ABANDONED && state[cell] != RETIRED ->
          d_step {
            endOtherwise();
            sequence[cell] = (sequence[cell] + 2) | 1
          };
          state[cell] = RETIRED
      :: else
      fi;
#ifndef MUTANT_CLOSED_WITHOUT_CASTING_OFF
      castOff();
#endif
      assert(task == NOTHING || tasks[task].handler == NOTHING || C10)

#ifndef WITHOUT_LOOP
  :: d_step {
       queued[1] > 0;
       queued[1]--;
       due = 1
     };
     goto run_by_executor
  :: d_step {
       queued[2] > 0;
       queued[2]--;
       due = 2
     };
     goto run_by_executor
#if REGISTRATIONS > 2
  :: d_step {
       queued[3] > 0;
       queued[3]--;
       due = 3
     };
     goto run_by_executor
#endif
#if REGISTRATIONS > 3
  :: d_step {
       queued[4] > 0;
       queued[4]--;
       due = 4
     };
     goto run_by_executor
#endif
#endif

  :: _nr_pr == 2 && nothingQueued -> goto over
  od;
  machine();
  goto next;
over:
  skip
}

init {
  byte i;
  run Owner();
  _nr_pr == 1; /* all have ended */
  for (i : 1 .. registrations) {
    assert(end[i] != 0 || C1)
  }
  assert(phase == FREE || C4);
  for (i : 1 .. REGISTRATIONS) {
    assert(tasks[i].handler == NOTHING && tasks[i].executor == 0 || C10)
  }
#ifdef WITNESS_EVERY_SHOT_DELIVERED
  assert(shot < SHOTS || end[registrations] != RAN);
#endif
}
