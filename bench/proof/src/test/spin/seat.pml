/*
 * The seat of a pair: the state machine of Seat, and of Cell as far as a call adds to it, for QUESTIONS
 * questions of one caller.
 *
 * What stands for what:
 *
 *   state[c], sequence[c]  of the cell c, as in channel.pml. THREAD is the caller's, which is parked
 *   question[c], answer[c]  the payload. Questions are numbered from 1, and the answer to q is q
 *   cell           Caller.cell(). install() takes the next
 *   request, waiter, shown, passed  the fields of Seat, passed that of its handle. The server's waker
 *                  unparks it, so a server that sleeps until it is run sleeps as one that is parked
 *   permit[h]      LockSupport's, of either half's thread
 *   Caller         ask, and then receive, or receive for some time and abandon, or abandon, or close
 *   Server         awaitRequest, for ever or for some time, and pollRequest(Waker), then to sleep until
 *                  that is run, or to go on. What it is shown it serves, or leaves to others
 *                  (`serve(Server)`, `sendFrom`), or does not. It ends by leaving, which is close() of a
 *                  seat, at any time; or when it is told that the caller is closed
 *   Other          to whom questions are left; it answers each, some time. A future that a question is
 *                  left to by sendFrom is one of these, but for close(), which may claim it
 *
 * Each access of what another thread may change, or may see changed, is one step.
 *
 * A wait for some time may end at any time, return from park for no reason, or be interrupted if it
 * is the server's; it goes on, then, as one for ever, which only an unpark ends. If a wake-up is lost,
 * nothing can happen any more, and Spin reports an invalid end state. So it does if a question is
 * answered or disconnected by nobody, or if the server is not told of close().
 *
 * Left out: what a memory that is not sequentially consistent adds, for which see Seating; what
 * channel.pml shows: a caller that waits by a waker, abandon wakers, and leases; looking before parking,
 * which adds no transition; failures, which count as answers do; checked mode; two servers at one seat.
 *
 * WITHOUT_OTHERS, WITHOUT_WAKERS, WITHOUT_INTERRUPTS and WITHOUT_LEAVING leave out these. MUTANT_x is a
 * mistake, WITNESS_x a situation that must come about. With one of these defined, Spin must say this:
 *
 *   MUTANT_CLOSED_WITHOUT_WAKING               invalid end state
 *   MUTANT_DEREGISTERED_BY_A_STORE             invalid end state
 *   MUTANT_DISCONNECTED_BY_A_STORE             invalid end state
 *   MUTANT_DISCONNECTED_WITHOUT_WAKING         invalid end state
 *   MUTANT_ENDED_BY_A_STORE                    invalid end state
 *   MUTANT_LEAVES_AFTER_A_LOOK                 invalid end state
 *   MUTANT_LEAVES_WITHOUT_A_LOOK               invalid end state
 *   MUTANT_LEFT_SEAT_NOT_SEEN                  invalid end state
 *   MUTANT_NUMBER_NOT_COMPARED                 SHOWN_ONCE
 *   MUTANT_OTHERS_QUESTION_DISCONNECTED        ONE_OUTCOME
 *   MUTANT_OTHERS_QUESTION_ENDED_BY_ITS_ASKER  ONE_OUTCOME
 *   MUTANT_PARKED_WITHOUT_A_LOOK               invalid end state
 *   MUTANT_PASSED_WHEN_OTHERS_HAVE_IT          invalid end state
 *   MUTANT_QUESTION_AFTER_ASKING               SERVED_ONCE
 *   MUTANT_REGISTERED_BY_A_STORE               invalid end state
 *   MUTANT_RENEWED_IN_THE_SAME_CELL            SERVED_ONCE
 *   MUTANT_REQUEST_AFTER_ASKING                invalid end state
 *   MUTANT_SERVED_WHAT_IS_THERE                SERVED_ONCE
 *   MUTANT_STATE_NOT_READ_AGAIN                SHOWN_ONCE
 *   MUTANT_TOLD_BY_A_STORE                     invalid end state
 *   MUTANT_WAITER_READ_BEFORE_ASKING           invalid end state
 */

