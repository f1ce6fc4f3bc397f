package io.multishot.soak;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.fixtures.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Tasks of a fork-join pool that wait for tasks of the same pool, which come after them in its
 * queue: those that wait must not keep all of its workers.
 */
final class PoolWaits {

  /** How many tasks wait at a time, of a pool with two workers. */
  static final int SHOTS_PER_ROUND = 6;

  private static final int WORKERS = 2;

  /** What a task does. */
  private interface Task {
    void run() throws Exception;
  }

  private final Harness harness;
  private final SplittableRandom random;
  private final List<Channel> channels = new ArrayList<>();

  PoolWaits(Harness harness, List<Kind> kinds, long seed) {
    this.harness = harness;
    this.random = new SplittableRandom(seed);
    List<Kind> parking = kinds.stream().filter(Kind::parks).toList();
    for (int i = 0; i < SHOTS_PER_ROUND; i++) {
      Kind kind = Draw.any(parking.isEmpty() ? List.of(Kind.anyThatParks()) : parking, random);
      Channel channel = kind.open();
      channels.add(channel);
      harness.watch(channel.receiver());
    }
  }

  void goThrough(int rounds, BooleanSupplier isTimeUp) {
    ForkJoinPool pool = new ForkJoinPool(WORKERS);
    try {
      for (int round = 0; round < rounds && !isTimeUp.getAsBoolean(); round++) {
        goThrough(pool, (long) round * SHOTS_PER_ROUND);
      }
    } finally {
      pool.shutdownNow();
    }
    channels.forEach(channel -> channel.receiver().close());
  }

  private void goThrough(ForkJoinPool pool, long first) {
    AtomicInteger left = new AtomicInteger();
    List<MultiShotSender> senders = channels.stream().map(Channel::sender).toList();
    boolean isByGroup = random.nextInt(4) == 0;
    if (isByGroup) {
      submit(pool, left, () -> awaitAll(first));
    } else {
      for (int i = 0; i < SHOTS_PER_ROUND; i++) {
        Channel channel = channels.get(i);
        long shot = first + i;
        Wait wait = Draw.any(Wait.values(), random);
        submit(pool, left, () -> receive(channel, wait, shot));
      }
    }
    for (int i = 0; i < SHOTS_PER_ROUND; i++) {
      Channel channel = channels.get(i);
      MultiShotSender sender = senders.get(i);
      long shot = first + i;
      submit(pool, left, () -> send(channel, sender, shot));
    }
    Pause.until(harness, () -> left.get() == 0);
    harness.tally().add(Count.CROSS_THREAD, SHOTS_PER_ROUND);
    harness.tally().add(Count.SENT, SHOTS_PER_ROUND);
    harness.tally().add(Count.RECEIVED, SHOTS_PER_ROUND);
    harness.tally().add(Count.POOL_WAITS, isByGroup ? 1 : SHOTS_PER_ROUND);
    harness.progress();
  }

  private void submit(ForkJoinPool pool, AtomicInteger left, Task task) {
    left.incrementAndGet();
    pool.execute(
        () -> {
          try {
            task.run();
          } catch (Throwable failed) {
            harness.fail(failed);
          } finally {
            left.decrementAndGet();
          }
        });
  }

  private static void send(Channel channel, MultiShotSender sender, long shot) {
    if (!channel.sendNumber(sender, Payloads.POOLED, shot)) {
      throw new SoakFailure("a receiver that waits in a pool does not want its value");
    }
  }

  private static void receive(Channel channel, Wait wait, long shot) throws Exception {
    long number =
        switch (wait) {
          case RECEIVE_UNINTERRUPTIBLY -> channel.receiveNumberUninterruptibly();
          case RECEIVE_TIMED -> channel.receiveNumber(1, TimeUnit.HOURS);
          case AWAIT -> {
            Poll unused = channel.receiver().await();
            yield channel.takeNumber();
          }
          case AWAIT_TIMED -> {
            Poll unused = channel.receiver().await(1, TimeUnit.HOURS);
            yield channel.takeNumber();
          }
          default -> channel.receiveNumber();
        };
    require(channel, number, shot);
  }

  private void awaitAll(long first) throws InterruptedException {
    ReceiverGroup group =
        ReceiverGroup.of(
            channels.stream().map(Channel::receiver).toArray(MultiShotReceiver[]::new));
    if (random.nextBoolean()) {
      group.awaitAll();
    }
    for (int left = SHOTS_PER_ROUND; left > 0; left--) {
      int winner = group.awaitAny();
      Channel channel = channels.get(winner);
      require(channel, channel.takeNumber(), first + winner);
    }
  }

  private static void require(Channel channel, long number, long shot) {
    long expected = channel.expected(Payloads.POOLED, shot);
    if (number != expected) {
      throw new SoakFailure(
          "for shot " + shot + " a task received number " + number + " instead of " + expected);
    }
  }
}
