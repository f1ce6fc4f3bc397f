package io.multishot.faults.trial;

import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is run while errors are thrown. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that keep nothing
enum Operation {
  SENDER(Part.ARM, setting -> arm(setting, setting.channel.sender())),
  TRY_SENDER(Part.ARM, setting -> arm(setting, setting.channel.trySender())),
  RENEW(Part.ABANDON, setting -> arm(setting, setting.channel.renew())),
  CLOSE(
      Part.ABANDON,
      setting -> {
        setting.closed = Reply.Disposal.MAYBE;
        setting.receiver.close();
        setting.closed = Reply.Disposal.YES;
      }),
  DROP(
      Part.ARM,
      setting -> {
        if (!setting.receiver.drop()) {
          notDisposed(setting);
        }
      }),
  POLL(Part.LOOK, setting -> setting.receiver.poll()),
  PEEK(Part.LOOK, setting -> setting.channel.peek()),
  @SuppressWarnings("CheckReturnValue")
  FAILURE(Part.LOOK, setting -> setting.receiver.failure()),
  RECEIVER_TO_STRING(Part.LOOK, setting -> setting.text = setting.receiver.toString()),
  TAKE(Part.LOOK, setting -> setting.channel.take()),
  POLL_WITH_A_WAKER(Part.WAIT, setting -> setting.receiver.poll(otherBell(setting))),
  WITHDRAW(Part.WAIT, setting -> setting.receiver.withdraw()),
  RECEIVE(Part.WAIT, setting -> setting.block(setting.channel::receive)),
  RECEIVE_WITHIN(
      Part.WAIT, setting -> setting.block(() -> setting.channel.receive(1, TimeUnit.MINUTES))),
  RECEIVE_IN_VAIN(Part.WAIT, setting -> setting.channel.receive(1, TimeUnit.NANOSECONDS)),
  RECEIVE_UNINTERRUPTIBLY(
      Part.WAIT, setting -> setting.block(setting.channel::receiveUninterruptibly)),
  RECEIVE_INTERRUPTED(
      Part.WAIT,
      setting -> {
        Thread.currentThread().interrupt();
        setting.channel.receive();
      }),
  RECEIVE_UNINTERRUPTIBLY_INTERRUPTED(
      Part.WAIT,
      setting -> {
        Thread.currentThread().interrupt();
        setting.block(setting.channel::receiveUninterruptibly);
      }),
  AWAIT(Part.WAIT, setting -> setting.block(setting.receiver::await)),
  AWAIT_WITHIN(
      Part.WAIT, setting -> setting.block(() -> setting.receiver.await(1, TimeUnit.MINUTES))),
  AWAIT_IN_VAIN(Part.WAIT, setting -> setting.receiver.await(20, TimeUnit.MICROSECONDS)),
  ON_RECEIVE(Part.WAIT, setting -> setting.handle(null)),
  ON_RECEIVE_WITH_A_QUEUE(Part.WAIT, setting -> setting.handle(setting.tasks)),
  ON_RECEIVE_AT_ONCE(Part.WAIT, setting -> setting.handle(Runnable::run)),
  ON_RECEIVE_OF_A_VIEW(
      Part.WAIT,
      setting -> {
        setting.hasHandler = true;
        setting.channel.views().onReceive(new Listener(setting, setting.openReply()));
      }),
  TO_FUTURE(Part.WAIT, Setting::promise),

