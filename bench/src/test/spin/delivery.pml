/*
 * Handlers and futures: Delivery, its queue-drain loop, and who may end its wait, for SHOTS shots.
 *
 * What stands for what:
 *
 *   state[c], number[c]  of the cell c, as in channel.pml; the payload lies where they say
 *   requests, handler, itsCell, itsNumber  of each Delivery: a handler has one for all its shots, a
 *                  future one of its own, that of its shot
 *   Sender         send, of one shot; Delivery.wake and run, if nothing else runs them
 *   ExecutorThread what Executor.execute leads to: Delivery.run, on a thread of its own
 *   run_handler    Delivery.run, runIfDue and MultiShotReceiver.deliver; the handler takes the value,
 *                  and may arm the next shot and register itself again, which may find the outcome
 *                  there and wake the Delivery that is being run
 *   Owner          onReceive; then, on a thread that has left the receiver to the handler, withdraw,
 *                  and if that took it back onReceive again. Or toFuture, once for each shot
 *   Canceller      OutcomeFuture.cancel, and MultiShotReceiver.abandonFor
 *
 * Each access of what another thread may change, or may see changed, is one step.
 *
 * Left out: what channel.pml leaves out; failures and disconnects, which are delivered as values are;
 * executors that refuse; owners that use a receiver which is the handler's.
 *
 * MUTANT_x is a mistake, WITNESS_x a situation that must come about: with any of them defined the
 * checker must report an error.
 */

#ifndef SHOTS
#define SHOTS 3
#endif

mtype = { ARMED, DELIVERY, VALUE, IDLE, ABANDONED, ABANDONED_USED };

#define NOBODY 0
#define HANDLER 1

#define isLive(s) (s == ARMED || s == DELIVERY)

mtype state[SHOTS + 1] = IDLE;
byte number[SHOTS + 1];
byte cell;
byte shot; /* armed last */

typedef Delivery {
  byte requests;
  byte handler;
  byte itsCell;
  byte itsNumber;
}
Delivery deliveries[SHOTS + 1];
byte delivery; /* MultiShotReceiver.delivery: of a handler 0, of a future its shot */

bool isDone[SHOTS + 1]; /* of a future */
bool isFuture;
bool isByExecutor;

/* The rest is the proof's. */
byte armedFor[SHOTS + 1];
bool isSent[SHOTS + 1];
bool isExpected[SHOTS + 1];  /* a handler or a future is to be told of its outcome */
bool isDelivered[SHOTS + 1];
bool isCancelled[SHOTS + 1];
bool isRunning;              /* the handler is */

#define isItsShot(d) \
  (cell == deliveries[d].itsCell && number[cell] == deliveries[d].itsNumber)

inline arm() {
  number[cell] = (number[cell] + 1) | 1;
  d_step {
    assert(!isLive(state[cell]) && state[cell] != ABANDONED);
    state[cell] = ARMED;
    shot++;
    armedFor[cell] = shot
  };
  run Sender(cell, shot)
}

/* MultiShotReceiver.register, up to the wake of what found the outcome there: then isThere. */
inline register(d) {
  deliveries[d].handler = HANDLER;
  d_step {
    deliveries[d].itsCell = cell;
    deliveries[d].itsNumber = number[cell]
  };
  d_step {
    isExpected[shot] = 1;
    if
    :: state[cell] == ARMED -> state[cell] = DELIVERY
    :: else ->
#ifndef MUTANT_OUTCOME_OVERLOOKED
        isThere = 1
#endif
    fi
  }
}

/* Delivery.run, on a thread that is in no run of it. */
inline run_handler(d) {
#ifdef MUTANT_NOT_COUNTED
  deliveries[d].requests = 1;
#else
  d_step {
    met = deliveries[d].requests;
    deliveries[d].requests++
  };
  if
  :: met != 0 ->
#ifdef WITNESS_LEFT_TO_ANOTHER_THREAD
      assert(false);
#endif
      goto ran
  :: else
  fi;
#endif
  met = 1;
  do
  :: if /* runIfDue */
     :: deliveries[d].handler == NOBODY || !isItsShot(d) || isLive(state[cell])
     :: else ->
         d_step {
           assert(!isRunning);
           isRunning = 1;
           assert(isExpected[armedFor[cell]]);
           assert(!isDelivered[armedFor[cell]]);
           assert(!isCancelled[armedFor[cell]]);
           assert(isSent[armedFor[cell]]);
           isDelivered[armedFor[cell]] = 1
         };
#ifndef MUTANT_HANDLER_FORGOTTEN_AFTER_ITS_RUN
         deliveries[d].handler = NOBODY;
#endif
         number[cell] = number[cell] + 1; /* take */
         if
         :: !isFuture && shot < SHOTS ->
             arm();
             register(d);
             isRunning = 0; /* from here on another thread may run the handler */
             if
             :: isThere ->
                 isThere = 0;
                 if
                 :: isByExecutor -> run ExecutorThread(d)
                 :: else ->
#ifdef WITNESS_ASKED_FOR_IN_ITS_OWN_RUN
                     assert(false);
#endif
#ifdef MUTANT_NOT_COUNTED
                     assert(false); /* it would run inside its last run, and so on */
#endif
                     deliveries[d].requests++ /* not the first: it returns */
                 fi
             :: else
             fi
         :: d_step {
              isRunning = 0;
              isDone[armedFor[cell]] = 1
            }
         fi;
#ifdef MUTANT_HANDLER_FORGOTTEN_AFTER_ITS_RUN
         deliveries[d].handler = NOBODY;
#endif
     fi;
#ifdef MUTANT_LEAVES_AFTER_ONE_RUN
     deliveries[d].requests = 0;
     break
#else
     d_step {
       deliveries[d].requests = deliveries[d].requests - met;
       met = deliveries[d].requests
     };
     if
     :: met == 0 -> break
     :: else
#ifdef WITNESS_ANOTHER_REQUEST_MET
        -> assert(false)
#endif
     fi
#endif
  od;
ran:
  met = 0
}

