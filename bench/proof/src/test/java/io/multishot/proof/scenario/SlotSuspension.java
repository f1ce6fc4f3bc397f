package io.multishot.proof.scenario;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.Waker;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Two operations on one shot of a slab, of which one may stop in the middle for ever. */
@SuppressWarnings({
  "CheckReturnValue",
  "FutureReturnValueIgnored",
  "multishot"
}) // the next step counts
public final class SlotSuspension extends CheckedScenario {

  private static final long DEADLINE = 7;

  private static final Waker WAKER = () -> {};

  private static final AnswerSlab.Handler HANDLER =
      new AnswerSlab.Handler() {
        @Override
        public void received(long id, int value) {}

        @Override
        public void failed(long id, Throwable failure) {}
      };

  /** What a thread does, on a slab of two slots, in one of which a shot is open. */
  private interface Operation {
    void on(SlotSuspension slab) throws Throwable;
  }

  /** What the owner of the shot may do, and nobody else. */
  private static final Map<String, Operation> OWNER =
      Map.ofEntries(
          Map.entry("poll(Waker)", on -> on.slab.poll(on.id, WAKER)),
          Map.entry("poll(Waker) twice", SlotSuspension::pollTwice),
          Map.entry("poll(Waker) and withdraw", SlotSuspension::pollAndWithdraw),
          Map.entry("poll(Waker) and abandon", SlotSuspension::pollAndAbandon),
          Map.entry("take", SlotSuspension::takeIfReady),
          Map.entry("await(0)", on -> on.slab.await(on.id, 0, TimeUnit.SECONDS)),
          Map.entry("await(1)", on -> on.slab.await(on.id, 1, TimeUnit.SECONDS)),
          Map.entry("receive(0)", on -> on.receive(0)),
          Map.entry("receive(1)", on -> on.receive(1)),
          Map.entry("onReceive", on -> on.slab.onReceive(on.id, HANDLER)),
          Map.entry("onReceive and withdraw", SlotSuspension::withdrawHandler),
          Map.entry("onReceive(Executor)", on -> on.slab.onReceive(on.id, HANDLER, Runnable::run)),
          Map.entry("onReceive(Executor) and abandon", SlotSuspension::abandonTask),
          Map.entry("toFuture", on -> on.slab.toFuture(on.id)),
          Map.entry("toFuture and withdraw", SlotSuspension::withdrawFuture),
          Map.entry("toFuture and cancel", on -> on.slab.toFuture(on.id).cancel(false)));

  /** What anybody may do, as often as he likes. */
  private static final Map<String, Operation> ANYBODY =
      Map.ofEntries(
          Map.entry("send", on -> on.slab.send(on.id, VALUE)),
          Map.entry("fail", on -> on.slab.fail(on.id, new IllegalStateException())),
          Map.entry("disconnect", on -> on.slab.disconnect(on.id)),
          Map.entry("sendFrom", SlotSuspension::sendFrom),
          Map.entry("expire", on -> on.slab.expire(DEADLINE)),
          Map.entry("failAll", on -> on.slab.failAll(new IllegalStateException())),
          Map.entry("close", on -> on.slab.close()),
          Map.entry("poll", on -> on.slab.poll(on.id)),
          Map.entry("failure", on -> on.slab.failure(on.id)),
          Map.entry("abandon", on -> on.slab.abandon(on.id)),
          Map.entry("abandon and tryAcquire", SlotSuspension::acquireAgain),
          Map.entry("tryAcquire(deadline)", on -> on.slab.tryAcquire(DEADLINE)),
          Map.entry("a round of another shot", SlotSuspension::useAnother),
          Map.entry("a handler of another shot", SlotSuspension::handleAnother),
          Map.entry("inFlight", on -> on.slab.inFlight()),
          Map.entry("forEachPending", on -> on.slab.forEachPending(id -> {})));

  /** What another owner does with the slot, when the shot has been abandoned. */
  private static final Map<String, Operation> NEXT_OWNER =
      Map.of(
          "abandon, tryAcquire and poll(Waker)", SlotSuspension::pollNext,
          "abandon, tryAcquire and onReceive", SlotSuspension::handleNext,
          "abandon, tryAcquire and toFuture", SlotSuspension::promiseNext,
          "abandon, tryAcquire and await(1)", SlotSuspension::awaitNext);