  SEND(Part.SENDER, setting -> setting.send(acting(setting))),
  FAIL(Part.SENDER, setting -> setting.fail(acting(setting))),
  CLOSE_SENDER(Part.SENDER, setting -> setting.close(acting(setting))),
  ON_ABANDONED(
      Part.SENDER,
      setting -> {
        Reply reply = acting(setting);
        Bell bell = new Bell();
        Bell replaced = reply.abandonBell;
        reply.abandonBell = null; // which of the two is told if this throws, nobody can say
        reply.sender.onAbandoned(bell);
        reply.abandonBell = bell;
        setting.replacedBells.add(Objects.requireNonNullElse(replaced, bell));
      }),
  @SuppressWarnings("CheckReturnValue")
  IS_ABANDONED(Part.SENDER, setting -> acting(setting).sender.isAbandoned()),
  SENDER_TO_STRING(Part.SENDER, setting -> setting.text = acting(setting).sender.toString()),
  SHOT(Part.SENDER, setting -> setting.channel.shot(acting(setting).sender)),
  SEND_FROM_A_COMPLETE_FUTURE(
      Part.SENDER,
      setting -> {
        Reply reply = acting(setting);
        Object boxed = setting.box(reply.value);
        sendFrom(setting, reply, CompletableFuture.completedFuture(boxed), Reply.Ending.VALUE);
      }),
  SEND_FROM_A_FAILED_FUTURE(
      Part.SENDER,
      setting -> {
        Reply reply = acting(setting);
        CompletableFuture<Object> failed = CompletableFuture.failedFuture(reply.failure);
        sendFrom(setting, reply, failed, Reply.Ending.FAILURE);
      }),
  SEND_FROM_A_FUTURE(
      Part.SENDER,
      setting -> {
        Reply reply = acting(setting);
        CompletableFuture<Object> source = new CompletableFuture<>();
        setting.channel.sendFrom(reply.sender, source);
        reply.source = source;
        reply.ending = Reply.Ending.LEFT;
      }),
  THE_FUTURE_COMPLETES(
      Part.SOURCE,
      setting -> {
        Reply reply = acting(setting);
        reply.attempt(Reply.Ending.VALUE);
        source(setting).complete(setting.box(reply.value));
        reply.ending = Reply.Ending.VALUE;
      }),
  THE_FUTURE_FAILS(
      Part.SOURCE,
      setting -> {
        Reply reply = acting(setting);
        reply.attempt(Reply.Ending.FAILURE);
        source(setting).completeExceptionally(new CompletionException(reply.failure));
        reply.ending = Reply.Ending.FAILURE;
      }),

  SEND_OF_SHOT(
      Part.SHOT,
      setting -> {
        Reply reply = acting(setting);
        reply.attempt(Reply.Ending.VALUE);
        reply.wasWanted = setting.channel.sendNumber(shot(setting), Twins.VALUES, reply.value);
        reply.ending = reply.wasWanted ? reply.attempted : Reply.Ending.REFUSED;
      }),
  FAIL_OF_SHOT(
      Part.SHOT,
      setting -> {
        Reply reply = acting(setting);
        reply.attempt(Reply.Ending.FAILURE);
        reply.wasWanted = shot(setting).fail(reply.failure);
        reply.ending = reply.wasWanted ? reply.attempted : Reply.Ending.REFUSED;
      }),
  CLOSE_OF_SHOT(
      Part.SHOT,
      setting -> {
        Reply reply = acting(setting);
        reply.attempt(Reply.Ending.DISCONNECT);
        shot(setting).close();
        if (reply.ending == Reply.Ending.OPEN) {
          reply.ending = Reply.Ending.DISCONNECT;
        }
      }),
  SHOT_TO_STRING(Part.SHOT, setting -> setting.text = shot(setting).toString()),
  SEND_FROM_OF_SHOT(
      Part.SHOT,
      setting -> {
        Reply reply = acting(setting);
        CompletableFuture<Object> source = new CompletableFuture<>();
        setting.channel.sendFrom(shot(setting), source);
        reply.source = source;
        reply.ending = Reply.Ending.LEFT;
      }),

