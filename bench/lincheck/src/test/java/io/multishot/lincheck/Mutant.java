package io.multishot.lincheck;

import io.multishot.Waker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Copies of the protocol of which one step is broken. */
enum Mutant implements Subject {
  /** For comparison: this one is right. */
  NONE(() -> new ReferenceProtocol()),

  /** A waiter overwrites an outcome that came since it looked. */
  DOES_NOT_LOOK_AFTER_REGISTERING(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
              current.setState(waiter);
              return waiter;
            }
          }),

  /** The same, in the moment between a second look and the store. */
  REGISTERS_BY_LOAD_AND_STORE(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
              if (current.state() != seen) {
                return current.state();
              }
              current.setState(waiter);
              return waiter;
            }
          }),

  PUBLISHES_BY_LOAD_AND_STORE(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object publish(Cell sender, Object outcome) {
              Object found = sender.state();
              sender.setState(outcome);
              return found;
            }
          }),

  /** The waker that was there first is woken, though another has replaced it since. */
  DOES_NOT_LOOK_FOR_AN_UPDATED_WAKER(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object publish(Cell sender, Object outcome) {
              Object found = sender.state();
              Object replaced = sender.getAndSetState(outcome);
              return isLive(replaced) ? found : replaced;
            }
          }),

  WAKES_BEFORE_PUBLISHING(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object publish(Cell sender, Object outcome) {
              boolean isWanted = true;
              Object found = sender.state();
              if (found != null) {
                isWanted = finish(found);
              }
              Object last = sender.getAndSetState(outcome);
              return last == found && isWanted ? null : last;
            }
          }),

  /** As the waker has a field of its own, the sender may find the one of the next shot. */
  TAKES_THE_WAKER_AFTER_PUBLISHING(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
              current.getAndSetAbandonWaker(waiter); // serves as that field
              Object now = current.state();
              if (isLive(now)) {
                return waiter;
              }
              current.getAndSetAbandonWaker(null);
              return now;
            }

            @Override
            void takeBackAbandonWaker(Cell sender) {}

            @Override
            @Nullable Object publish(Cell sender, Object outcome) {
              sender.getAndSetState(outcome);
              return sender.getAndSetAbandonWaker(null);
            }
          }),

  WRITES_THE_VALUE_LAST(
      () ->
          new ReferenceProtocol() {
            @Override
            boolean send(Cell sender, long value) {
              boolean isSent = begin(sender) && end(sender, sender);
              sender.value = value;
              return isSent;
            }
          }),

  WAKES_THE_REPLACED_AS_WELL(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
              if (!(seen instanceof Waker first && waiter instanceof Waker second)) {
                return super.register(current, seen, waiter);
              }
              Waker both =
                  () -> {
                    first.wake();
                    second.wake();
                  };
              return super.register(current, seen, both);
            }
          }),

  LETS_A_WAKER_THROW(
      () ->
          new ReferenceProtocol() {
            @Override
            void wake(Waker waker) {
              waker.wake();
            }
          }),

  /** Only a park that lasts shows it: a thread that looks again now and then needs no unpark. */
  NEVER_UNPARKS(
      () ->
          new ReferenceProtocol() {
            @Override
            void unpark(Thread thread) {}
          }),

  /** A permit that somebody left, or no reason at all, is taken for an outcome. */
  PARKS_ONCE(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object sleep(Cell current) {
              Object seen = current.state();
              if (isLive(seen) && register(current, seen, Thread.currentThread()) != current) {
                park();
              }
              return current.state();
            }
          }),

  /** What gives up waiting overwrites an outcome that comes at that moment. */
  WITHDRAWS_BLINDLY(
      () ->
          new ReferenceProtocol() {
            @Override
            @Nullable Object withdraw(Cell current, @Nullable Object waiter) {
              current.setState(null);
              return null;
            }
          }),

  LOSES_THE_INTERRUPT(
      () ->
          new ReferenceProtocol() {
            @Override
            void interruptAgain(Thread self) {}
          }),

  /** A value that comes at that moment is both sent and abandoned. */
  ABANDONS_BY_LOAD_AND_STORE(
      () ->
          new ReferenceProtocol() {
            @Override
            boolean abandon(Cell current) {
              boolean wasLive = isLive(current.state());
              current.setState(ABANDONED);
              return wasLive;
            }
          }),

  /** The stale sender is the next shot's, too. */
  RENEWS_THE_SAME_CELL(
      () ->
          new ReferenceProtocol() {
            @Override
            Cell fresh(Cell abandoned) {
              abandoned.setState(IDLE);
              return abandoned;
            }
          }),

  CLAIMS_THAT_THE_ABANDONED_HAVE_IT(
      () ->
          new ReferenceProtocol() {
            @Override
            boolean finish(@Nullable Object found) {
              return super.finish(found) || found == ABANDONED;
            }
          }),

  /** The abandoned shot and the waker miss each other. */
  DOES_NOT_LOOK_AFTER_ASKING_TO_BE_TOLD(
      () ->
          new ReferenceProtocol() {
            @Override
            void onAbandoned(Cell sender, Waker waker) {
              if (sender.isAbandoned()) {
                wake(waker);
              } else {
                sender.setAbandonWaker(waker);
              }
            }
          }),

  /** It is told of the end of a shot that is not its own. */
  KEEPS_THE_ABANDON_WAKER(
      () ->
          new ReferenceProtocol() {
            @Override
            void takeBackAbandonWaker(Cell sender) {}
          }),

  /** It is told of the end of its shot when it has left that behind. */
  DOES_NOT_WAIT_FOR_ITS_ABANDON_WAKER(
      () ->
          new ReferenceProtocol() {
            @Override
            void awaitRun(Cell sender, Running running) {}
          }),

  /** The sender may take the waker back while the receiver is about to run it: both do. */
  RUNS_THE_ABANDON_WAKER_WITHOUT_CLAIMING_IT(
      () ->
          new ReferenceProtocol() {
            @Override
            void runAbandonWaker(Cell abandoned) {
              if (abandoned.abandonWaker() instanceof Waker waker) {
                wake(waker);
                abandoned.setAbandonWaker(null);
              }
            }
          }),

  /** An outcome that came first is covered for a moment: who looks then is told wrongly. */
  ABANDONS_BY_EXCHANGE(
      () ->
          new ReferenceProtocol() {
            @Override
            boolean abandon(Cell current) {
              Object found = current.getAndSetState(ABANDONED);
              if (!isLive(found) && found != ABANDONED) {
                current.setState(IDLE);
              }
              return isLive(found);
            }
          }),

  /** Its sender covers the state while it sends in vain. */
  FORGETS_THAT_IT_WAS_SEEN_ABANDONED(
      () ->
          new ReferenceProtocol() {
            @Override
            boolean isAbandoned(Cell sender) {
              return sender.state() == ABANDONED;
            }
          }),

  /** Not lock-free: whoever is suspended inside holds up the other. */
  SENDS_UNDER_A_LOCK(
      () ->
          new ReferenceProtocol() {
            private final Object lock = new Object();

            @Override
            @Nullable Object register(Cell current, @Nullable Object seen, Object waiter) {
              synchronized (lock) {
                return super.register(current, seen, waiter);
              }
            }

            @Override
            @Nullable Object publish(Cell sender, Object outcome) {
              synchronized (lock) {
                return super.publish(sender, outcome);
              }
            }
          }),

  /** Each loser runs the waker once more, and so does the sender of an earlier wait. */
  REGISTERS_ONE_WAKER_WITH_ALL(() -> new GeneratedChannel(new LongChannelAdapter())) {
    @Override
    public Group group(Channel... channels) {
      return new NaiveGroup(channels);
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // a constructor, which holds nothing
  private final Supplier<Channel> opening;

  Mutant(Supplier<Channel> opening) {
    this.opening = opening;
  }

  @Override
  public Channel open() {
    return opening.get();
  }

  @Override
  public Group group(Channel... channels) {
    throw new UnsupportedOperationException();
  }
}
