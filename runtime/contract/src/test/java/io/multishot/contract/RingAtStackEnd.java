package io.multishot.contract;

import io.multishot.Poll;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * A program of more channels than its stack has room for: each, when it is told, sends on to the
 * next. The stack overflows somewhere, in each round a little further; afterwards each channel is
 * sent to once more, by itself.
 */
final class RingAtStackEnd {

  private static final int CHANNELS = 400;
  private static final int ROUNDS = 32;
  private static final long STACK = 200 * 1024;

  /** How one channel is told, on its sender's thread. */
  enum Link {
    HANDLER,
    DIRECT_EXECUTOR,
    WAKER,
    FUTURE,
    ON_ABANDONED
  }

  private static final class Node {
    private final UnpaddedLongChannel.Receiver receiver = UnpaddedLongChannel.open();
    private UnpaddedLongChannel.Sender sender = receiver.sender();
    private int runs;
    private boolean overflows;
  }

  private static final Executor DIRECT = Runnable::run;

  private final Link link;
  private final boolean catches;
  private final Node[] nodes = new Node[CHANNELS];
  private boolean sendsOn = true;

  private RingAtStackEnd(Link link, boolean catches) {
    this.link = link;
    this.catches = catches;
    for (int i = 0; i < CHANNELS; i++) {
      nodes[i] = new Node();
    }
    for (int i = 0; i < CHANNELS; i++) {
      register(i);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Link link = Link.valueOf(arguments[0]);
    Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> report(30));
    List<String> faults = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      try {
        new RingAtStackEnd(link, (round & 1) == 0).run(round / 2);
      } catch (AssertionError fault) {
        faults.add("round " + round + ": " + fault.getMessage());
      }
    }
    System.out.println(faults.size() + " of " + ROUNDS + " rounds failed: " + faults);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  /** As whoever writes a log, it needs a stack of its own. */
  private static void report(int frames) {
    if (frames > 0) {
      report(frames - 1);
    }
  }

  private void run(int framesBefore) throws InterruptedException {
    Thread sender = new Thread(null, () -> sendFrom(framesBefore), "sender", STACK);
    sender.start();
    sender.join(20_000);
    require(!sender.isAlive(), "the sender is over");
    require(nodes[CHANNELS - 1].runs == 0, "the stack has an end");
    sendsOn = false;
    for (int i = 0; i < CHANNELS; i++) {
      if (nodes[i].overflows) {
        assertStillOpen(i);
      }
      assertAlive(i);
    }
  }

  private void sendFrom(int framesBefore) {
    if (framesBefore > 0) {
      sendFrom(framesBefore - 1);
    } else {
      send(0);
    }
  }

  private void register(int index) {
    Node node = nodes[index];
    switch (link) {
      case HANDLER -> node.receiver.onReceive(value -> told(index));
      case DIRECT_EXECUTOR -> node.receiver.onReceive(value -> told(index), DIRECT);
      case WAKER -> node.receiver.poll(() -> told(index));
      case FUTURE -> node.receiver.toFuture().thenAccept(value -> told(index)).isDone();
      case ON_ABANDONED -> node.sender.onAbandoned(() -> told(index));
    }
  }

  private void told(int index) {
    nodes[index].runs++;
    if (sendsOn && index + 1 < CHANNELS) {
      send(index + 1);
    }
  }

  private void send(int index) {
    if (!catches) {
      sendUncaught(index);
      return;
    }
    try {
      sendUncaught(index);
    } catch (StackOverflowError end) {
      nodes[index].overflows = true;
    }
  }

  private void sendUncaught(int index) {
    if (link == Link.ON_ABANDONED) {
      nodes[index].receiver.renew();
    } else {
      nodes[index].sender.send(1);
    }
  }

  /** A send that has thrown has not sent. */
  private void assertStillOpen(int index) {
    Node node = nodes[index];
    if (link == Link.HANDLER || link == Link.DIRECT_EXECUTOR) {
      require(node.receiver.poll() == Poll.PENDING, index + ": send has thrown, and sent");
      int before = node.runs;
      require(node.sender.send(2), index + ": not sent with stack to spare");
      require(node.runs == before + 1, index + ": not handled with stack to spare");
    }
  }

  private void assertAlive(int index) {
    Node node = nodes[index];
    node.receiver.withdraw();
    node.sender = node.receiver.renew();
    int before = node.runs;
    register(index);
    if (link == Link.ON_ABANDONED) {
      node.receiver.renew();
    } else {
      require(node.sender.send(3), index + ": not sent");
    }
    require(node.runs == before + 1, index + ": told " + (node.runs - before) + " times");
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
