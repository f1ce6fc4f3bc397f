package io.multishot.faults.trial;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.faults.Breach;
import io.multishot.faults.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What must hold after an operation, whatever was thrown in it. It is found out by use: the shot is
 * ended if it is open, its outcome looked for, and further shots follow.
 */
final class Invariants {

  private final Trial trial;
  private final Setting setting;
  private final Excuse excuse;
  private final BiConsumer<Breach, String> breaches;

  /** Whether user code has failed at what would have told it. */
  interface Excuse {

    /** No method, but what undoes the rest. */
    String TIDYING = "tidying up";

    /** Of an operation in which a point has thrown. */
    static Excuse of(@Nullable Site fired) {
      return method -> fired != null && fired.called().equals(method);
    }

    /** As if all that is to tidy up had failed as well: memory does not come back at once. */
    static Excuse ofLack(@Nullable Site fired) {
      return method -> method.equals(TIDYING) || of(fired).covers(method);
    }

    boolean covers(String method);
  }

  /** It is not known whether a thread would have been woken. */
  private static final class UndecidedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Invariants(Trial trial, Excuse excuse, BiConsumer<Breach, String> breaches) {
    this.trial = trial;
    this.setting = trial.setting;
    this.excuse = excuse;
    this.breaches = breaches;
  }

  /**
   * Checks all, and closes the channel.
   *
   * @param use how the open shot is waited for, if there is one for which nothing is registered
   */
  void check(Use use) {
    try {
      trial.hear(breaches);
      setting.settle();
      checkAbandonment();
      finish(use);
      checkReplies();
      if (!isClosed()) {
        checkReuse(use);
      }
      checkClosing();
      checkReplies();
      setting.foreign.forEach(each -> breaches.accept(Breach.FOREIGN, each));
    } catch (UndecidedException undecided) {
      // so many others were decided
    } catch (Throwable unexpected) {
      breaches.accept(Breach.STRANGE, "afterwards " + describe(unexpected));
    }
  }

  /** If closing has thrown, either will do. */
  private boolean isClosed() {
    if (setting.closed == Reply.Disposal.MAYBE) {
      try {
        setting.armed(setting.channel.renew());
        return false;
      } catch (IllegalStateException closed) {
        return true;
      }
    }
    return setting.closed == Reply.Disposal.YES;
  }

  /** Before anything else: what is asked of a sender ends its shot. */
  private void checkAbandonment() {
    for (Reply each : setting.replies) {
      boolean isOpen = each.ending == Reply.Ending.OPEN || each.ending == Reply.Ending.LEFT;
      if (!isOpen || !isCurrent(each)) {
        continue;
      }
      boolean isAbandoned = each.sender.isAbandoned();
      if (each.disposal == Reply.Disposal.YES && !isAbandoned) {
        breaches.accept(Breach.ABANDONED_UNTOLD, "isAbandoned is false for " + each);
      }
      Bell bell = each.abandonBell;
      if (bell == null) {
        continue;
      }
      if (isAbandoned && bell.runs == 0 && !excuse.covers("wake")) {
        breaches.accept(Breach.ABANDONED_UNTOLD, "the waker has not run, of " + each);
      }
      if (bell.runs > 1 || (!isAbandoned && bell.runs > 0)) {
        breaches.accept(
            Breach.WOKEN_WRONGLY,
            "%d times, to be told of abandonment, %s".formatted(bell.runs, each));
      }
    }
  }

  /** Whether the sender has not been armed for another shot. */
  private boolean isCurrent(Reply each) {
    Reply last = setting.reply;
    return each == last || (last != null && each.sender != last.sender);
  }

  private void finish(Use use) throws InterruptedException {
    Reply last = setting.reply;
    Use.Registered registered = null;
    if (last != null && setting.isFree() && mustBeOpen(last)) {
      registered = register(use, last);
    }
    for (Reply each : List.copyOf(setting.replies)) {
      end(each);
    }
    if (!settleAll()) {
      registered = null;
    }
    if (registered != null && last != null && last.isOver()) {
      if (!registered.isWoken()) {
        breaches.accept(Breach.UNWOKEN, "registered afterwards: " + use);
      } else if (use.isTold() && last.told.get() == 0) {
        breaches.accept(Breach.UNTOLD, "registered afterwards: " + use);
      }
    }
    if (trial.operation.keepsRegistration()) {
      checkRegistration();
    } else if (setting.bell != null && setting.bell.runs > 1) {
      breaches.accept(Breach.WOKEN_WRONGLY, "a waker ran %d times".formatted(setting.bell.runs));
    }
    collect();
  }

