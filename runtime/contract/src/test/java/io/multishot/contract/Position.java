package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertSameBits;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A channel in one of the states of {@code STATES.md}, with all that its two owners may hold: the
 * sender, a shot of it, a sender given up, futures, views, wakers. It notes who is told of what.
 */
final class Position implements AutoCloseable {

  /** What was registered earlier, and replaced, is run. */
  private static final String LATE = "late";

  private static final Set<String> LIVE =
      Set.of(
          "null, odd",
          "Thread, odd",
          "Waker, odd",
          "HandlerTask, odd",
          "OutcomeFuture, odd",
          "GroupMember, odd");

  /** What an operation returns that has registered something. */
  private static final Set<String> REGISTERED = Set.of("PENDING", "false", "done", "future");

  /** Which sender and shot the sender's owner uses. */
  enum Hand {
    /** Those armed last. */
    OWN,
    /** Those that the receiver has abandoned. */
    ABANDONED,
    /** A shot that has its outcome, of a sender armed again since. */
    OVER
  }

  private final Line line;
  private final ReceiverGroup group;

  /** Who was told what since the last {@link #tell}. */
  private final List<String> told = new ArrayList<>();

  /** An event loop that is run by hand. */
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private final Executor loop = new TheLoop();

  private final Exception failure = new Exception("as given to fail");

  /** Stands for the waker, handler or future that was registered last. */
  private Object registration = new Object();

  /** The same for the waker of the sender that was armed last. */
  private Object watch = new Object();

  private @Nullable MultiShotSender own;
  private @Nullable Shot ownShot;
  private @Nullable MultiShotSender abandoned;
  private @Nullable Shot abandonedShot;
  private @Nullable Shot overShot;

  /** What the sender was left to that was armed last, until that is over. */
  private @Nullable CompletableFuture<@Nullable Object> source;

  /** What senders were left to whose shots are over. */
  private final List<CompletableFuture<@Nullable Object>> lateSources = new ArrayList<>();

  /** The shots that {@code sendFrom} was called of: they say so for good. */
  private final Set<Shot> leftShots = new HashSet<>();

  private @Nullable CompletableFuture<?> future;
  private @Nullable Supplier<Object> view;
  private @Nullable MultiShotSender viewed;
  private @Nullable Waiter waiter;
  private boolean isLeftByShot;
  private boolean watchesAlways;
  private boolean isWatched;
  private Hand hand = Hand.OWN;

  Position(Subject subject) {
    line = subject.line();
    group = ReceiverGroup.of(line.receiver(), LongChannel.open());
  }

  // Getting there.

  /** Abandons a sender; {@code isConsumed} if it shall have noticed that already. */
  void leaveAbandoned(boolean isConsumed) {
    arm();
    toFuture();
    cancel();
    tell();
    future = null;
    if (isConsumed) {
      requireNonNull(abandoned).close();
    }
  }

  /**
   * Ends a shot, of which a task of its handler, a future and a view are left; and another one, to
   * which a future was to have sent something.
   */
  void leaveHistory() {
    arm();
    sendFromFuture();
    closeSender();
    arm();
    onReceiveBy();
    send();
    line.take();
    overShot = ownShot;
    arm();
    toFuture();
    send();
    arm();
    send();
    look();
    line.take();
  }

  /** Has the sender ask to be told if it is abandoned, whenever one is armed. */
  void watch() {
    watchesAlways = true;
  }

  void enter(String state) throws Exception {
    if (!state.equals("idle")) {
      arm();
    }
    switch (state) {
      case "idle", "armed" -> {}
      case "blocked" -> expect("waits", receive());
      case "waker" -> pollWithWaker();
      case "handler" -> onReceive();
      case "loop handler" -> onReceiveBy();
      case "future" -> toFuture();
      case "member" -> pollAnyWithWaker();
      case "parked member" -> expect("waits", awaitAny());
      case "value" -> send();
      case "queued" -> {
        onReceiveBy();
        send();
      }
      case "taken" -> {
        send();
        line.take();
      }
      case "failed" -> fail();
      case "disconnected" -> closeSender();
      case "idle after discard" -> {
        send();
        line.receiver().drop();
      }
      case "retired successor" -> line.receiver().close();
      case "retired" -> {
        closeSender();
        line.receiver().close();
      }
      default -> throw new AssertionError("no way is known to " + state);
    }
    tell();
  }

