package io.multishot.soak;

import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Channel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The loops over the channels of one {@link Kind}.
 *
 * <p>Each kind defines this class once more, as a hidden class: so the calls here have one target
 * each, and the just-in-time compiler inlines the typed methods of that one generated channel, as
 * if the loops had been written for it alone.
 */
final class TypedLoops implements Loops {

  private final Channel channel;

  TypedLoops(Channel channel) {
    this.channel = channel;
  }

  @Override
  public void cycle(long first, int shots, Receipt receipt) {
    for (long shot = first; shot < first + shots; shot++) {
      send(channel.sender(), shot);
      receive(receipt, shot);
    }
  }

  @Override
  public void request(MultiShotSender requests, long first, int shots, Receipt receipt) {
    for (long shot = first; shot < first + shots; shot++) {
      armForPeer();
      send(requests, shot);
      receive(receipt, ~shot);
    }
  }

  @Override
  public void serve(MultiShotSender replies, long first, int shots, Receipt receipt) {
    for (long shot = first; shot < first + shots; shot++) {
      receive(receipt, shot);
      armForPeer();
      send(replies, ~shot);
    }
  }

  /** The peer learns that its sender is armed from what is sent to it next. */
  private void armForPeer() {
    MultiShotSender unused = channel.sender();
  }

  private void send(MultiShotSender sender, long shot) {
    if (!channel.sendNumber(sender, Payloads.POOLED, shot)) {
      throw new SoakFailure("a receiver that waits did not want shot " + shot);
    }
  }

  private void receive(Receipt receipt, long shot) {
    long number = receiveBy(receipt);
    long expected = channel.expected(Payloads.POOLED, shot);
    if (number != expected) {
      throw new SoakFailure(
          "for shot " + shot + " received number " + number + " instead of " + expected);
    }
  }

  private long receiveBy(Receipt receipt) {
    try {
      return switch (receipt) {
        case RECEIVE -> channel.receiveNumber();
        case RECEIVE_UNINTERRUPTIBLY -> channel.receiveNumberUninterruptibly();
        case RECEIVE_TIMED -> channel.receiveNumber(1, TimeUnit.HOURS);
        case AWAIT_AND_TAKE -> {
          requireReady(channel.receiver().await());
          yield channel.takeNumber();
        }
        case POLL_AND_TAKE -> {
          Poll found = channel.receiver().poll();
          while (found == Poll.PENDING) {
            Thread.onSpinWait();
            found = channel.receiver().poll();
          }
          requireReady(found);
          yield channel.takeNumber();
        }
      };
    } catch (InterruptedException | TimeoutException thrown) {
      throw Unchecked.rethrow(thrown);
    }
  }

  private static void requireReady(Poll found) {
    if (found != Poll.READY) {
      throw new SoakFailure("a value was sent, and the receiver found " + found);
    }
  }
}
