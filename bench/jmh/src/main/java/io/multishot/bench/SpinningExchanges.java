package io.multishot.bench;

import io.multishot.Poll;
import io.multishot.bench.Declarations.Echo;
import io.multishot.bench.floor.PaddedLong;
import io.multishot.bench.peer.OneShot.Polled;

/** Exchanges whose two threads spin, each on a processor of its own. */
final class SpinningExchanges {

  private SpinningExchanges() {}

  /**
   * The least that two threads can do: each writes the one {@code long} that the other reads. What
   * it costs is the way of one cache line to the other processor and back.
   */
  static final class Floor extends Exchange {

    private final PaddedLong line = new PaddedLong(1);

    /** Requests are even and replies odd: each side waits until the line bears the other's kind. */
    @Override
    long call(long request) {
      line.setRelease(request << 1);
      long seen = line.getAcquire();
      while ((seen & 1) == 0) {
        spin();
        seen = line.getAcquire();
      }
      return seen >> 1;
    }

    @Override
    void answer() {
      long seen = line.getAcquire();
      while ((seen & 1) != 0) {
        spin();
        seen = line.getAcquire();
      }
      line.setRelease(reply(seen >> 1) << 1 | 1);
    }
  }

  /** A call without a queue, of which both sides are polled: one cell, there and back. */
  static final class Call extends Exchange {

    private final EchoCall.Caller caller = EchoCall.open();
    private final EchoCall.Request seat = caller.request();
    private final Echo echo = this::reply;

    @Override
    long call(long request) {
      caller.askSuccessor(request);
      while (caller.poll() == Poll.PENDING) {
        spin();
      }
      return caller.take();
    }

    @Override
    void answer() {
      while (seat.pollRequest() == Poll.PENDING) {
        spin();
      }
      seat.serve(echo);
    }
  }

  /** Futures that are polled. */
  static final class Futures<F> extends FutureExchange<F> {

    private final Polled<F> kind;

    Futures(Polled<F> kind) {
      super(kind);
      this.kind = kind;
    }

    @Override
    long await(F future) throws InterruptedException {
      Long value = kind.poll(future);
      while (value == null) {
        spin();
        value = kind.poll(future);
      }
      return value;
    }
  }
}
