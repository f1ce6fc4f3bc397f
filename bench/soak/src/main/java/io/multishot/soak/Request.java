package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.fixtures.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One shot as both sides know it: what was asked, what was answered, and how it ended. */
final class Request {

  final Channel channel;
  final MultiShotSender sender;
  final long shot;
  final Plan plan;
  final Thread requester = Thread.currentThread();

  /** What the shot fails with, if it does. */
  final Fault failure;

  /** Of the requester. */
  final List<CountedWaker> wakers = new ArrayList<>();

  /** Of the requester. */
  @Nullable Ending ending;

  // Of the worker, until isAnswered.

  final List<CountedWaker> abandonWakers = new ArrayList<>();

  /** What the shot was left to before the requester gave up; completed after that. */
  @Nullable CompletableFuture<Object> source;

  /** What the sender was told: whether the receiver has the outcome. Some answers tell nothing. */
  @Nullable Boolean isWanted;

  private volatile boolean isAnswered;

  Request(Channel channel, MultiShotSender sender, long shot, Plan plan) {
    this.channel = channel;
    this.sender = sender;
    this.shot = shot;
    this.plan = plan;
    this.failure = new Fault("shot " + shot);
  }

  /** The worker has done all that it does for this shot. */
  void answered() {
    isAnswered = true;
  }

  boolean isAnswered() {
    return isAnswered;
  }

  @Override
  public String toString() {
    return "shot " + shot + ", ended " + ending + ", wanted " + isWanted + ", " + plan;
  }
}