#ifndef QUESTIONS
#define QUESTIONS 2
#endif

#define CELLS (QUESTIONS + 1) /* the last one is retired by close */
#define NOWHERE CELLS         /* no cell */

/* Of a cell. */
mtype = { ARMED, THREAD, VALUE, DISCONNECTED, IDLE, ABANDONED, RETIRED };

#define isLive(s) (s == ARMED || s == THREAD)

/* Of the seat. */
mtype = { NOBODY, PARKED, WAKER, CLOSED, LEFT };

#define isEnd(w) (w == CLOSED || w == LEFT)

mtype = { PENDING, READY, OVER };

/* Whose permit. */
#define CALLERS 0
#define SERVERS 1

mtype state[CELLS] = IDLE;
byte sequence[CELLS];
byte question[CELLS];
byte answer[CELLS];

byte request = NOWHERE;
mtype waiter = NOBODY;
byte shown = NOWHERE;
byte passed;

bit permit[2];

#ifndef WITHOUT_OTHERS
chan left = [QUESTIONS] of { byte, byte }; /* the cell and its question */
#endif

/* The rest is the proof's: what has become of each question. */
byte asked[CELLS]; /* which one was asked last in this cell */
bit isServed[QUESTIONS + 1];
bit isPassed[QUESTIONS + 1];
bit isOver[QUESTIONS + 1]; /* it is answered or disconnected */
bit hasLeft;

/* What an assertion shows: a promise of the contract, by which a mutant is refuted. Never set. */
bit SHOWN_ONCE, SERVED_ONCE, ONE_OUTCOME, ITS_ANSWER, LEFT_ONLY;

/* The outcome of a question that is open; part of the step that ends it. */
inline ends(c, q) {
  assert(ONE_OUTCOME || asked[c] == q && !isOver[q]);
  isOver[q] = 1
}