  private static void expect(String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(expected + " expected, but " + actual);
    }
  }

  // What is there.

  String raw() {
    return RawState.of(line.receiver());
  }

  /** Whether what the hand holds is there at all. */
  boolean has(Hand which) {
    return switch (which) {
      case OWN -> own != null;
      case ABANDONED -> abandoned != null;
      case OVER -> overShot != null;
    };
  }

  /** Whether it holds a shot that {@code sendFrom} was not called of, or is left by that now. */
  boolean hasShot(Hand which) {
    Shot shot = shotOf(which);
    return shot != null && (!leftShots.contains(shot) || (which == Hand.OWN && isLeft()));
  }

  /** Whether a future has the shot of the sender that was armed last, and has not completed. */
  boolean isLeft() {
    return source != null;
  }

  boolean isLeftByShot() {
    return isLeftByShot;
  }

  boolean hasFuture() {
    return future != null && !future.isCancelled();
  }

  boolean hasView() {
    return view != null && viewed == RawState.cell(line.receiver());
  }

  private boolean isLive() {
    return LIVE.contains(raw());
  }

  boolean isWaitedFor() {
    return waiter != null;
  }

  boolean hasTask() {
    return !tasks.isEmpty();
  }

  Line line() {
    return line;
  }

  ReceiverGroup group() {
    return group;
  }

  /** The sender that was armed last. */
  @Nullable MultiShotSender own() {
    return own;
  }

  /** The same where there is one. */
  MultiShotSender held() {
    return requireNonNull(own);
  }

  /** Whether it will be told when it is abandoned. */
  boolean isWatched() {
    return isWatched;
  }

  String rawOfAbandoned() {
    return RawState.of(requireNonNull(abandoned));
  }

  /** The row of the sender that was abandoned, if there is one. */
  String abandonedRow() {
    boolean hasNotNoticed = abandoned != null && rawOfAbandoned().equals("ABANDONED, odd");
    return hasNotNoticed ? "abandoned" : "retired sender";
  }

  void use(Hand which) {
    hand = which;
  }

  /** Joins a thread that waits no more, and returns who was told what since the last call. */
  List<String> tell() {
    String raw = raw();
    Waiter waiting = waiter;
    if (waiting != null && !raw.startsWith(waiting.registered)) {
      told.add("thread: " + waiting.join());
      waiter = null;
    }
    if (own != null && RawState.cell(line.receiver()) != own) {
      giveUp();
    }
    List<String> copy = told.stream().sorted().toList();
    told.clear();
    return copy;
  }

  // The receiver's operations. Each returns what came of it, in the words of the table.

  String arm() {
    return armed(line.sender());
  }

  String tryArm() {
    MultiShotSender armed = line.trySender();
    return armed == null ? "null" : armed(armed);
  }

  String renew() {
    return armed(line.renew());
  }

  private String armed(MultiShotSender sender) {
    partWithSource();
    boolean isSame = own == null || own == sender;
    if (!isSame) {
      giveUp();
    } else if (ownShot != null) {
      overShot = ownShot;
    }
    own = sender;
    ownShot = line.shot(sender);
    isWatched = false;
    if (watchesAlways) {
      onAbandoned();
    }
    return isSame ? "sender" : "another";
  }

  private void giveUp() {
    partWithSource();
    abandoned = own;
    abandonedShot = ownShot;
    own = null;
    ownShot = null;
  }

  /** The shot is over, and its source, if it has one, too late. */
  private void partWithSource() {
    if (source != null) {
      lateSources.add(source);
      source = null;
    }
  }

  /** Has all sources complete that are too late. */
  void completeLateSources() {
    lateSources.forEach(late -> late.complete(line.value()));
    lateSources.clear();
  }

  String poll() {
    return line.poll().toString();
  }

  String pollWithWaker() {
    return registering(mine -> line.poll(waker(mine)).toString());
  }

  String peek() {
    String peeked = payload(line.peek());
    look();
    return peeked;
  }

  String take() {
    return payload(line.take());
  }

  String failure() {
    Throwable found = line.receiver().failure();
    return found == null ? "null" : found == failure ? "failure" : "another";
  }

  /** Keeps a view of the message, if there are views. */
  private void look() {
    view = Views.of(line.receiver());
    viewed = RawState.cell(line.receiver());
  }

  String readView() {
    Object read = requireNonNull(view).get();
    return read.equals(Views.firstPart(requireNonNull(line.value()))) ? "value" : "another";
  }

  String receive() throws Exception {
    return waiting("Thread", () -> payload(line.receive()));
  }

  String receiveUninterruptibly() throws Exception {
    return waiting("Thread", () -> payload(line.receiveUninterruptibly()));
  }

  String receiveWithin(long days) throws Exception {
    return waiting("Thread", () -> payload(line.receive(days, TimeUnit.DAYS)));
  }

  String await() throws Exception {
    return waiting("Thread", () -> line.receiver().await().toString());
  }

  String awaitWithin(long days) throws Exception {
    return waiting("Thread", () -> line.receiver().await(days, TimeUnit.DAYS).toString());
  }

  String receiveInterrupted() throws Exception {
    return interrupted(() -> payload(line.receive()));
  }

  String awaitInterrupted() throws Exception {
    return interrupted(() -> line.receiver().await().toString());
  }

  String onReceive() {
    return registering(
        mine -> {
          line.onReceive(handler(mine));
          return "done";
        });
  }

  String onReceiveBy() {
    return registering(
        mine -> {
          line.onReceive(handler(mine), loop);
          return "done";
        });
  }

  String toFuture() {
    return registering(
        mine -> {
          CompletableFuture<?> made = line.toFuture();
          future = made;
          hear(made, mine);
          return "future";
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what the listener throws fails the test
  private void hear(CompletableFuture<?> made, Object mine) {
    made.whenComplete(
        (value, thrown) -> note(mine, "future: " + (thrown != null ? name(thrown) : told(value))));
  }

  /** All of them, the late ones included. */
  String runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    return "done";
  }

  String cancel() {
    return String.valueOf(requireNonNull(future).cancel(true));
  }

  String completeExceptionally() {
    return String.valueOf(requireNonNull(future).completeExceptionally(failure));
  }

  String withdraw() {
    return String.valueOf(line.receiver().withdraw());
  }

  String drop() {
    return String.valueOf(line.receiver().drop());
  }

  String closeReceiver() {
    line.receiver().close();
    return "done";
  }

  String receiverText() {
    return text(line.receiver());
  }

  /** The thread that waits for it, or for the group. */
  String interruptThread() {
    Waiter waiting = requireNonNull(waiter);
    waiting.thread.interrupt();
    told.add("thread: " + waiting.join());
    waiter = null;
    return "done";
  }

  // The group's.

  String pollAny() {
    return index(group.pollAny());
  }

  String pollAnyWithWaker() {
    return registering(mine -> index(group.pollAny(waker(mine))));
  }

  String awaitAny() throws Exception {
    return waiting("GroupMember", () -> index(group.awaitAny()));
  }

  String awaitAnyWithin(long days) throws Exception {
    return waiting("GroupMember", () -> index(group.awaitAny(days, TimeUnit.DAYS)));
  }

  String awaitAnyInterrupted() throws Exception {
    return interrupted(() -> index(group.awaitAny()));
  }

  String pollAll() {
    return String.valueOf(group.pollAll());
  }

  String pollAllWithWaker() {
    return registering(mine -> String.valueOf(group.pollAll(waker(mine))));
  }

  String awaitAll() throws Exception {
    return waiting(
        "GroupMember",
        () -> {
          group.awaitAll();
          return "done";
        });
  }

  String awaitAllWithin(long days) throws Exception {
    return waiting("GroupMember", () -> String.valueOf(group.awaitAll(days, TimeUnit.DAYS)));
  }

  String awaitAllInterrupted() throws Exception {
    return interrupted(
        () -> {
          group.awaitAll();
          return "done";
        });
  }

  String withdrawGroup() {
    group.withdraw();
    return "done";
  }

  String groupText() {
    String text = group.toString();
    assertTrue(text.startsWith("ReceiverGroup[" + line.receiver() + ", "), text);
    return text(line.receiver());
  }

  private static String index(int found) {
    return found == ReceiverGroup.PENDING
        ? "PENDING"
        : found == ReceiverGroup.IDLE ? "IDLE" : String.valueOf(found);
  }

  // The sender's, and those of a shot.

  private MultiShotSender sender() {
    return requireNonNull(hand == Hand.OWN ? own : abandoned);
  }

  private Shot heldShot() {
    return requireNonNull(shotOf(hand));
  }

  private @Nullable Shot shotOf(Hand which) {
    return switch (which) {
      case OWN -> ownShot;
      case ABANDONED -> abandonedShot;
      case OVER -> overShot;
    };
  }

  String send() {
    return String.valueOf(line.send(sender(), line.value()));
  }

  String fail() {
    return String.valueOf(sender().fail(failure));
  }

  String closeSender() {
    sender().close();
    if (hand == Hand.OWN) {
      partWithSource();
    }
    return "done";
  }

  String isAbandoned() {
    return String.valueOf(sender().isAbandoned());
  }

  String onAbandoned() {
    Object mine = new Object();
    boolean isOwn = hand == Hand.OWN;
    Object before = watch;
    watch = isOwn ? mine : watch;
    try {
      sender().onAbandoned(() -> told.add(isOwn && watch != mine ? LATE : "abandoned"));
    } catch (IllegalStateException e) {
      watch = before;
      throw e;
    }
    isWatched |= isOwn;
    return "done";
  }

  String sendFromValue() {
    line.sendFrom(sender(), CompletableFuture.completedFuture(line.value()));
    return "done";
  }

  String sendFromFailure() {
    line.sendFrom(sender(), CompletableFuture.failedFuture(failure));
    return "done";
  }

  String sendFromFuture() {
    CompletableFuture<@Nullable Object> pending = new CompletableFuture<>();
    line.sendFrom(sender(), pending);
    leave(pending, false);
    return "done";
  }

  private void leave(CompletableFuture<@Nullable Object> pending, boolean byShot) {
    if (hand == Hand.OWN) {
      source = pending;
      isLeftByShot = byShot;
    } else {
      lateSources.add(pending);
    }
  }

  String completeSource() {
    return String.valueOf(takeSource().complete(line.value()));
  }

  String failSource() {
    return String.valueOf(takeSource().completeExceptionally(failure));
  }

  private CompletableFuture<@Nullable Object> takeSource() {
    CompletableFuture<@Nullable Object> taken = requireNonNull(source);
    source = null;
    return taken;
  }

  String shot() {
    return line.shot(sender()).toString().endsWith("[over]") ? "over" : "shot";
  }

  String senderText() {
    return text(sender());
  }

  String sendInShot() {
    return String.valueOf(line.send(heldShot(), line.value()));
  }

  String failInShot() {
    return String.valueOf(heldShot().fail(failure));
  }

  String sendFromValueInShot() {
    return sendFromInShot(CompletableFuture.completedFuture(line.value()));
  }

  String sendFromFailureInShot() {
    return sendFromInShot(CompletableFuture.failedFuture(failure));
  }

  String sendFromFutureInShot() {
    CompletableFuture<@Nullable Object> pending = new CompletableFuture<>();
    String result = sendFromInShot(pending);
    leave(pending, true);
    return result;
  }

  private String sendFromInShot(CompletableFuture<@Nullable Object> from) {
    Shot shot = heldShot();
    line.sendFrom(shot, from);
    leftShots.add(shot);
    return "done";
  }

  String closeShot() {
    heldShot().close();
    if (hand == Hand.OWN && !isLeftByShot) {
      partWithSource();
    }
    return "done";
  }

  String shotText() {
    return text(heldShot());
  }

  // How it is said.

  private String payload(@Nullable Object value) {
    assertSameBits(line.value(), value);
    return "value";
  }

  private String told(@Nullable Object value) {
    return payload(line.keep(value));
  }

  private String name(Throwable thrown) {
    return thrown == failure
        ? "failure"
        : thrown instanceof CancellationException
            ? "cancelled"
            : thrown instanceof DisconnectedException ? "Disconnected" : thrown.toString();
  }

  private static String text(Object described) {
    String text = described.toString();
    return '"' + text.substring(text.indexOf('[')) + '"';
  }

  /** Runs an operation, and says what it throws. */
  String run(Callable<String> operation) {
    try {
      return operation.call();
    } catch (CompletionException e) {
      return e.getCause() == failure ? "Completion" : e.toString();
    } catch (TimeoutException e) {
      return "Timeout";
    } catch (InterruptedException e) {
      return "Interrupted";
    } catch (DisconnectedException e) {
      return "Disconnected \"" + e.getMessage() + '"';
    } catch (IllegalStateException e) {
      return "IllegalState \"" + e.getMessage() + '"';
    } catch (Exception e) {
      return e.toString();
    }
  }

  private String interrupted(Callable<String> operation) {
    Thread.currentThread().interrupt();
    String result = run(operation);
    return Thread.interrupted() ? result + ", still interrupted" : result;
  }

  /** On a thread of its own, which is not waited for if it parks; unless there is no need to. */
  private String waiting(String registered, Callable<String> operation) throws Exception {
    if (!isLive()) {
      return operation.call();
    }
    Waiter started = new Waiter(registered, operation);
    if (!started.parks()) {
      return started.join();
    }
    waiter = started;
    return "waits";
  }

  /** An operation that registers something; it does not if it finds an outcome, or throws. */
  private String registering(Function<Object, String> operation) {
    Object before = registration;
    Object mine = new Object();
    registration = mine;
    boolean isRegistered = false;
    try {
      String result = operation.apply(mine);
      isRegistered = REGISTERED.contains(result);
      return result;
    } finally {
      if (!isRegistered) {
        registration = before;
      }
    }
  }

  private Waker waker(Object mine) {
    return new TheWaker(mine);
  }

  private Handler handler(Object mine) {
    return new Handler() {
      @Override
      public void received(@Nullable Object value) {
        note(mine, "handler: " + told(value));
      }

      @Override
      public void failed(Throwable thrown) {
        note(mine, "handler: " + name(thrown));
      }
    };
  }

  private void note(Object registered, String what) {
    told.add(registered == registration ? what : LATE + ": " + what);
  }

  /** Ends the wait of a thread that is left, and fails if it does not end. */
  @Override
  public void close() {
    Waiter waiting = waiter;
    if (waiting != null) {
      requireNonNull(own).close();
      waiting.join();
    }
  }

  /** A channel names it, and does not ask it for its name. */
  private final class TheWaker implements Waker {
    private final Object mine;

    TheWaker(Object mine) {
      this.mine = mine;
    }

    @Override
    public void wake() {
      note(mine, "waker");
    }

    @Override
    public String toString() {
      throw new AssertionError("user code is called");
    }
  }

  /** The same of an executor. */
  private final class TheLoop implements Executor {
    @Override
    public void execute(Runnable task) {
      tasks.add(task);
      told.add("task");
    }

    @Override
    public String toString() {
      throw new AssertionError("user code is called");
    }
  }

  /** A thread in an operation that may block. */
  private final class Waiter {

    /** What it makes the state while it waits. */
    final String registered;

    private final Thread thread;
    private volatile String result = "nothing";

    Waiter(String registered, Callable<String> operation) {
      this.registered = registered;
      thread = new Thread(() -> result = run(operation), "the waiting thread");
      thread.setDaemon(true);
      thread.start();
    }

    boolean parks() {
      Threads.await(() -> !thread.isAlive() || isBlocked());
      return thread.isAlive();
    }

    private boolean isBlocked() {
      Object blocker = LockSupport.getBlocker(thread);
      return blocker == line.receiver() || blocker == group;
    }

    String join() {
      Threads.await(() -> !thread.isAlive());
      return result;
    }
  }
}