  private static boolean mustBeOpen(Reply last) {
    return (last.ending == Reply.Ending.LEFT
            || (last.ending == Reply.Ending.OPEN && last.attempted == Reply.Ending.OPEN))
        && last.disposal == Reply.Disposal.NO
        && last.told.get() == 0;
  }

  private Use.@Nullable Registered register(Use use, Reply last) {
    try {
      if (use != Use.POLLING) {
        setting.receiver.withdraw();
      }
      return use.register(setting, last);
    } catch (IllegalStateException refused) {
      breaches.accept(Breach.LEFT_REGISTERED, use + ": " + refused.getMessage());
      return null;
    }
  }

  /** Ends a shot whose sender has not done so. */
  private void end(Reply each) {
    if (each.ending == Reply.Ending.LEFT) {
      setting.end(each);
      return;
    }
    if (each.ending != Reply.Ending.OPEN) {
      if (trial.wasDisposed && each == setting.acting && each.wasWanted) {
        breaches.accept(Breach.WANTED_BY_NOBODY, "true, and abandoned: " + each);
      }
      return;
    }
    Reply.Ending attempted = each.attempted;
    if (each.told.get() > 0) {
      each.ending = attempted;
      breaches.accept(Breach.THREW_THOUGH_ENDED, "and was received: " + each);
      return;
    }
    if (!isCurrent(each)) {
      return;
    }
    Reply.Disposal disposal = each.disposal;
    try {
      setting.send(each);
    } catch (IllegalStateException usedUp) {
      each.attempted = attempted;
      if (attempted != Reply.Ending.OPEN && trial.thrown() != null) {
        each.ending = attempted;
        if (disposal != Reply.Disposal.YES) {
          breaches.accept(Breach.THREW_THOUGH_ENDED, each + ": " + usedUp.getMessage());
        }
      } else if (disposal == Reply.Disposal.NO) {
        breaches.accept(Breach.SENDER_DEAD, usedUp.getMessage());
      }
      return;
    }
    if (each.ending == Reply.Ending.VALUE) {
      if (disposal == Reply.Disposal.YES) {
        breaches.accept(Breach.WANTED_BY_NOBODY, "true afterwards, and abandoned: " + each);
      } else {
        each.disposal = Reply.Disposal.NO; // what it may have done, it has not
      }
    }
  }

  /** Returns {@code false} if a thread could not wait. */
  private boolean settleAll() throws InterruptedException {
    setting.settle();
    Waiting waiting = setting.waiting;
    if (waiting == null) {
      return true;
    }
    setting.waiting = null;
    switch (waiting.join()) {
      case WOKEN -> {}
      case PARKED -> breaches.accept(Breach.PARKED, "a thread, until it was interrupted");
      case UNKNOWN -> throw new UndecidedException();
    }
    Throwable shown = waiting.thrown();
    Reply last = trial.before;
    if (shown instanceof IllegalStateException refused) {
      breaches.accept(Breach.LEFT_REGISTERED, Use.A_THREAD + ": " + refused.getMessage());
      return false;
    }
    if (shown != null && last != null && !(shown instanceof InterruptedException)) {
      Throwable cause = shown instanceof CompletionException ? shown.getCause() : null;
      setting.tellFailure(last, cause != null ? cause : shown);
    }
    return true;
  }

  /** What the situation has registered is told. */
  private void checkRegistration() {
    for (Reply each : setting.handled) {
      if (each.isOver()
          && each.disposal == Reply.Disposal.NO
          && each.told.get() == 0
          && !excuse.covers("received")) {
        breaches.accept(Breach.UNTOLD, "a handler that was registered by the last, of " + each);
      }
    }
    Reply before = trial.before;
    if (before == null || !before.isOver() || before.disposal != Reply.Disposal.NO) {
      return;
    }
    boolean isHandler = setting.listener != null;
    boolean isHandlersFault =
        isHandler
            && (excuse.covers("received")
                || excuse.covers("failed")
                || excuse.covers("execute")
                || trial.situation.refusesHandlers());
    if ((isHandler || setting.promise != null) && before.told.get() == 0 && !isHandlersFault) {
      breaches.accept(Breach.UNTOLD, (isHandler ? "a handler, of " : "a future, of ") + before);
    }
    Bell bell = setting.bell;
    if (bell != null && bell.runs != 1 && !excuse.covers("wake")) {
      breaches.accept(Breach.UNWOKEN, "a waker ran %d times, of %s".formatted(bell.runs, before));
    }
  }

