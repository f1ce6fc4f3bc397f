package io.multishot.soak;

import io.multishot.DisconnectedException;
import io.multishot.ExpiredException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shot of a slab as all sides know it. */
final class SlabRequest {

  /** How a shot ended for its owner. */
  enum Ending {
    RECEIVED,
    FAILED,
    DISCONNECTED,
    EXPIRED,
    /** With all others that were open: by {@code failAll} or {@code close}. */
    SWEPT,
    /** By its owner, when there was no outcome: its sender has to be told so. */
    GIVEN_UP,
    /** Without a look: whether there was an outcome is not known. */
    GONE
  }

  final SlabEpoch epoch;
  final long id;

  /** What is sent. */
  final long number;

  final SlabPlan plan;
  final Thread owner = Thread.currentThread();

  /** What the shot fails with, if it does. */
  final Fault failure;

  /** Of the owner. */
  final List<CountedWaker> wakers = new ArrayList<>();

  /** Of the owner. */
  @Nullable Ending ending;

  /** What the sender was told, if it was: whether the shot was open. Of the worker. */
  @Nullable Boolean isWanted;

  private volatile boolean isAnswered;

  SlabRequest(SlabEpoch epoch, long id, long number, SlabPlan plan) {
    this.epoch = epoch;
    this.id = id;
    this.number = number;
    this.plan = plan;
    this.failure = new Fault("shot " + id);
  }

  void answered() {
    isAnswered = true;
  }

  boolean isAnswered() {
    return isAnswered;
  }

  void require(boolean isKept, String promise) {
    if (!isKept) {
      throw new SoakFailure("broken: " + promise + ": " + this);
    }
  }

  /** How it ended, if it was with a value. */
  Ending value(long received) {
    require(plan.answer().isValue(), "a value comes only if one was sent");
    require(received == number, "a value comes in the shot it was sent for, not " + received);
    return Ending.RECEIVED;
  }

  /** How it ended, if it was without. */
  Ending failure(Throwable seen) {
    if (seen == failure) {
      require(plan.answer().isFailure(), "a failure comes only if one was sent");
      return Ending.FAILED;
    }
    if (seen instanceof ExpiredException expired) {
      require(plan.term() > 0 && expired.id() == id, "only what has a deadline expires");
      return Ending.EXPIRED;
    }
    if (seen instanceof DisconnectedException) {
      return Ending.DISCONNECTED;
    }
    require(epoch.isSweep(seen), "a shot ends as somebody has ended it, and not with " + seen);
    return Ending.SWEPT;
  }

  /** When its worker has done all that it does: what both were told must agree. */
  void settle(Tally tally) {
    Ending found = ending;
    if (found == null) {
      throw new SoakFailure("not ended: " + this);
    }
    boolean isSent = Boolean.TRUE.equals(isWanted);
    boolean isRefused = Boolean.FALSE.equals(isWanted);
    switch (found) {
      case RECEIVED, FAILED -> require(!isRefused, "what is refused is not received");
      case DISCONNECTED ->
          require(
              plan.answer() == SlabPlan.Answer.DISCONNECT
                  ? isSent || epoch.isClosed()
                  : !isSent && epoch.isClosed(),
              "a shot is disconnected by its sender, or when the slab is closed");
      case EXPIRED, SWEPT, GIVEN_UP -> require(!isSent, "what ended otherwise is refused");
      case GONE -> {}
    }
    switch (found) {
      case RECEIVED -> {
        tally.add(Count.SENT);
        tally.add(Count.RECEIVED);
      }
      case FAILED -> tally.add(Count.FAILED);
      case DISCONNECTED -> tally.add(Count.DISCONNECTED);
      case EXPIRED -> tally.add(Count.EXPIRED);
      case SWEPT -> tally.add(Count.SWEPT);
      case GIVEN_UP, GONE -> tally.add(Count.ABANDONED);
    }
    tally.add(Count.CROSS_THREAD);
    tally.add(Count.OF_SLABS);
  }

  @Override
  public String toString() {
    return "shot %d of %s, ended %s, wanted %s, %s".formatted(id, epoch, ending, isWanted, plan);
  }
}
