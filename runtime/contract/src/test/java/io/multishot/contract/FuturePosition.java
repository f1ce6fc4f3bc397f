package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.UnpaddedSender;
import io.multishot.Waker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A future in one of the situations of {@code HANDLERS.md}. Its channel lets the test stop whoever
 * has claimed the future, before and after it is settled.
 */
final class FuturePosition implements PhaseTable.Position {

  private static final String CLAIM = "the claim";
  private static final String MAKING = "the making of the value";

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<Actor> actors = new ArrayList<>();
  private final List<Actor> waiting = new ArrayList<>();
  private final Receiver receiver = new Receiver();
  private final Cell sender = receiver.open();
  private final CompletableFuture<String> future = receiver.toFuture();

  /** Where whoever comes there stops. */
  private String stops = "";

  private @Nullable Waker unwoken;

  FuturePosition() {
    CompletableFuture<?> unused =
        future.whenComplete((value, thrown) -> told.add("future: " + describe(value, thrown)));
  }

  private static String describe(@Nullable String value, @Nullable Throwable thrown) {
    return thrown == null
        ? String.valueOf(value)
        : thrown instanceof CancellationException
            ? "cancelled"
            : String.valueOf(thrown.getMessage());
  }

  @Override
  public void enter(String situation) {
    switch (situation) {
      case "PENDING" -> {}
      case "PENDING, not woken" -> unwoken = RawState.sendWithoutWaking(sender, sender::send);
      case "CLAIMED, to deliver" -> {
        stops = CLAIM;
        send();
      }
      case "CLAIMED, to abandon" -> {
        stops = CLAIM;
        cancel();
      }
      case "SETTLED, making the value" -> {
        stops = MAKING;
        send();
      }
      case "SETTLED, with the value" -> send();
      case "SETTLED, cancelled" -> cancel();
      default -> throw new AssertionError("no way is known to " + situation);
    }
    stops = "";
    told.clear();
  }

  @Override
  public String phase() {
    return RawState.progress(future);
  }

  @Override
  public List<String> told() {
    List<String> copy = told.stream().sorted().toList();
    told.clear();
    return copy;
  }

  boolean isLive() {
    return RawState.isLive(sender);
  }

  boolean isUnwoken() {
    return unwoken != null;
  }

  boolean isStopped() {
    return actors.stream().anyMatch(Actor::hasStopped);
  }

  private String by(Callable<String> operation) {
    Actor actor = new Actor(thrown -> told.add("uncaught: " + thrown));
    actors.add(actor);
    String result = actor.perform(operation);
    if (result.equals(Actor.WAITS)) {
      waiting.add(actor);
    }
    return result;
  }

  String send() {
    return by(() -> String.valueOf(sender.send()));
  }

  String wake() {
    Waker woken = requireNonNull(unwoken);
    unwoken = null;
    return by(
        () -> {
          woken.wake();
          return "done";
        });
  }

  String complete() {
    return by(() -> String.valueOf(future.complete("another")));
  }

  String completeExceptionally() {
    return by(() -> String.valueOf(future.completeExceptionally(new Exception("a failure"))));
  }

  String cancel() {
    return by(() -> String.valueOf(future.cancel(true)));
  }

  String obtrude() {
    return by(
        () -> {
          future.obtrudeValue("obtruded");
          return "done";
        });
  }

  String withdraw() {
    return by(() -> String.valueOf(receiver.withdraw()));
  }

  String renew() {
    return by(
        () -> {
          receiver.renew();
          return "sender";
        });
  }

  String closeReceiver() {
    return by(
        () -> {
          receiver.close();
          return "done";
        });
  }

  String goOn() {
    return actors.stream().filter(Actor::hasStopped).findFirst().orElseThrow().goOn();
  }

  /** Has all go on; whoever waited has waited for nothing else. */
  @Override
  public void close() {
    while (isStopped()) {
      goOn();
    }
    waiting.forEach(Actor::awaitReport);
    actors.forEach(Actor::end);
    if (unwoken != null) {
      wake();
    }
    if (!future.isDone()) {
      receiver.close();
    }
    if (!future.isDone()) {
      throw new AssertionError("it is never completed: " + phase());
    }
  }

  /** Carries a word that is always the same. */
  private static final class Cell extends UnpaddedSender {
    boolean send() {
      return begin() && publish();
    }

    @Override
    protected boolean sendResult(@Nullable Object result) {
      throw new AssertionError("no future was given");
    }
  }

  private final class Receiver extends MultiShotReceiver {
    private Cell cell = new Cell();

    Cell open() {
      arm(cell);
      return cell;
    }

    CompletableFuture<String> toFuture() {
      return outcomeFuture();
    }

    void renew() {
      abandonSender();
      arm(cell);
    }

    @Override
    protected MultiShotSender cell() {
      return cell;
    }

    @Override
    protected MultiShotSender newCell() {
      return new Cell();
    }

    @Override
    protected void install(MultiShotSender newCell) {
      stopIn(CLAIM);
      cell = (Cell) newCell;
    }

    @Override
    protected void deliverValue(MultiShotHandler handler, boolean asView) {
      throw new AssertionError("there is no handler");
    }

    @Override
    protected Object valueFor(CompletableFuture<?> claimed) {
      stopIn(CLAIM);
      taken(claimed);
      stopIn(MAKING);
      return "the value";
    }

    private void stopIn(String place) {
      if (stops.equals(place)) {
        Actor.stop(place);
      }
    }
  }
}
