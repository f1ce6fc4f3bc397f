package io.multishot.bench;

import io.multishot.bench.Declarations.Echo;
import io.multishot.bench.Declarations.ParkingEcho;
import io.multishot.bench.peer.OneShot.Awaited;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;

/** Exchanges whose two threads block, after as many spins as each does by itself. */
final class BlockingExchanges {

  private BlockingExchanges() {}

  /** No exchange at all: the caller answers itself. */
  static final class Alone extends Exchange {

    @Override
    long call(long request) {
      return reply(request);
    }

    @Override
    void answer() throws InterruptedException {
      new CountDownLatch(1).await(); // until it is interrupted
    }
  }

  /** A call without a queue; as for the rest it is {@link SpinningExchanges.Call}. */
  static final class Call extends Exchange {

    private final EchoCall.Caller caller = EchoCall.open();
    private final EchoCall.Request seat = caller.request();
    private final Echo echo = this::reply;

    @Override
    long call(long request) throws InterruptedException {
      caller.askSuccessor(request);
      return caller.receive();
    }

    @Override
    void answer() throws InterruptedException {
      requireQuestion(seat.awaitRequest());
      seat.serve(echo);
    }
  }

  /** As {@link Call}, of which both sides park at once. */
  static final class ParkingCall extends Exchange {

    private final ParkingEchoCall.Caller caller = ParkingEchoCall.open();
    private final ParkingEchoCall.Request seat = caller.request();
    private final ParkingEcho echo = this::reply;

    @Override
    long call(long request) throws InterruptedException {
      caller.askSuccessor(request);
      return caller.receive();
    }

    @Override
    void answer() throws InterruptedException {
      requireQuestion(seat.awaitRequest());
      seat.serve(echo);
    }
  }

  private static void requireQuestion(boolean isThere) {
    if (!isThere) {
      throw new AssertionError("nobody has closed the caller");
    }
  }

  /** Futures that are waited for. */
  static final class Futures<F> extends FutureExchange<F> {

    private final Awaited<F> kind;

    Futures(Awaited<F> kind) {
      super(kind);
      this.kind = kind;
    }

    @Override
    long await(F future) throws InterruptedException {
      return kind.await(future);
    }
  }

  /** One exchanger, which both threads meet at twice: for the request, and for the reply. */
  static final class Exchanges extends Exchange {

    private static final Long NOTHING = 0L;

    private final Exchanger<Long> exchanger = new Exchanger<>();

    @Override
    long call(long request) throws InterruptedException {
      exchanger.exchange(request);
      return exchanger.exchange(NOTHING);
    }

    @Override
    void answer() throws InterruptedException {
      long request = exchanger.exchange(NOTHING);
      exchanger.exchange(reply(request));
    }
  }
}
