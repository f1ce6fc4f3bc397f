package io.multishot.contract;

import io.multishot.MultiShotSender;
import java.util.ArrayDeque;
import java.util.Deque;

/** Senders that are never answered, but not garbage, which checked mode would tell. */
final class Silent {

  /** More than one test arms. */
  private static final int MOST = 10_000;

  private static final Deque<MultiShotSender> KEPT = new ArrayDeque<>();

  private Silent() {}

  static synchronized <S extends MultiShotSender> S keep(S sender) {
    if (KEPT.size() == MOST) {
      KEPT.removeFirst();
    }
    KEPT.addLast(sender);
    return sender;
  }
}
