package io.multishot.faults.trial;

import io.multishot.ReceiverGroup;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A state that a channel can be in before an operation. */
@SuppressWarnings("ImmutableEnumChecker") // lambdas that keep nothing
enum Situation {
  IDLE(setting -> {}),
  ARMED(Setting::arm),
  ARMED_AGAIN(
      setting -> {
        receive(setting);
        setting.arm();
      }),
  WAKER(
      setting -> {
        setting.arm();
        setting.bell = new Bell();
        setting.receiver.poll(setting.bell);
      }),
  WAKER_THAT_THROWS(
      setting -> {
        setting.arm();
        setting.bell = new Bell.Broken();
        setting.receiver.poll(setting.bell);
      }),
  WAKER_OF_A_GROUP_FOR_ANY(
      setting -> {
        setting.arm();
        setting.bell = new Bell();
        group(setting).pollAny(setting.bell);
      }),
  WAKER_OF_A_GROUP_FOR_ALL(
      setting -> {
        setting.arm();
        setting.bell = new Bell();
        group(setting).pollAll(setting.bell);
      }),
  HANDLER(setting -> handle(setting, null)),
  HANDLER_THAT_ARMS(setting -> handle(setting, new Rearming(setting, null), null)),
  HANDLER_WITH_A_QUEUE(setting -> handle(setting, setting.tasks)),
  HANDLER_WITH_A_QUEUE_THAT_ARMS(
      setting -> handle(setting, new Rearming(setting, setting.tasks), setting.tasks)),
  HANDLER_RUN_AT_ONCE(setting -> handle(setting, Runnable::run)),
  HANDLER_THAT_THROWS(setting -> handle(setting, new Broken(setting), null)),
  HANDLER_THAT_THROWS_IN_A_QUEUE(setting -> handle(setting, new Broken(setting), setting.tasks)),
  HANDLER_RUN_AND_REFUSED(setting -> handle(setting, Refusing.LATE)),
  HANDLER_THAT_ARMS_RUN_AND_REFUSED(
      setting -> handle(setting, new Rearming(setting, Refusing.LATE), Refusing.LATE)),
  HANDLER_REFUSED(setting -> handle(setting, Refusing.AT_ONCE)),
  HANDLER_OF_A_VIEW(
      setting -> {
        setting.listener = new Listener(setting, setting.arm());
        setting.hasHandler = true;
        setting.channel.views().onReceive(setting.listener);
      }),
  HANDLER_QUEUED(
      setting -> {
        handle(setting, setting.tasks);
        setting.send(acting(setting));
      }),
  HANDLER_QUEUED_FOR_A_FAILURE(
      setting -> {
        handle(setting, setting.tasks);
        setting.fail(acting(setting));
      }),
  HANDLER_TOLD(
      setting -> {
        handle(setting, null);
        setting.send(acting(setting));
        setting.listener = null;
      }),
  FUTURE(
      setting -> {
        setting.arm();
        setting.promise = setting.promise();
      }),
  FUTURE_DONE(
      setting -> {
        setting.arm();
        setting.promise = setting.promise();
        setting.send(acting(setting));
        setting.promise.hear(setting);
      }),
  FUTURE_CANCELLED(
      setting -> {
        setting.arm();
        setting.promise = setting.promise();
        setting.promise.isCompletedByOwner = true;
        Objects.requireNonNull(setting.promise.future).cancel(true);
        acting(setting).disposal = Reply.Disposal.YES;
      }),
  VALUE(setting -> setting.send(setting.arm())),
  FAILED(setting -> setting.fail(setting.arm())),
  FAILED_AND_MUTE(
      setting -> {
        Reply reply = setting.arm();
        reply.failure = new Reply.MuteFailure();
        setting.fail(reply);
      }),
  DISCONNECTED(setting -> setting.close(setting.arm())),
  TAKEN(Situation::receive),
  DROPPED(
      setting -> {
        Reply dropped = setting.arm();
        setting.fail(dropped);
        setting.receiver.drop();
        dropped.disposal = Reply.Disposal.YES;
      }),
  RENEWED(
      setting -> {
        Reply old = setting.arm();
        old.disposal = Reply.Disposal.YES;
        setting.armed(setting.channel.renew());
      }),
  CLOSED(
      setting -> {
        setting.arm().disposal = Reply.Disposal.YES;
        setting.receiver.close();
        setting.closed = Reply.Disposal.YES;
      }),
  LEFT_TO_A_FUTURE(Situation::leave),
  LEFT_TO_A_FUTURE_WITH_A_HANDLER(
      setting -> {
        leave(setting);
        setting.listener = setting.handle(null);
      }),
  THREAD(setting -> await(setting, setting.channel::receive)),
  THREAD_WITH_A_TIME_LIMIT(
      setting -> await(setting, () -> setting.channel.receive(1, TimeUnit.MINUTES))),
  THREAD_OF_A_GROUP(
      setting -> {
        setting.arm();
        setting.waiting = Waiting.start(() -> group(setting).awaitAny());
      });

