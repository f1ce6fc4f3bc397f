package io.multishot.soak;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.fixtures.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Owns several receivers, of any kinds, and waits for any of them or for all, in every way there
 * is. Some rounds leave the losers: they are renewed.
 */
final class GroupRequester {

  private final Harness harness;
  private final long seed;
  private final Queue<Request> requests;
  private final List<Kind> kinds;
  private final Channel[] channels;
  private ReceiverGroup group;
  private final Ledger ledger;

  /** What is asked in this round, by channel; {@code null} where nothing is open any more. */
  private final @Nullable Request[] open;

  private final @Nullable MultiShotSender[] armed;

  /** The channel that was closed in this wait; -1 for none. */
  private int closed = -1;

  GroupRequester(Harness harness, List<Kind> kinds, long seed, Queue<Request> requests) {
    this.harness = harness;
    this.seed = seed;
    this.requests = requests;
    this.kinds = kinds;
    this.channels = kinds.stream().map(Kind::open).toArray(Channel[]::new);
    this.group = makeGroup();
    this.open = new @Nullable Request[channels.length];
    this.armed = new @Nullable MultiShotSender[channels.length];
    this.ledger = new Ledger(harness);
    harness.watch(group);
  }

  private ReceiverGroup makeGroup() {
    MultiShotReceiver[] receivers = new MultiShotReceiver[channels.length];
    for (int i = 0; i < receivers.length; i++) {
      receivers[i] = channels[i].receiver();
    }
    return ReceiverGroup.of(receivers);
  }

  /** Goes through as many shots as there are channels, or fewer. */
  void goThrough(long round) {
    Plan plan = Plan.of(~seed, round);
    ledger.limit();
    long first = round * channels.length;
    for (int i = 0; i < channels.length; i++) {
      boolean staysIdle = (plan.choice() >> (8 + i) & 1) != 0 && armed[i] == null;
      if (!staysIdle) {
        ask(i, first + i);
      }
    }
    if ((plan.choice() & 1) != 0) {
      awaitAll(plan);
      for (int i = 0; i < channels.length; i++) {
        take(i);
      }
      return;
    }
    boolean leavesLosers = (plan.choice() & 2) != 0;
    for (int left = openCount();
        left > 0 && !(leavesLosers && left < channels.length);
        left = openCount()) {
      int winner = awaitAny(plan);
      if (winner < 0 || open[winner] == null) {
        throw new SoakFailure("awaitAny returned " + winner + " for " + group);
      }
      take(winner);
    }
    for (int i = 0; i < channels.length; i++) {
      renew(i);
    }
    if (leavesLosers) {
      return; // whose senders are armed by now
    }
    if (group.pollAny() != ReceiverGroup.IDLE) {
      throw new SoakFailure("nothing is open, and the group is not idle: " + group);
    }
  }

  void finish() {
    ledger.settleAll();
    for (int i = 0; i < channels.length; i++) {
      MultiShotSender sender = armed[i];
      if (sender != null) {
        sender.close();
      }
      channels[i].receiver().close();
    }
  }

  private void ask(int i, long shot) {
    MultiShotSender sender = armed[i] != null ? armed[i] : channels[i].sender();
    armed[i] = null;
    Plan plan = Plan.of(seed, shot).answeredInTime();
    Request request = new Request(channels[i], sender, shot, plan);
    open[i] = request;
    requests.add(request);
  }

  private void take(int i) {
    Request request = open[i];
    if (request != null) {
      over(i, request, Verdict.take(request, (request.plan.choice() & 4) != 0));
    }
  }

  private void renew(int i) {
    Request request = open[i];
    if (request != null) {
      MultiShotSender fresh = channels[i].renew();
      armed[i] = fresh;
      harness.tally().add(Count.RENEWED);
      over(i, request, fresh != request.sender ? Ending.ABANDONED : Ending.DROPPED);
    }
  }

  private int openCount() {
    return (int) Arrays.stream(open).filter(Objects::nonNull).count();
  }

  /**
   * Closes or renews a receiver whose outcome the group waits for; with another one open, so that
   * there is one to be waited for still. Its sender is answered by the end of this.
   */
  private void leaveOne(Plan plan) {
    int i = 0;
    while (open[i] == null) {
      i++;
    }
    Request request = Objects.requireNonNull(open[i]);
    if ((plan.choice() & 64) != 0) {
      MultiShotSender fresh = channels[i].renew();
      harness.tally().add(Count.RENEWED);
      fresh.close();
      channels[i].receiver().drop();
      over(i, request, fresh != request.sender ? Ending.ABANDONED : Ending.DROPPED);
    } else {
      channels[i].receiver().close();
      harness.tally().add(Count.CLOSED);
      closed = i;
      over(i, request, Ending.CLOSED);
    }
  }

  /** Has another receiver in place of one that was closed. */
  private void replaceClosed() {
    if (closed >= 0) {
      channels[closed] = kinds.get(closed).open();
      closed = -1;
      harness.unwatch(group);
      group = makeGroup();
      harness.watch(group);
    }
  }