/* disconnectUnserved */
inline disconnect(c) {
  seen = state[c];
  do
  :: isLive(seen) ->
      if
#ifdef MUTANT_DISCONNECTED_BY_A_STORE
      :: d_step {
           true;
#else
      :: state[c] != seen ->
#ifdef WITNESS_BOTH_DISCONNECT
         assert(state[c] != DISCONNECTED);
#endif
         seen = state[c]
      :: d_step {
           state[c] == seen;
#endif
           ends(c, asked[c]);
           state[c] = DISCONNECTED
         };
#ifndef MUTANT_DISCONNECTED_WITHOUT_WAKING
         if
         :: seen == THREAD -> permit[CALLERS] = 1
         :: else
         fi;
#endif
         break
      fi
  :: else -> break
  od;
  seen = 0
}

/* As that, but what was left to others is theirs. Both halves call it when the seat is left. */
inline disconnectUnpassed(c) {
#ifdef MUTANT_OTHERS_QUESTION_DISCONNECTED
  disconnect(c)
#else
  if
  :: sequence[c] != passed -> disconnect(c)
  :: sequence[c] == passed ->
#ifdef WITNESS_LEFT_WHILE_OTHERS_ANSWER
      assert(!isLive(state[c]));
#endif
      skip
  fi
#endif
}

/* publish, by whoever serves */
inline publish(c, q) {
  d_step {
    seen = state[c];
    state[c] = VALUE;
    if
    :: seen == ABANDONED
    :: else ->
        assert(ONE_OUTCOME || isLive(seen));
        ends(c, q)
    fi
  };
  if
  :: seen == ABANDONED ->
#ifdef WITNESS_ANSWERED_IN_VAIN
      assert(false);
#endif
      state[c] = RETIRED
  :: seen == THREAD -> permit[CALLERS] = 1
  :: else
  fi
}

/* begin, the write, and publish */
inline send(c, q) {
  seen = state[c];
  assert(ONE_OUTCOME || isLive(seen) || seen == ABANDONED);
  if
  :: seen == ABANDONED -> state[c] = RETIRED
  :: else ->
      answer[c] = q;
      publish(c, q)
  fi;
  seen = 0
}

/* end; then seen is whom it has found. */
inline end(as) {
  seen = waiter;
  do
  :: isEnd(seen) -> break
  :: else ->
      if
#ifdef MUTANT_ENDED_BY_A_STORE
      :: waiter = as;
         break
#else
      :: waiter != seen -> seen = waiter
      :: d_step {
           waiter == seen;
           waiter = as
         };
         break
#endif
      fi
  od
}

proctype Caller() {
  byte cell;
  byte q;
  mtype seen;
  bit isTimed;
  bit isClosing;

  do
  :: q < QUESTIONS && !isClosing ->
      q++;
      assert(!isLive(state[cell]));
      sequence[cell] = (sequence[cell] + 1) | 1; /* prepare */
#ifndef MUTANT_QUESTION_AFTER_ASKING
      question[cell] = q;
#endif
#ifdef MUTANT_WAITER_READ_BEFORE_ASKING
      seen = waiter;
#endif
#ifndef MUTANT_REQUEST_AFTER_ASKING
      if
      :: request != cell -> request = cell
      :: else
      fi;
#endif
      d_step { /* ask */
        state[cell] = ARMED;
        asked[cell] = q
      };
#ifdef MUTANT_QUESTION_AFTER_ASKING
      question[cell] = q;
#endif
#ifndef MUTANT_WAITER_READ_BEFORE_ASKING
      seen = waiter;
#endif
#ifdef MUTANT_REQUEST_AFTER_ASKING
      request = cell;
#endif
      if /* tell */
#ifndef MUTANT_LEFT_SEAT_NOT_SEEN
#ifdef MUTANT_OTHERS_QUESTION_ENDED_BY_ITS_ASKER
      :: seen == LEFT -> disconnect(cell)
#else
      :: seen == LEFT -> disconnectUnpassed(cell)
#endif
#endif
      :: seen == PARKED || seen == WAKER ->
          if
#ifdef MUTANT_TOLD_BY_A_STORE
          :: waiter = NOBODY;
             permit[SERVERS] = 1
#else
          :: waiter != seen ->
#ifdef WITNESS_WAITER_IS_ANOTHER
             assert(waiter != PARKED);
#endif
#ifdef WITNESS_WAITER_HAS_LEFT
             assert(waiter != LEFT);
#endif
             skip
          :: d_step {
               waiter == seen;
               waiter = NOBODY
             };
             permit[SERVERS] = 1
#endif
          fi
      :: else
      fi;

      if
      :: skip /* receive */
      :: isTimed = 1
      :: goto abandon
      :: isClosing = 1;
         goto abandon
      fi;
      seen = state[cell];
      if
      :: isLive(seen) ->
          if
          :: d_step {
               state[cell] == seen;
               state[cell] = THREAD;
               seen = THREAD
             }
          :: state[cell] != seen -> seen = state[cell]
          fi
      :: else
      fi;
      do
      :: seen == THREAD ->
          if /* park */
          :: permit[CALLERS] == 1 ->
              permit[CALLERS] = 0;
              seen = state[cell];
#ifdef WITNESS_STALE_PERMIT
              assert(seen != THREAD);
#endif
              skip
          :: isTimed ->
              isTimed = 0; /* for no reason */
              seen = state[cell]
          :: isTimed ->
              if
              :: d_step {
                   state[cell] == THREAD;
                   state[cell] = ARMED;
                   seen = ARMED
                 }
              :: state[cell] != THREAD -> seen = state[cell]
              fi
          fi
      :: else -> break
      od;
      if
      :: seen == ARMED -> goto abandon
      :: seen == VALUE ->
#ifdef WITNESS_ANSWERED_AFTER_LEAVING
          assert(!hasLeft);
#endif
          assert(ITS_ANSWER || answer[cell] == q && isServed[q] && isOver[q]);
          sequence[cell] = sequence[cell] + 1; /* take */
          goto over
      :: seen == DISCONNECTED ->
          assert(LEFT_ONLY || hasLeft && isOver[q] && !isPassed[q]);
          goto discard
      fi;
abandon:
      seen = state[cell];
      do
      :: isLive(seen) ->
          if
          :: state[cell] != seen -> seen = state[cell]
          :: d_step {
               state[cell] == seen;
               state[cell] = ABANDONED
             };
#ifdef MUTANT_RENEWED_IN_THE_SAME_CELL
             d_step {
               sequence[cell] = sequence[cell] + 2;
               state[cell] = IDLE
             };
#else
             d_step {
               sequence[cell + 1] = sequence[cell] + 2; /* follow */
               cell++
             };
#endif
             goto over
          fi
      :: else -> break
      od;
#ifdef WITNESS_OUTCOME_BEFORE_ABANDONING
      assert(false);
#endif
discard:
      sequence[cell] = sequence[cell] + 2;
      state[cell] = IDLE;
over:
      if
      :: d_step {
           true;
           seen = 0;
           isTimed = 0
         }
      fi
  :: else -> break
  :: q > 0 && !isClosing -> break /* and asks no more */
  od;

  sequence[cell] = (sequence[cell] + 2) | 1; /* retire */
  state[cell] = RETIRED;
  end(CLOSED);
  if
#ifndef MUTANT_CLOSED_WITHOUT_WAKING
  :: seen == PARKED || seen == WAKER ->
#ifdef WITNESS_CLOSED_WHILE_AWAITED
      assert(false);
#endif
      permit[SERVERS] = 1
#endif
  :: else
  fi
}

/* The question is shown; part of the step that has found it. */
inline shows(c) {
  assert(SHOWN_ONCE || isLive(state[c]));
  assert(SHOWN_ONCE || !isPassed[asked[c]] && !isServed[asked[c]]);
  polled = READY
}

/* poll; then polled is what it returns. */
inline poll() {
  polled = PENDING;
  at = request;
  if
  :: at == NOWHERE
  :: at != NOWHERE && passed == 0 ->
      if
      :: !isLive(state[at])
      :: d_step {
           isLive(state[at]);
           shows(at)
         }
      fi
  :: at != NOWHERE && passed != 0 ->
      if
      :: !isLive(state[at])
#ifdef MUTANT_NUMBER_NOT_COMPARED
      :: d_step {
           isLive(state[at]);
           passed = 0;
           shows(at)
         }
#else
      :: isLive(state[at]) -> /* isNew */
          if
          :: sequence[at] == passed
#ifdef MUTANT_STATE_NOT_READ_AGAIN
          :: d_step {
               sequence[at] != passed;
               passed = 0;
               shows(at)
             }
#else
          :: sequence[at] != passed ->
              if
              :: !isLive(state[at]) ->
#ifdef WITNESS_STATE_WAS_OF_BEFORE
                  assert(false);
#endif
                  skip
              :: d_step {
                   isLive(state[at]);
                   passed = 0;
                   shows(at)
                 };
#ifdef WITNESS_SHOWN_AFTER_ONE_WAS_LEFT
                 assert(false);
#endif
                 skip
              fi
#endif
          fi
#endif
      fi
  fi;
  if
  :: polled == READY -> shown = at
  :: polled != READY && isEnd(waiter) -> polled = OVER
  :: polled != READY && !isEnd(waiter)
  fi;
  at = 0
}

/* register */
inline register(as) {
  seen = waiter;
  do
  :: isEnd(seen) || seen == as -> break
  :: else ->
      if
#ifdef MUTANT_REGISTERED_BY_A_STORE
      :: waiter = as;
         break
#else
      :: waiter != seen -> seen = waiter
      :: d_step {
           waiter == seen;
           waiter = as
         };
#ifdef WITNESS_WAKER_REPLACED
         assert(seen == NOBODY || as != PARKED);
#endif
         break
#endif
      fi
  od;
  seen = 0
}

/* deregister */
inline deregister(as) {
#ifdef MUTANT_DEREGISTERED_BY_A_STORE
  waiter = NOBODY
#else
  d_step {
    if
    :: waiter == as -> waiter = NOBODY
    :: else
    fi
  }
#endif
}

#ifdef MUTANT_SERVED_WHAT_IS_THERE
#define served request
#else
#define served shown
#endif

proctype Server() {
  byte at;
  byte q;
  mtype seen;
  mtype polled;
  bit isTimed;
  bit isLate;
#ifndef WITHOUT_INTERRUPTS
  bit isInterrupted;
#endif

  do
  :: polled != OVER -> /* awaitRequest */
      if
      :: isTimed = 1
      :: isTimed = 0
      fi;
      do
      :: register(PARKED);
#ifdef MUTANT_PARKED_WITHOUT_A_LOOK
         polled = PENDING;
#else
         poll();
#endif
         if
         :: polled != PENDING || isLate -> break
         :: else
         fi;
         if /* park */
         :: d_step {
              permit[SERVERS] == 1;
              permit[SERVERS] = 0
            }
         :: isTimed -> isTimed = 0 /* for no reason */
         :: isTimed -> isLate = 1
#ifndef WITHOUT_INTERRUPTS
         :: isTimed -> isInterrupted = 1
         :: isInterrupted
#endif
         fi;
#ifdef MUTANT_PARKED_WITHOUT_A_LOOK
         poll();
         if
         :: polled != PENDING -> break
         :: else
         fi;
#endif
#ifndef WITHOUT_INTERRUPTS
         if
         :: isInterrupted ->
             poll();
             if
             :: polled == READY ->
#ifdef WITNESS_INTERRUPTED_WITH_A_QUESTION
                 assert(false);
#endif
                 skip
             :: else -> break /* and is told of the interrupt */
             fi
         :: else
         fi
#endif
      od;
      deregister(PARKED);
      d_step {
#ifndef WITHOUT_INTERRUPTS
        isInterrupted = 0;
#endif
        isTimed = 0;
        isLate = 0
      }
#ifndef WITHOUT_WAKERS
  :: polled != OVER -> /* pollRequest(Waker) */
      register(WAKER);
      poll();
      if
      :: polled == PENDING ->
          if
          :: skip
          :: d_step {
               permit[SERVERS] == 1;
               permit[SERVERS] = 0
             }
          fi
      :: else -> deregister(WAKER)
      fi
#endif
  :: polled == READY -> /* serve */
      polled = PENDING;
      at = served;
      seen = state[at]; /* beginServing */
      assert(SERVED_ONCE || isLive(seen) || seen == ABANDONED);
      if
      :: seen == ABANDONED -> state[at] = RETIRED
      :: else ->
          d_step {
            q = question[at];
            assert(SERVED_ONCE || q == asked[at] && !isServed[q]);
            isServed[q] = 1
          };
          if
          :: send(at, q)
#ifndef WITHOUT_OTHERS
          ::
#ifdef MUTANT_PASSED_WHEN_OTHERS_HAVE_IT
             isPassed[q] = 1;
             left!at, q;
             passed = sequence[at]
#else
             passed = sequence[at];
             isPassed[q] = 1;
             left!at, q
#endif
#endif
          fi
      fi;
      d_step {
        at = 0;
        q = 0;
        seen = 0
      }
#ifndef WITHOUT_LEAVING
  :: true -> /* leave */
      hasLeft = 1;
#ifdef MUTANT_LEAVES_AFTER_A_LOOK
      at = request;
      if
      :: at != NOWHERE -> disconnectUnpassed(at)
      :: else
      fi;
      end(LEFT);
#else
      end(LEFT);
#ifndef MUTANT_LEAVES_WITHOUT_A_LOOK
      at = request;
      if
      :: at != NOWHERE ->
          seen = state[at];
          disconnectUnpassed(at)
      :: else
      fi;
#endif
#endif
      break
#endif
  :: polled == OVER -> break
  od
}

#ifndef WITHOUT_OTHERS
proctype Other() {
  byte c;
  byte q;
  mtype seen;

end_waiting:
  do
  :: left?c, q ->
      send(c, q);
      c = 0;
      q = 0
  od
}
#endif

init {
  atomic {
    run Caller();
    run Server();
#ifndef WITHOUT_OTHERS
    run Other()
#endif
  }
}
