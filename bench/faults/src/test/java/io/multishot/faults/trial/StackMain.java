package io.multishot.faults.trial;

import io.multishot.Poll;
import io.multishot.faults.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What is run in virtual machines of its own. Prints what it has found: a line for each kind, and
 * an example of it in lines that are indented.
 */
public final class StackMain {

  private static final int CHANNELS_IN_RING = 3000;
  private static final long RING_STACK = 256 * 1024;

  private StackMain() {}

  /**
   * Runs one of the programs.
   *
   * @param arguments its name, and channels
   */
  public static void main(String[] arguments) throws Exception {
    List<String> channels = List.of(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "operations" -> operations(channels);
      case "first" -> firstWait();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void operations(List<String> channels) throws InterruptedException {
    TreeMap<String, Violation> kinds = new TreeMap<>();
    StackDepth depth = new StackDepth(0, each -> kinds.putIfAbsent(each.kind(), each));
    depth.exploreAll(channels);
    kinds.forEach(
        (kind, example) -> {
          System.out.println(kind);
          System.out.print(example.toString().indent(4));
        });
    System.out.println("done: " + depth);
  }

  /** The first wait of the process is near the end of a stack. */
  private static void firstWait() throws Exception {
    UnpaddedChannel.Receiver receiver = UnpaddedChannel.open();
    receiver.sender();
    receiver.poll();
    Thread thread = new Thread(null, () -> deepWait(receiver), "deep");
    thread.start();
    thread.join();
    try {
      UnpaddedChannel.Receiver other = UnpaddedChannel.open();
      other.sender();
      if (other.await(1, TimeUnit.MICROSECONDS) != Poll.PENDING) {
        throw new IllegalStateException("there is an outcome");
      }
      receiver.renew().send(1);
      receiver.receive();
    } catch (Throwable thrown) {
      System.out.println("RECEIVER_DEAD @ the end of the stack, FIRST_WAIT");
    }
    System.out.println("done: the first wait");
  }

  @SuppressWarnings("InfiniteRecursion") // until the stack ends
  private static void deepWait(UnpaddedChannel.Receiver receiver) {
    try {
      deepWait(receiver);
    } catch (StackOverflowError overflow) {
      try {
        receiver.receive(1, TimeUnit.NANOSECONDS);
      } catch (TimeoutException | InterruptedException | LinkageError enough) {
        return;
      } catch (StackOverflowError again) {
        throw overflow;
      }
    }
  }

  /**
   * Channels in a ring: the handler of each arms it again, registers itself, and sends on to the
   * next, until there is no stack left. Each goes on afterwards.
   */
  public static List<String> ring() throws InterruptedException {
    Ring ring = new Ring();
    Thread thread = new Thread(null, ring::start, "ring", RING_STACK);
    thread.setUncaughtExceptionHandler((any, thrown) -> {});
    thread.start();
    thread.join();
    List<String> found = new ArrayList<>();
    if (!ring.goesOn()) {
      found.add("RECEIVER_DEAD @ the end of the stack, RING_OF_HANDLERS");
    }
    return found;
  }

  private static final class Ring {

    private final UnpaddedChannel.Receiver[] receivers =
        new UnpaddedChannel.Receiver[CHANNELS_IN_RING];
    private final UnpaddedChannel.@Nullable Sender[] senders =
        new UnpaddedChannel.@Nullable Sender[CHANNELS_IN_RING];
    private final UnpaddedChannel.Handler[] handlers =
        new UnpaddedChannel.Handler[CHANNELS_IN_RING];
    private final long[] runs = new long[CHANNELS_IN_RING];
    private boolean passesOn = true;

    Ring() {
      for (int i = 0; i < CHANNELS_IN_RING; i++) {
        int index = i;
        receivers[i] = UnpaddedChannel.open();
        handlers[i] = value -> received(index, value);
        senders[i] = receivers[i].sender();
        receivers[i].onReceive(handlers[i]);
      }
    }

    private void received(int index, long value) {
      runs[index]++;
      UnpaddedChannel.Sender next = senders[(index + 1) % CHANNELS_IN_RING];
      senders[index] = receivers[index].sender();
      receivers[index].onReceive(handlers[index]);
      if (passesOn && next != null && value > 0) {
        next.send(value - 1);
      }
    }

    void start() {
      UnpaddedChannel.Sender first = senders[0];
      if (first != null) {
        first.send(3L * CHANNELS_IN_RING);
      }
    }

    /** Whether each is told of one shot more, and of one only. */
    boolean goesOn() {
      passesOn = false;
      boolean all = true;
      for (int i = 0; i < CHANNELS_IN_RING; i++) {
        long before = runs[i];
        try {
          receivers[i].withdraw();
          UnpaddedChannel.Sender sender = receivers[i].renew();
          receivers[i].onReceive(handlers[i]);
          all &= sender.send(0) && runs[i] == before + 1;
        } catch (IllegalStateException dead) {
          all = false;
        }
      }
      return all;
    }
  }
}
