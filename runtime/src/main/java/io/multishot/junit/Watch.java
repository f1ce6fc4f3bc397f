package io.multishot.junit;

import io.multishot.Misuse;
import io.multishot.MisuseListener;
import io.multishot.MultiShots;
import io.multishot.OpenChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What happens to channels during one test. */
final class Watch implements MisuseListener {

  /** Whose doings count; {@code null} for all threads. */
  private final @Nullable Thread owner;

  private final Set<OpenChannel> armedBefore = new HashSet<>();
  private final List<Misuse> found = new CopyOnWriteArrayList<>();

  Watch(@Nullable Thread owner) {
    this.owner = owner;
  }

  void begin() {
    armedBefore.addAll(armed());
    MultiShots.addMisuseListener(this);
  }

  void end() {
    MultiShots.removeMisuseListener(this);
  }

  @Override
  public void found(Misuse misuse) {
    if (counts(misuse.thread()) && !wasLostBefore(misuse)) {
      found.add(misuse);
    }
  }

  /** Whether an earlier test has lost the sender, which the collector has found only now. */
  private boolean wasLostBefore(Misuse misuse) {
    if (misuse.kind() == Misuse.Kind.LOST_SENDER) {
      for (OpenChannel before : armedBefore) {
        if (misuse.isOf(before)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Fails the test if anything was found.
   *
   * @throws AssertionError that tells all of it
   */
  void check() {
    List<Throwable> causes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Misuse misuse : found) {
      text.append("\n  ").append(misuse);
      causes.add(misuse.exception());
    }
    for (OpenChannel channel : armed()) {
      if (!armedBefore.contains(channel) && counts(channel.armedBy())) {
        describe(channel, text);
        Throwable armed = channel.armed();
        if (armed != null) {
          causes.add(armed);
        }
      }
    }
    if (text.length() == 0) {
      return;
    }
    AssertionError failure = new AssertionError("misuse of channels:" + text);
    for (Throwable cause : causes) {
      if (failure.getCause() == null) {
        failure.initCause(cause);
      } else {
        failure.addSuppressed(cause);
      }
    }
    throw failure;
  }

  private boolean counts(@Nullable Thread thread) {
    return owner == null || owner == thread;
  }

  private static List<OpenChannel> armed() {
    List<OpenChannel> armed = new ArrayList<>();
    for (OpenChannel channel : MultiShots.open()) {
      if (channel.isArmed()) {
        armed.add(channel);
      }
    }
    return armed;
  }

  private static void describe(OpenChannel channel, StringBuilder text) {
    text.append("\n  a shot is left armed: ").append(channel);
    Throwable armed = channel.armed();
    if (armed == null) {
      text.append("; -Dio.multishot.checked=places tells where");
    } else {
      text.append(", ").append(armed.getMessage());
      StackTraceElement[] frames = armed.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, 3); i++) {
        text.append("\n      at ").append(frames[i]);
      }
    }
  }
}