  GROUP_OF(Part.WAIT, setting -> ReceiverGroup.of(setting.receiver)),
  GROUP_POLL_ANY(Part.GROUP, setting -> group(setting).pollAny()),
  GROUP_POLL_ANY_WITH_A_WAKER(Part.GROUP, setting -> group(setting).pollAny(otherBell(setting))),
  GROUP_AWAIT_ANY(Part.GROUP, setting -> setting.block(group(setting)::awaitAny)),
  GROUP_AWAIT_ANY_INTERRUPTED(
      Part.GROUP,
      setting -> {
        Thread.currentThread().interrupt();
        group(setting).awaitAny();
      }),
  GROUP_AWAIT_ANY_IN_VAIN(
      Part.GROUP, setting -> group(setting).awaitAny(20, TimeUnit.MICROSECONDS)),
  GROUP_POLL_ALL(Part.GROUP, setting -> group(setting).pollAll()),
  GROUP_POLL_ALL_WITH_A_WAKER(Part.GROUP, setting -> group(setting).pollAll(otherBell(setting))),
  GROUP_AWAIT_ALL(Part.GROUP, setting -> setting.block(group(setting)::awaitAll)),
  GROUP_WITHDRAW(Part.GROUP, setting -> group(setting).withdraw()),
  GROUP_TO_STRING(Part.GROUP, setting -> setting.text = group(setting).toString()),

  CANCEL(Part.FUTURE, setting -> future(setting).cancel(true)),
  COMPLETE(Part.FUTURE, setting -> future(setting).complete(setting.box(Promise.OWNERS))),
  COMPLETE_EXCEPTIONALLY(
      Part.FUTURE, setting -> future(setting).completeExceptionally(new Promise.OwnersException())),
  OBTRUDE_VALUE(Part.FUTURE, setting -> future(setting).obtrudeValue(setting.box(Promise.OWNERS))),
  OBTRUDE_EXCEPTION(
      Part.FUTURE, setting -> future(setting).obtrudeException(new Promise.OwnersException())),
  COMPLETE_ASYNC(
      Part.FUTURE,
      setting -> future(setting).completeAsync(() -> setting.box(Promise.OWNERS), Runnable::run)),
  OR_TIMEOUT(Part.FUTURE, setting -> future(setting).orTimeout(1, TimeUnit.MICROSECONDS)),
  COMPLETE_ON_TIMEOUT(
      Part.FUTURE,
      setting ->
          future(setting).completeOnTimeout(setting.box(Promise.OWNERS), 1, TimeUnit.MICROSECONDS)),
  JOIN(Part.HEAR, setting -> setting.block(future(setting)::join)),

  RUN_TASK(Part.TASK, setting -> setting.tasks.runOne());

  /** What an operation belongs to, which says what it may change. */
  enum Part {
    /** Of the receiver: only looks, or takes what is there. */
    LOOK,
    /** Of the receiver: may change what is registered. */
    WAIT,
    /** Of the receiver: disposes of an outcome that is there. */
    ARM,
    /** Of the receiver: disposes of the shot. */
    ABANDON,
    SENDER,
    SHOT,
    /** Of what the shot is left to. */
    SOURCE,
    GROUP,
    /** Of the future of the outcome: disposes of the shot. */
    FUTURE,
    /** Of that future: waits only. */
    HEAR,
    TASK
  }

  @FunctionalInterface
  interface Steps {
    void run(Setting setting) throws Exception;
  }

  final Part part;
  private final Steps steps;

  Operation(Part part, Steps steps) {
    this.part = part;
    this.steps = steps;
  }

  /** Whether what is registered stays registered. */
  boolean keepsRegistration() {
    return switch (part) {
      case LOOK, SENDER, SHOT, SOURCE, HEAR, TASK -> true;
      case WAIT, ARM, ABANDON, GROUP, FUTURE -> false;
    };
  }

  /** Whether it does its work only later, on another thread. */
  boolean isLate() {
    return this == OR_TIMEOUT || this == COMPLETE_ON_TIMEOUT;
  }

  /** Whether it may wait, so that it does not pass the same points each time. */
  boolean waits() {
    return part == Part.WAIT || part == Part.GROUP || part == Part.HEAR;
  }

  /** Whether it is run on a thread that is interrupted. */
  boolean isInterrupted() {
    return this == RECEIVE_INTERRUPTED
        || this == RECEIVE_UNINTERRUPTIBLY_INTERRUPTED
        || this == GROUP_AWAIT_ANY_INTERRUPTED;
  }

