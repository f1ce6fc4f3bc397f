package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.Waker;
import io.multishot.fixtures.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A channel in one of the situations of {@code HANDLERS.md}. Whoever comes to a handler or an
 * executor stops there, and the test has it go on; so each step has one order.
 */
final class HandlerPosition implements PhaseTable.Position {

  private static final String HANDLER = "the handler";
  private static final String EXECUTE = "execute";

  private final Line line;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<Actor> actors = new ArrayList<>();
  private final Executor executor = new StoppingExecutor();

  /** What the executor was given last. */
  private @Nullable Runnable task;

  // What has been over for long, and may still come.
  private final Runnable usedTask;
  private final Runnable refusedTask;
  private final Runnable castOffTask;
  private final Waker lateWaker;

  private @Nullable MultiShotSender sender;

  /** What a sender still has to do that has published its outcome. */
  private @Nullable Waker unwoken;

  HandlerPosition(Subject subject) {
    line = subject.line();
    refusedTask = refuse();
    castOffTask = castOff();
    lateWaker = suspend();
    usedTask = use();
    told.clear();
  }

  // The past.

  private Runnable refuse() {
    armAndRegister("the past", true);
    send();
    executeThrows();
    line.receiver().drop();
    return takeTask();
  }

  private Runnable castOff() {
    armAndRegister("the past", true);
    send();
    executeReturns();
    line.receiver().drop();
    return takeTask();
  }

  private Waker suspend() {
    armAndRegister("the past", true);
    publish();
    Waker late = requireNonNull(unwoken);
    unwoken = null;
    line.receiver().drop();
    return late;
  }

  private Runnable use() {
    armAndRegister("the past", true);
    send();
    executeReturns();
    runByAnother();
    handlerEnds();
    return takeTask();
  }

  private Runnable takeTask() {
    Runnable taken = requireNonNull(task);
    task = null;
    return taken;
  }

  private void armAndRegister(String name, boolean byExecutor) {
    String done =
        byOwner(
            () -> {
              sender = line.sender();
              return register(name, byExecutor);
            });
    if (!done.equals("done")) {
      throw new AssertionError(done);
    }
  }

  // Getting there.

  @Override
  public void enter(String situation) {
    String[] parts = situation.split(", ", 2);
    String detail = parts.length == 1 ? "" : parts[1];
    switch (parts[0]) {
      case "FREE" -> {
        sender = line.sender();
        if (detail.equals("with an outcome")) {
          line.send(sender, line.value());
          sender = null;
        }
      }
      case "REGISTERED" -> armAndRegister("first", detail.equals("executor"));
      case "DISPATCHING" -> dispatch();
      case "QUEUED" -> {
        dispatch();
        executeReturns();
      }
      default -> enterRun(parts[0], detail);
    }
    if (detail.contains("not woken") || detail.contains("stale")) {
      enterStale(detail);
    }
    told.clear();
  }

  private void dispatch() {
    armAndRegister("first", true);
    send();
  }

  private void enterRun(String phase, String detail) {
    if (detail.contains("in execute") || detail.contains("after it")) {
      dispatch();
      runByDispatcher();
    } else if (detail.contains("elsewhere")) {
      dispatch();
      runByAnother();
    } else {
      armAndRegister("first", false);
      send();
    }
    if (!phase.equals("RUNNING")) {
      armAndRegister("second", detail.contains("executor"));
    }
    if (phase.equals("RUNNING_DUE")) {
      send();
    }
    if (detail.contains("after it")) {
      handlerEnds();
    }
  }

  private void enterStale(String detail) {
    if (!RawState.phase(line.receiver()).matches("DISPATCHING|QUEUED|RUNNING_DUE")) {
      publish();
    }
    if (detail.contains("stale")) {
      byOwner(() -> String.valueOf(line.receiver().drop()));
    }
  }

  // What is there.

  @Override
  public String phase() {
    return RawState.phase(line.receiver());
  }

  @Override
  public List<String> told() {
    List<String> copy = told.stream().sorted().toList();
    told.clear();
    return copy;
  }

  boolean isLive() {
    return sender != null && RawState.isLive(sender);
  }

  boolean isUnwoken() {
    return unwoken != null;
  }

  boolean hasTask() {
    return task != null;
  }

  boolean isInHandler() {
    return in(HANDLER) != null;
  }

  boolean isInExecute() {
    return in(EXECUTE) != null;
  }

  boolean isTaskInExecute() {
    return isInExecute() && hasTask();
  }

