package io.multishot.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;

/** Two receivers that are waited for together. */
final class GroupScenarios {

  private GroupScenarios() {}

  /** The waker runs for the first; the loser finds nobody to wake. */
  static Scenario pollsForAny() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender first = pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> first.send(1));
      Opponent other = Opponent.starts(() -> second.send(2));
      boolean isRegistered = pair.group.pollAny(waker) == ReceiverGroup.PENDING;
      opponent.finish();
      other.finish();
      assertEquals(isRegistered ? 1 : 0, waker.runs());
      assertEquals(1, pair.left.take());
      assertEquals(2, pair.right.take());
    };
  }

  /** The loser of one wait is late, and comes in the next. */
  static Scenario pollsAgainWhileTheLoserSends() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender winner = pair.left.sender();
      Channel.Sender loser = pair.right.sender();
      Count first = new Count();
      Count second = new Count();
      Opponent opponent = Opponent.starts(() -> loser.send(2));
      boolean isRegistered = pair.group.pollAny(first) == ReceiverGroup.PENDING;
      assertTrue(winner.send(1));
      assertEquals(1, pair.left.take());
      pair.left.sender();
      boolean isRegisteredAgain = pair.group.pollAny(second) == ReceiverGroup.PENDING;
      opponent.finish();
      assertEquals(isRegistered ? 1 : 0, first.runs());
      assertEquals(isRegisteredAgain ? 1 : 0, second.runs());
      assertEquals(2, pair.right.take());
    };
  }

  /** The sender of one wait is still about to wake the group when the next wait is on. */
  static Scenario recyclesInsideSend() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender sender = pair.left.sender();
      Count first = new Count();
      Count second = new Count();
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      boolean isRegistered = pair.group.pollAny(first) == ReceiverGroup.PENDING;
      if (pair.left.poll() == Poll.PENDING) {
        opponent.finish();
      }
      assertEquals(1, pair.left.take());
      Channel.Sender again = pair.left.sender();
      assertEquals(ReceiverGroup.PENDING, pair.group.pollAny(second));
      assertEquals(0, second.runs());
      assertTrue(again.send(2));
      assertEquals(1, second.runs());
      opponent.finish();
      assertTrue(first.runs() <= (isRegistered ? 1 : 0));
      assertEquals(1, second.runs());
    };
  }

  static Scenario pollsForAll() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender first = pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Count waker = new Count();
      Opponent opponent = Opponent.starts(() -> first.send(1));
      Opponent other = Opponent.starts(() -> second.close());
      boolean isRegistered = !pair.group.pollAll(waker);
      opponent.finish();
      other.finish();
      assertEquals(isRegistered ? 1 : 0, waker.runs());
      assertEquals(1, pair.left.take());
      assertEquals(Poll.DISCONNECTED, pair.right.poll());
    };
  }

  static Scenario withdrawsWhileSending() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender sender = pair.left.sender();
      pair.right.sender();
      Count first = new Count();
      Count second = new Count();
      assertEquals(ReceiverGroup.PENDING, pair.group.pollAny(first));
      Opponent opponent = Opponent.starts(() -> sender.send(1));
      pair.group.withdraw();
      boolean isRegistered = pair.group.pollAny(second) == ReceiverGroup.PENDING;
      opponent.finish();
      assertTrue(first.runs() <= 1);
      assertEquals(isRegistered ? 1 : 0, second.runs());
      assertEquals(1, pair.left.take());
    };
  }

  /** Its owner gives one of the two up, while the other sends: run once. */
  static Scenario closesOneWhilePollingForAny() {
    return subject -> {
      Pair pair = new Pair(subject);
      pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Count waker = new Count();
      assertEquals(ReceiverGroup.PENDING, pair.group.pollAny(waker));
      Opponent opponent = Opponent.starts(() -> second.send(2));
      pair.left.close();
      opponent.finish();
      assertEquals(1, waker.runs());
      assertEquals(1, pair.group.pollAny(waker));
      assertEquals(2, pair.right.take());
      assertEquals(ReceiverGroup.IDLE, pair.group.pollAny(waker));
      assertEquals(1, waker.runs());
    };
  }

  /** Run when the one has been given up, and the other has sent. */
  static Scenario renewsOneWhilePollingForAll() {
    return subject -> {
      Pair pair = new Pair(subject);
      pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Count waker = new Count();
      assertFalse(pair.group.pollAll(waker));
      Opponent opponent = Opponent.starts(() -> second.send(2));
      Channel.Sender fresh = pair.left.renew();
      opponent.finish();
      assertEquals(1, waker.runs());
      assertFalse(pair.group.pollAll(waker));
      assertTrue(fresh.send(1));
      assertEquals(2, waker.runs());
      assertEquals(1, pair.left.take());
      assertEquals(2, pair.right.take());
    };
  }

  /** The sender of the shot that was given up is late, and the next wait is on. */
  static Scenario renewsOneWhileItSends() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender stale = pair.left.sender();
      pair.right.sender();
      Count first = new Count();
      Count second = new Count();
      assertEquals(ReceiverGroup.PENDING, pair.group.pollAny(first));
      Opponent opponent = Opponent.starts(() -> stale.send(1));
      Channel.Sender fresh = pair.left.renew();
      boolean isRegistered = pair.group.pollAny(second) == ReceiverGroup.PENDING;
      assertTrue(isRegistered);
      assertEquals(0, second.runs());
      opponent.finish();
      assertEquals(1, first.runs());
      assertTrue(fresh.send(3));
      assertEquals(1, second.runs());
      assertEquals(3, pair.left.take());
    };
  }

  static Scenario waitsForAnyTwice() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender first = pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Opponent opponent = Opponent.starts(() -> first.send(1));
      Opponent other = Opponent.starts(() -> second.send(2));
      long sum = pair.take(pair.group.awaitAny());
      sum += pair.take(pair.group.awaitAny());
      assertEquals(3, sum);
      assertEquals(ReceiverGroup.IDLE, pair.group.awaitAny());
      opponent.finish();
      other.finish();
    };
  }

  static Scenario waitsForAll() {
    return subject -> {
      Pair pair = new Pair(subject);
      Channel.Sender first = pair.left.sender();
      Channel.Sender second = pair.right.sender();
      Opponent opponent = Opponent.starts(() -> first.send(1));
      Opponent other = Opponent.starts(() -> second.send(2));
      pair.group.awaitAll();
      assertEquals(1, pair.left.take());
      assertEquals(2, pair.right.take());
      opponent.finish();
      other.finish();
    };
  }

  private static final class Pair {

    final Channel left;
    final Channel right;
    final Group group;

    Pair(Subject subject) {
      left = subject.open();
      right = subject.open();
      group = subject.group(left, right);
    }

    long take(int index) {
      return (index == 0 ? left : right).take();
    }
  }
}
