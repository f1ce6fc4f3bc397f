package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.Shot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the owners of a channel hold: the sender, a shot of it, a sender given up, a shot that is
 * over, what senders were left to, a future and a view.
 */
abstract class HeldShots extends Witness {

  /** Stands for the waker of the sender that was armed last. */
  Object watch = new Object();

  @Nullable MultiShotSender own;
  @Nullable Shot ownShot;
  @Nullable MultiShotSender abandoned;
  @Nullable Shot abandonedShot;
  @Nullable Shot overShot;

  /** What the sender was left to that was armed last, until that is over. */
  @Nullable CompletableFuture<@Nullable Object> source;

  /** What senders were left to whose shots are over. */
  final List<CompletableFuture<@Nullable Object>> lateSources = new ArrayList<>();

  /** The shots that {@code sendFrom} was called of: they say so for good. */
  final Set<Shot> leftShots = new HashSet<>();

  @Nullable CompletableFuture<?> future;
  @Nullable Supplier<Object> view;
  @Nullable MultiShotSender viewed;

  boolean isLeftByShot;
  boolean watchesAlways;
  boolean isWatched;
  Hand hand = Hand.OWN;

  HeldShots(Subject subject) {
    super(subject);
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

  String armed(MultiShotSender sender) {
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

  void giveUp() {
    partWithSource();
    abandoned = own;
    abandonedShot = ownShot;
    own = null;
    ownShot = null;
  }

  /** The shot is over, and its source, if it has one, too late. */
  void partWithSource() {
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

  MultiShotSender sender() {
    return requireNonNull(hand == Hand.OWN ? own : abandoned);
  }

  Shot heldShot() {
    return requireNonNull(shotOf(hand));
  }

  @Nullable Shot shotOf(Hand which) {
    return switch (which) {
      case OWN -> ownShot;
      case ABANDONED -> abandonedShot;
      case OVER -> overShot;
    };
  }

  void leave(CompletableFuture<@Nullable Object> pending, boolean byShot) {
    if (hand == Hand.OWN) {
      source = pending;
      isLeftByShot = byShot;
    } else {
      lateSources.add(pending);
    }
  }

  CompletableFuture<@Nullable Object> takeSource() {
    CompletableFuture<@Nullable Object> taken = requireNonNull(source);
    source = null;
    return taken;
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
}