  /** Brings a new channel into this state. */
  private interface Steps {
    void run(Setting setting);
  }

  private final Steps steps;

  Situation(Steps steps) {
    this.steps = steps;
  }

  void enter(Setting setting) {
    steps.run(setting);
  }

  /** Whether a thread is blocked, which owns the receiver then. */
  boolean isBlocked() {
    return name().startsWith("THREAD");
  }

  /** Whether the outcome stays, to be received in some other way. */
  boolean refusesHandlers() {
    return this == HANDLER_REFUSED;
  }

  /** A handler that arms the next shot and registers another for it. */
  private static final class Rearming extends Listener {

    private final Setting setting;
    private final @Nullable Executor executor;

    Rearming(Setting setting, @Nullable Executor executor) {
      super(setting, setting.arm());
      this.setting = setting;
      this.executor = executor;
    }

    @Override
    public void received(@Nullable Object value) {
      super.received(value);
      Reply next = setting.armed(setting.channel.sender());
      setting.handle(executor);
      setting.handled.add(next);
    }
  }

  /** A handler that throws. */
  private static final class Broken extends Listener {

    Broken(Setting setting) {
      super(setting, setting.arm());
    }

    @Override
    public void received(@Nullable Object value) {
      super.received(value);
      throw new Bell.UsersException();
    }

    @Override
    public void failed(Throwable failure) {
      super.failed(failure);
      throw new Bell.UsersException();
    }
  }

  /** Executors that refuse. Each is one object, as an executor usually is. */
  private static final class Refusing {

    static final Executor AT_ONCE =
        task -> {
          throw new RejectedExecutionException("refused: " + task.getClass());
        };

    static final Executor LATE =
        task -> {
          task.run();
          throw new RejectedExecutionException("run, and refused");
        };

    private Refusing() {}
  }

  private static Reply acting(Setting setting) {
    return Objects.requireNonNull(setting.acting);
  }

  private static ReceiverGroup group(Setting setting) {
    ReceiverGroup group = ReceiverGroup.of(setting.receiver, PaddedChannel.open());
    setting.group = group;
    return group;
  }

  private static void handle(Setting setting, @Nullable Executor executor) {
    handle(setting, new Listener(setting, setting.arm()), executor);
  }

  private static void handle(Setting setting, Listener listener, @Nullable Executor executor) {
    setting.listener = listener;
    setting.hasHandler = true;
    setting.channel.onReceive(listener, executor);
  }

  private static void receive(Setting setting) {
    Reply reply = setting.arm();
    setting.send(reply);
    setting.channel.take();
    setting.tell(reply, setting.seen());
  }

  private static void leave(Setting setting) {
    Reply left = setting.arm();
    left.source = new CompletableFuture<>();
    setting.channel.sendFrom(left.sender, left.source);
    left.ending = Reply.Ending.LEFT;
  }

  private static void await(Setting setting, Waiting.Wait receive) {
    Reply reply = setting.arm();
    setting.waiting =
        Waiting.start(
            () -> {
              receive.run();
              setting.tell(reply, setting.seen());
            });
  }
}