  /** To register more often than the word can count, where few are too many. */
  public static final String MANY_REGISTRATIONS = "poll(Waker) and withdraw, four times";

  private final AnswerSlab slab = AnswerSlab.open(2, 1);
  private final long id;
  private final Operation stopping;
  private final Operation going;

  /** Names the two operations. */
  SlotSuspension(String stopping, String going) {
    this.stopping = operation(stopping);
    this.going = operation(going);
    id = slab.tryAcquire(DEADLINE);
  }

  private static Operation operation(String name) {
    if (name.equals(MANY_REGISTRATIONS)) {
      return SlotSuspension::registerOften;
    }
    Operation ofOwner = OWNER.get(name);
    Operation ofAnybody = ANYBODY.getOrDefault(name, NEXT_OWNER.get(name));
    return Objects.requireNonNull(ofOwner == null ? ofAnybody : ofOwner, name);
  }

  /** What the shot's owner can do. */
  public static Iterable<String> ofOwner() {
    return OWNER.keySet();
  }

  /** What anybody can do. */
  public static Iterable<String> ofAnybody() {
    return ANYBODY.keySet();
  }

  /** What the owner of the next shot of that slot can do. */
  public static Iterable<String> ofNextOwner() {
    return NEXT_OWNER.keySet();
  }

  /** Whether it registers somebody, and so may write the waiter of a slot that is not its own. */
  public static boolean registers(String operation) {
    return OWNER.containsKey(operation) && !operation.equals("take") && !operation.endsWith("(0)");
  }

  private void pollTwice() {
    slab.poll(id, WAKER);
    slab.poll(id, new Count());
  }

  private void pollAndWithdraw() {
    slab.poll(id, WAKER);
    slab.withdraw(id);
  }

  private void registerOften() {
    for (int times = 0; times < 4; times++) {
      pollAndWithdraw();
    }
  }

  private void pollAndAbandon() {
    slab.poll(id, WAKER);
    slab.abandon(id);
  }

  private void takeIfReady() {
    if (slab.poll(id) == Poll.READY) {
      slab.take(id);
    }
  }

  private void receive(long seconds) throws InterruptedException {
    try {
      slab.receive(id, seconds, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      // as it may be
    }
  }

  private void withdrawHandler() {
    slab.onReceive(id, HANDLER);
    slab.withdraw(id);
  }

  private void abandonTask() {
    slab.onReceive(id, HANDLER, Runnable::run);
    slab.abandon(id);
  }

  private void withdrawFuture() {
    slab.toFuture(id);
    slab.withdraw(id);
  }

  private void sendFrom() {
    CompletableFuture<Integer> source = new CompletableFuture<>();
    source.complete(VALUE);
    slab.sendFrom(id, source);
  }

  /** Acquires the same slot, unless its sender has it still. */
  private long acquireAgain() {
    slab.abandon(id);
    slab.tryAcquire(); // the other one, since the search goes on from there
    return slab.tryAcquire();
  }

  private void useAnother() {
    long other = slab.tryAcquire();
    slab.poll(other, WAKER);
    slab.send(other, VALUE);
    if (slab.poll(other) == Poll.READY) {
      slab.take(other);
    }
  }

  private void handleAnother() {
    long other = slab.tryAcquire();
    if (other != AnswerSlab.NONE) {
      slab.onReceive(other, HANDLER);
      slab.send(other, VALUE);
    }
  }

  private void pollNext() {
    long next = acquireAgain();
    slab.poll(next, WAKER);
  }

  private void handleNext() {
    slab.onReceive(acquireAgain(), HANDLER);
  }

  private void promiseNext() {
    slab.toFuture(acquireAgain());
  }

  private void awaitNext() throws InterruptedException {
    slab.await(acquireAgain(), 1, TimeUnit.SECONDS);
  }

  /** What an operation throws where the shot is over already, or has no value, is as it may be. */
  private void run(Operation operation) throws Throwable {
    try {
      operation.on(this);
    } catch (IllegalStateException | CompletionException | DisconnectedException over) {
      // it has not waited
    }
  }

  @Override
  public void setUp(Actors actors) {
    actors.add("stopping", () -> run(stopping));
    actors.add("going", () -> run(going));
  }
}