  private @Nullable Actor in(String place) {
    return actors.stream().filter(actor -> actor.isIn(place)).findFirst().orElse(null);
  }

  // By the owner: within the handler that runs, if one does.

  private String byOwner(Callable<String> operation) {
    Actor within = in(HANDLER);
    return (within != null ? within : another()).perform(operation);
  }

  private Actor another() {
    for (Actor actor : actors) {
      if (!actor.hasStopped()) {
        return actor;
      }
    }
    Actor actor = new Actor(thrown -> told.add("uncaught: " + thrown.getMessage()));
    actors.add(actor);
    return actor;
  }

  private String register(String name, boolean byExecutor) {
    if (byExecutor) {
      line.onReceive(handler(name), executor);
    } else {
      line.onReceive(handler(name));
    }
    return "done";
  }

  String onReceive() {
    return byOwner(() -> register("new", false));
  }

  String onReceiveBy() {
    return byOwner(() -> register("new", true));
  }

  String onReceiveNext() {
    return byOwner(
        () -> {
          sender = line.renew();
          return register("new", false);
        });
  }

  String onReceiveNextBy() {
    return byOwner(
        () -> {
          sender = line.renew();
          return register("new", true);
        });
  }

  String withdraw() {
    return byOwner(() -> String.valueOf(line.receiver().withdraw()));
  }

  String take() {
    return byOwner(
        () -> {
          line.take();
          return "value";
        });
  }

  String drop() {
    return byOwner(() -> String.valueOf(line.receiver().drop()));
  }

  String renew() {
    return byOwner(
        () -> {
          line.renew();
          return "sender";
        });
  }

  String closeReceiver() {
    return byOwner(
        () -> {
          line.receiver().close();
          return "done";
        });
  }

  // By the sender.

  String send() {
    MultiShotSender live = requireNonNull(sender);
    return another().perform(() -> String.valueOf(line.send(live, line.value())));
  }

  private void publish() {
    MultiShotSender live = requireNonNull(sender);
    unwoken = RawState.sendWithoutWaking(live, () -> line.send(live, line.value()));
  }

  String wake() {
    Waker woken = requireNonNull(unwoken);
    unwoken = null;
    return another().perform(() -> done(woken::wake));
  }

  String wakeLate() {
    return another().perform(() -> done(lateWaker::wake));
  }

  // By executors.

  String executeReturns() {
    return requireNonNull(in(EXECUTE)).goOn();
  }

  String executeThrows() {
    return requireNonNull(in(EXECUTE)).goOnThrowing(new RejectedExecutionException("refused"));
  }

  String runByDispatcher() {
    Runnable given = requireNonNull(task);
    return requireNonNull(in(EXECUTE)).perform(() -> done(given));
  }

  String runByAnother() {
    Runnable given = requireNonNull(task);
    return another().perform(() -> done(given));
  }

  String runUsed() {
    return another().perform(() -> done(usedTask));
  }

  String runRefused() {
    return another().perform(() -> done(refusedTask));
  }

  String runCastOff() {
    return another().perform(() -> done(castOffTask));
  }

  String handlerEnds() {
    return requireNonNull(in(HANDLER)).goOn();
  }

  private static String done(Runnable code) {
    code.run();
    return "done";
  }

  /** Has all go on that have stopped, and runs what is queued. All runs end. */
  @Override
  public void close() {
    for (int turns = 0; turns < 20; turns++) {
      Actor stopped = actors.stream().filter(Actor::hasStopped).findFirst().orElse(null);
      if (stopped != null) {
        stopped.goOn();
      } else if (phase().equals("QUEUED")) {
        runByAnother();
      }
    }
    String phase = phase();
    actors.forEach(Actor::end);
    if (!phase.matches("FREE|REGISTERED")) {
      throw new AssertionError("a run that does not end: " + phase);
    }
  }

  private Handler handler(String name) {
    return new Handler() {
      @Override
      public void received(@Nullable Object value) {
        note("value");
      }

      @Override
      public void failed(Throwable thrown) {
        note(
            thrown instanceof DisconnectedException
                ? "Disconnected"
                : thrown instanceof CancellationException ? "cancelled" : thrown.toString());
      }

      private void note(String outcome) {
        told.add(name + ": " + outcome);
        Actor.stop(HANDLER);
      }
    };
  }

  private final class StoppingExecutor implements Executor {
    @Override
    public void execute(Runnable given) {
      task = given;
      told.add("task");
      Actor.stop(EXECUTE);
    }
  }
}