  /** Takes what is there. */
  private void collect() {
    Reply last = setting.reply;
    Poll poll = setting.receiver.poll();
    switch (poll) {
      case PENDING -> setting.receiver.withdraw();
      case READY -> {
        setting.channel.take();
        setting.tell(last, setting.seen());
      }
      case FAILED -> {
        Throwable failure = setting.receiver.failure();
        if (failure != null) {
          setting.tellFailure(last, failure);
        }
        setting.receiver.drop();
      }
      case DISCONNECTED -> {
        if (setting.receiver.drop()) {
          if (last != null && last.attempted == Reply.Ending.DISCONNECT) {
            last.told.incrementAndGet();
          } else {
            breaches.accept(Breach.FOREIGN, "a disconnect, and not of " + last);
          }
        }
      }
      case UNKNOWN -> throw new AssertionError("of a slab");
    }
  }

  private void checkReplies() {
    for (Reply each : setting.replies) {
      int told = each.told.get();
      boolean isHandlersFault =
          setting.hasHandler && (excuse.covers("received") || excuse.covers("failed"));
      if (told > 1) {
        breaches.accept(Breach.TWICE, each.toString());
        each.told.set(1);
      } else if (told > 0 && each.disposal == Reply.Disposal.YES) {
        breaches.accept(Breach.FOREIGN, "shown though it was disposed of: " + each);
        each.disposal = Reply.Disposal.NO;
      } else if (told > 0 && each.ending == Reply.Ending.REFUSED) {
        breaches.accept(Breach.REFUSED, "and was shown: " + each);
        each.ending = Reply.Ending.VALUE;
      } else if (each.ending == Reply.Ending.REFUSED && each.disposal == Reply.Disposal.NO) {
        breaches.accept(Breach.REFUSED, each.toString());
        each.disposal = Reply.Disposal.MAYBE;
      } else if (told == 0
          && each.isOver()
          && each.disposal == Reply.Disposal.NO
          && !isHandlersFault) {
        breaches.accept(Breach.LOST, each.toString());
        each.disposal = Reply.Disposal.MAYBE;
      }
    }
    for (Bell each : setting.otherBells) {
      if (each.runs > 1) {
        breaches.accept(Breach.WOKEN_WRONGLY, "a waker ran %d times".formatted(each.runs));
      }
    }
    if (setting.bell != null && setting.bell.isAsked) {
      breaches.accept(Breach.ASKED, "the text of a waker");
      setting.bell.isAsked = false;
    }
  }

  private void checkReuse(Use first) {
    List<Use> uses = new ArrayList<>(List.of(Use.values()));
    Collections.rotate(uses, -uses.indexOf(first));
    for (Use use : uses) {
      if (use == Use.A_THREAD) {
        continue;
      }
      try {
        MultiShotSender sender = setting.channel.trySender();
        Reply reply = setting.armed(sender != null ? sender : setting.channel.renew());
        Use.Registered registered = use.register(setting, reply);
        completeSources();
        setting.send(reply);
        setting.settle();
        if (use.isTold() && reply.told.get() == 0) {
          breaches.accept(Breach.RECEIVER_DEAD, "a later shot is not told, " + use);
        } else if (!registered.isWoken()) {
          breaches.accept(Breach.RECEIVER_DEAD, "a later shot does not wake, " + use);
        }
        collect();
      } catch (Throwable thrown) {
        breaches.accept(Breach.RECEIVER_DEAD, "a later shot, " + use + ": " + describe(thrown));
        return;
      }
    }
  }

  /** What a shot was left to, and comes late, if the shot was ended otherwise. */
  private void completeSources() {
    for (Reply each : setting.replies) {
      if (each.source != null && !each.source.isDone()) {
        each.source.complete(setting.box(each.value));
      }
    }
  }

  private void checkClosing() {
    setting.receiver.close();
    setting.receiver.close();
    setting.settle();
    if (setting.receiver.poll() != Poll.DISCONNECTED || setting.channel.trySender() != null) {
      breaches.accept(Breach.STRANGE, "closed, and yet " + setting.receiver);
    }
    for (Promise each : setting.promises) {
      if (each.future != null && !each.future.isDone()) {
        breaches.accept(Breach.FUTURE_NEVER_DONE, "not even when the receiver is closed");
        each.future.cancel(true);
        if (!each.future.isDone()) {
          breaches.accept(Breach.FUTURE_NOT_CANCELLABLE, "cancel does nothing");
        }
      }
    }
  }

  private static String describe(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? thrown.toString() : thrown + " at " + trace[0];
  }
}