  private void over(int i, Request request, Ending ending) {
    request.ending = ending;
    open[i] = null;
    ledger.add(request);
  }

  /** Interrupts itself before it waits, where an interrupt is planned. */
  private boolean interruptsItself(Plan plan) {
    if (plan.interrupts()) {
      harness.tally().add(Count.INTERRUPTS);
      Thread.currentThread().interrupt();
    }
    return plan.interrupts();
  }

  private int awaitAny(Plan plan) {
    harness.tally().add(Count.GROUP_WAITS);
    return switch (plan.waiting()) {
      case POLL -> {
        Pause.until(harness, () -> group.pollAny() != ReceiverGroup.PENDING);
        yield group.pollAny();
      }
      case WAKER, WAKER_THEN_RECEIVE, WAKER_WITHDRAWN -> {
        CountedWaker waker = waker(plan);
        int found = group.pollAny(waker);
        boolean isLeft = found == ReceiverGroup.PENDING && leavesOne(plan);
        if (isLeft) {
          leaveOne(plan);
        }
        if (found == ReceiverGroup.PENDING) {
          found = settle(plan, waker) ? group.pollAny() : persistAny(plan);
        } else {
          waker.settle();
        }
        if (isLeft) {
          group.withdraw();
          replaceClosed();
          found = persistAny(plan);
        }
        yield found;
      }
      default -> persistAny(plan);
    };
  }

  private boolean leavesOne(Plan plan) {
    return (plan.choice() & 32) != 0 && openCount() > 1;
  }

  private int persistAny(Plan plan) {
    boolean isInterrupted = interruptsItself(plan);
    long nanos = plan.patience();
    while (true) {
      try {
        int found = isTimed(plan) ? group.awaitAny(nanos, NANOSECONDS) : group.awaitAny();
        if (found != ReceiverGroup.PENDING) {
          return afterInterrupt(isInterrupted, found);
        }
        harness.tally().add(Count.TIMEOUTS);
        nanos = Requester.longer(nanos);
      } catch (InterruptedException e) {
        isInterrupted = caught(isInterrupted);
      }
    }
  }

  private void awaitAll(Plan plan) {
    harness.tally().add(Count.GROUP_WAITS);
    switch (plan.waiting()) {
      case POLL -> Pause.until(harness, group::pollAll);
      case WAKER, WAKER_THEN_RECEIVE, WAKER_WITHDRAWN -> {
        CountedWaker waker = waker(plan);
        if (group.pollAll(waker)) {
          waker.settle();
          break;
        }
        if (leavesOne(plan)) {
          leaveOne(plan);
        }
        if (!settle(plan, waker)) {
          persistAll(plan);
        }
        group.withdraw();
        replaceClosed();
      }
      default -> persistAll(plan);
    }
    for (Channel channel : channels) {
      if (channel.receiver().poll() == Poll.PENDING) {
        throw new SoakFailure("not all are there after a wait for all: " + group);
      }
    }
  }

  private void persistAll(Plan plan) {
    boolean isInterrupted = interruptsItself(plan);
    boolean isThere = false;
    long nanos = plan.patience();
    while (!isThere) {
      try {
        if (isTimed(plan)) {
          isThere = group.awaitAll(nanos, NANOSECONDS);
          nanos = Requester.longer(nanos);
          harness.tally().add(Count.TIMEOUTS, isThere ? 0 : 1);
        } else {
          group.awaitAll();
          isThere = true;
        }
      } catch (InterruptedException e) {
        isInterrupted = caught(isInterrupted);
      }
    }
    int unused = afterInterrupt(isInterrupted, 0);
  }

  private static boolean isTimed(Plan plan) {
    return plan.waiting() == Wait.RECEIVE_TIMED || plan.waiting() == Wait.AWAIT_TIMED;
  }

  private CountedWaker waker(Plan plan) {
    return new CountedWaker(harness, "a group's waker", Thread.currentThread(), plan.wakerThrows());
  }

  /** Waits for a registered waker to be run; or withdraws it, and returns {@code false}. */
  private boolean settle(Plan plan, CountedWaker waker) {
    if (plan.waiting() == Wait.WAKER_WITHDRAWN) {
      group.withdraw(); // the waker may be about to run: nothing is known of it
      harness.tally().add(Count.WITHDRAWN);
      return false;
    }
    while (!waker.hasRun()) {
      LockSupport.park();
      if (harness.hasFailed()) {
        throw new SoakFailure("gave up, because another thread failed");
      }
    }
    waker.expect(1, 1).settle();
    return true;
  }

  private static boolean caught(boolean isInterrupted) {
    if (!isInterrupted) {
      throw new SoakFailure("an interrupt was thrown that nobody made, or twice");
    }
    return false;
  }

  private static int afterInterrupt(boolean isPending, int found) {
    if (Thread.interrupted() != isPending) {
      throw new SoakFailure(
          isPending ? "an interrupt was lost" : "an interrupt came that nobody made");
    }
    return found;
  }
}
