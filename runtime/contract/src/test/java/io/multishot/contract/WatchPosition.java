package io.multishot.contract;

import io.multishot.RawState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * What a sender has registered to have run on abandonment, in one of the situations of {@code
 * HANDLERS.md}. Whoever runs it stops inside.
 */
final class WatchPosition implements PhaseTable.Position {

  private static final String WAKER = "the waker";

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<Actor> actors = new ArrayList<>();
  private final List<Actor> waiting = new ArrayList<>();
  private final LongChannel.Receiver receiver = LongChannel.open();
  private final LongChannel.Sender sender = receiver.sender();
  private final CompletableFuture<Long> source = new CompletableFuture<>();
  private boolean isLeft;
  private boolean isSuspended;

  @Override
  public void enter(String situation) {
    String[] parts = situation.split(", ", 2);
    String detail = parts.length == 1 ? "" : parts[1];
    if (parts[0].equals("watched") || detail.startsWith("with a waker")) {
      sender.onAbandoned(this::wake);
    }
    if (parts[0].equals("leased")) {
      sendFrom();
    }
    if (parts[0].equals("running")) {
      sender.onAbandoned(this::wake);
      renew();
    }
    if (detail.endsWith("abandoned just now")) {
      RawState.abandon(sender);
      isSuspended = true;
    }
    told.clear();
  }

  private void wake() {
    told.add("the waker");
    Actor.stop(WAKER);
  }

  @Override
  public String phase() {
    return RawState.abandonWaker(sender);
  }

  @Override
  public List<String> told() {
    List<String> copy = told.stream().sorted().toList();
    told.clear();
    return copy;
  }

  boolean isLeft() {
    return isLeft;
  }

  /** Whether the receiver's owner is not inside an operation already. */
  boolean isOwned() {
    return !isSuspended && !isInWaker();
  }

  boolean isSuspended() {
    return isSuspended;
  }

  boolean isInWaker() {
    return stopped().isPresent();
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

  private String inside(Callable<String> operation) {
    return stopped().orElseThrow().perform(operation);
  }

  private Optional<Actor> stopped() {
    return actors.stream()
        .filter(actor -> !waiting.contains(actor) && actor.isIn(WAKER))
        .findFirst();
  }

  String onAbandoned() {
    return by(
        () -> {
          sender.onAbandoned(
              () -> {
                told.add("the new waker");
                Actor.stop(WAKER);
              });
          return "done";
        });
  }

  String sendFrom() {
    isLeft = true;
    return by(
        () -> {
          sender.sendFrom(source);
          return "done";
        });
  }

  String send() {
    return by(() -> String.valueOf(sender.send(1)));
  }

  String sendInside() {
    return inside(() -> String.valueOf(sender.send(1)));
  }

  String closeSender() {
    return by(
        () -> {
          sender.close();
          return "done";
        });
  }

  String completeSource() {
    return by(() -> String.valueOf(source.complete(2L)));
  }

  String renew() {
    return by(
        () -> {
          receiver.renew();
          return "sender";
        });
  }

  /** The second step of a receiver that was suspended after the first. */
  String claim() {
    isSuspended = false;
    return by(
        () -> {
          RawState.runAbandonWaker(sender);
          return "done";
        });
  }

  String goOn() {
    return stopped().orElseThrow().goOn();
  }

  @Override
  public void close() {
    letAllGoOn();
    if (isSuspended) {
      claim();
      letAllGoOn();
    }
    actors.forEach(Actor::end);
    if (phase().equals("running")) {
      throw new AssertionError("a waker that does not end");
    }
  }

  private void letAllGoOn() {
    do {
      while (isInWaker()) {
        goOn();
      }
      waiting.forEach(Actor::awaitReport); // a waker of its own may be what it comes to
      waiting.clear();
    } while (isInWaker());
  }
}