  /** Whether it may abandon the shot, or ends it; or asks to be told. */
  boolean concernsAbandonment() {
    return part != Part.LOOK && part != Part.WAIT && part != Part.GROUP && part != Part.TASK;
  }

  /** Whether it needs a sender that is not used up. */
  boolean consumes() {
    return switch (this) {
      case SEND,
          FAIL,
          SHOT,
          SEND_FROM_A_COMPLETE_FUTURE,
          SEND_FROM_A_FAILED_FUTURE,
          SEND_FROM_A_FUTURE ->
          true;
      default -> false;
    };
  }

  /** Makes what it is called on; {@code false} if it cannot be run in this setting. */
  boolean prepare(Setting setting) {
    Reply acting = setting.acting;
    if (part == Part.SHOT && acting != null && acting.ending == Reply.Ending.OPEN) {
      setting.shot = setting.channel.shot(acting.sender);
    }
    if (part == Part.GROUP && setting.group == null) {
      setting.group = ReceiverGroup.of(setting.receiver, PaddedChannel.open());
    }
    boolean isFree = setting.waiting == null;
    return switch (part) {
      case LOOK, WAIT, ARM, ABANDON -> isFree;
      case SENDER -> acting != null;
      case SHOT -> setting.shot != null;
      case SOURCE -> acting != null && acting.source != null;
      case GROUP -> isFree && setting.group != null;
      case FUTURE -> setting.promise != null;
      case HEAR -> setting.promise != null && !setting.promise.isCompletedByOwner;
      case TASK -> !setting.tasks.isEmpty();
    };
  }

  void run(Setting setting) throws Exception {
    Reply disposed = disposed(setting);
    if (disposed != null) {
      disposed.disposal = Reply.Disposal.MAYBE;
    }
    if (part == Part.FUTURE && setting.promise != null) {
      setting.promise.isCompletedByOwner = true;
    }
    steps.run(setting);
    if (disposed != null && disposed.disposal == Reply.Disposal.MAYBE) {
      disposed.disposal = Reply.Disposal.YES;
    }
  }

  private @Nullable Reply disposed(Setting setting) {
    Reply open = setting.openReply();
    return switch (part) {
      case ABANDON -> open;
      case FUTURE ->
          open != null && setting.promise != null && open == setting.promise.reply ? open : null;
      case ARM -> open != null && open.isOver() ? open : null;
      default -> null;
    };
  }

  private static void arm(Setting setting, @Nullable MultiShotSender sender) {
    if (sender != null) {
      setting.armed(sender);
    } else {
      notDisposed(setting);
    }
  }

  private static void notDisposed(Setting setting) {
    Reply last = setting.reply;
    if (last != null && last.disposal == Reply.Disposal.MAYBE) {
      last.disposal = Reply.Disposal.NO;
    }
  }

  private static void sendFrom(
      Setting setting, Reply reply, CompletableFuture<Object> source, Reply.Ending ending) {
    reply.attempt(ending);
    setting.channel.sendFrom(reply.sender, source);
    reply.ending = ending;
  }

  private static Bell otherBell(Setting setting) {
    Bell added = new Bell();
    setting.otherBells.add(added);
    return added;
  }

  private static Reply acting(Setting setting) {
    return Objects.requireNonNull(setting.acting);
  }

  private static Shot shot(Setting setting) {
    return Objects.requireNonNull(setting.shot);
  }

  private static CompletableFuture<Object> source(Setting setting) {
    return Objects.requireNonNull(acting(setting).source);
  }

  private static ReceiverGroup group(Setting setting) {
    return Objects.requireNonNull(setting.group);
  }

  @SuppressWarnings("unchecked") // it is completed with what the channel boxes
  private static CompletableFuture<Object> future(Setting setting) {
    return (CompletableFuture<Object>)
        Objects.requireNonNull(Objects.requireNonNull(setting.promise).future);
  }
}