proctype ExecutorThread(byte d) {
  byte met;
  bool isThere;
  run_handler(d)
}

proctype Sender(byte c; byte its) {
  mtype seen;
  byte its_delivery; /* the waker that it has found */
  byte met;
  bool isThere;

  if
  :: state[c] == ABANDONED -> /* begin */
      state[c] = ABANDONED_USED;
      goto over
  :: else
  fi;
  d_step {
    seen = state[c];
    its_delivery = delivery;
    state[c] = VALUE;
    if
    :: seen != ABANDONED ->
        assert(isLive(seen));
        assert(armedFor[c] == its);
        assert(!isSent[its]);
        isSent[its] = 1
    :: else
    fi
  };
  if
  :: seen == ARMED
  :: seen == DELIVERY && isByExecutor -> run ExecutorThread(its_delivery)
  :: seen == DELIVERY && !isByExecutor -> run_handler(its_delivery)
  :: seen == ABANDONED ->
#ifdef WITNESS_CANCELLED_WHILE_SENDING
      assert(false);
#endif
      state[c] = ABANDONED_USED
  fi;
over:
  skip
}

/* What completes a future otherwise than by the outcome: on any thread, at any time, or never. */
proctype Canceller(byte its; byte c) {
  if
  :: goto over
  :: isDone[its] -> goto over
  :: !isDone[its]
  fi;
  if
#ifdef MUTANT_CANCELLED_BY_A_STORE
  :: d_step {
       true;
#else
  :: state[c] != DELIVERY || armedFor[c] != its ->
#ifdef WITNESS_OUTCOME_BEFORE_CANCELLING
      assert(false);
#endif
      goto over
  :: d_step {
       state[c] == DELIVERY && armedFor[c] == its;
#endif
       state[c] = ABANDONED
     }
  fi;
  deliveries[its].handler = NOBODY;
  cell = its; /* replaceCell */
  d_step {
    assert(!isDelivered[its]);
    isCancelled[its] = 1;
    isDone[its] = 1
  };
over:
  skip
}

proctype Owner() {
  mtype seen;
  byte met;
  bool isThere;

  if
  :: isFuture -> goto futures
  :: else
  fi;
  arm();
again:
  register(0);
  if
  :: isThere ->
      isThere = 0;
      if
      :: isByExecutor -> run ExecutorThread(0)
      :: else -> run_handler(0)
      fi
  :: else
  fi;
  do
  :: break
  :: state[cell] == DELIVERY -> /* withdraw */
      if
#ifdef MUTANT_WITHDRAWN_BY_A_STORE
      :: d_step {
           true;
#else
      :: d_step {
           state[cell] == DELIVERY;
#endif
           state[cell] = ARMED;
           isExpected[shot] = 0
         };
#ifdef WITNESS_WITHDRAWN_IN_A_LATER_SHOT
         assert(shot == 1);
#endif
         deliveries[0].handler = NOBODY; /* discardHandler */
         if
         :: goto again
         :: goto done
         fi
#ifndef MUTANT_WITHDRAWN_BY_A_STORE
      :: state[cell] != DELIVERY
#endif
      fi
  od;
  goto done;

futures:
  do
  :: shot < SHOTS ->
      arm();
      delivery = shot;
      register(delivery);
      run Canceller(shot, cell);
      if
      :: isThere ->
          isThere = 0;
          run_handler(delivery)
      :: else
      fi;
      isDone[shot] /* join */
  :: else -> break
  od;

done:
  skip
}

init {
  byte i;
  if
  :: isFuture = 1
  :: isByExecutor = 1
  :: skip
  fi;
  run Owner();
  _nr_pr == 1; /* all have ended */
  for (i : 1 .. SHOTS) {
    assert(!(isSent[i] && isExpected[i]) || isDelivered[i]);
    assert(!(isDelivered[i] && isCancelled[i]))
  }
  for (i : 0 .. SHOTS) {
    assert(deliveries[i].requests == 0);
    assert(deliveries[i].handler == NOBODY)
  }
#ifdef WITNESS_EVERY_SHOT_DELIVERED
  assert(!isDelivered[SHOTS]);
#endif
}
