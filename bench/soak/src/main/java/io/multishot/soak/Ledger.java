package io.multishot.soak;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The shots that are over for the requester, and may not be for the worker: it can still be inside
 * {@code send} when the next shot is armed, and shall be. When both are done, what each was told is
 * compared.
 */
final class Ledger {

  private static final int MOST_OPEN = 16;

  private final Harness harness;
  private final Deque<Request> open = new ArrayDeque<>();

  Ledger(Harness harness) {
    this.harness = harness;
  }

  /** Settles those that are answered; does not wait. */
  void add(Request request) {
    open.add(request);
    for (Iterator<Request> rest = open.iterator(); rest.hasNext(); ) {
      Request next = rest.next();
      if (next.isAnswered()) {
        rest.remove();
        settle(next);
      }
    }
  }

  /** Waits until not too many are open. Late ones are answered when others have been asked. */
  void limit() {
    for (Request request : open) {
      if (open.size() > MOST_OPEN && !request.plan.isLate()) {
        Pause.until(harness, request::isAnswered);
      }
    }
  }

  void settleAll() {
    while (!open.isEmpty()) {
      Request next = open.remove();
      Pause.until(harness, next::isAnswered);
      settle(next);
    }
  }

  private void settle(Request request) {
    Ending ending = request.ending;
    if (ending == null) {
      throw new SoakFailure("not ended: " + request);
    }
    if (request.isWanted != null) {
      Verdict.require(
          ending == Ending.CLOSED || request.isWanted == (ending != Ending.ABANDONED),
          "the sender is told whether the receiver has the outcome",
          request);
    }
    count(request, ending);
    request.wakers.forEach(CountedWaker::settle);
    for (int i = 0; i < request.abandonWakers.size(); i++) {
      boolean isReplaced = i < request.abandonWakers.size() - 1;
      request
          .abandonWakers
          .get(i)
          .expect(leastAbandonRuns(request, ending, isReplaced), mostAbandonRuns(request, ending))
          .settle();
    }
    harness.tally().add(Count.CROSS_THREAD);
    harness.progress();
  }

  /**
   * A sender that asks only after it was abandoned is told at once, each time that it asks; one
   * that has left the shot to a source asks before, and is told once.
   */
  private static int leastAbandonRuns(Request request, Ending ending, boolean isReplaced) {
    boolean isTold = request.plan.isLate() && ending == Ending.ABANDONED;
    return isTold && !(isReplaced && request.source != null) ? 1 : 0;
  }

  /** Who ends a shot while it is being abandoned may, or may not, be told before. */
  private static int mostAbandonRuns(Request request, Ending ending) {
    boolean isWanted = Boolean.TRUE.equals(request.isWanted);
    return !isWanted && (ending == Ending.ABANDONED || ending == Ending.CLOSED) ? 1 : 0;
  }

  private void count(Request request, Ending ending) {
    Tally tally = harness.tally();
    if (request.plan.isLate()) {
      tally.add(Count.LATE);
    }
    boolean isValue = request.plan.answer().isValue();
    boolean isRefused = request.isWanted != null ? !request.isWanted : ending == Ending.ABANDONED;
    if (isValue) {
      tally.add(isRefused ? Count.REFUSED : Count.SENT);
    }
    switch (ending) {
      case RECEIVED -> tally.add(Count.RECEIVED);
      case FAILED -> tally.add(Count.FAILED);
      case DISCONNECTED -> tally.add(Count.DISCONNECTED);
      case DROPPED, CLOSED -> {
        if (isValue && !isRefused) {
          tally.add(Count.DROPPED);
        }
      }
      case ABANDONED -> {} // counted as refused, if it was a value
    }
  }
}
