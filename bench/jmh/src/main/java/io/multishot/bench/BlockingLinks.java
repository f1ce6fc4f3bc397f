package io.multishot.bench;

import io.multishot.bench.OneShot.Awaited;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;

/** Links whose two threads block, after as much spinning as each thinks fit. */
final class BlockingLinks {

  private BlockingLinks() {}

  /** No link at all: the caller answers itself. */
  static final class Alone extends Link {

    @Override
    long call(long request) {
      return reply(request);
    }

    @Override
    void answer() throws InterruptedException {
      new CountDownLatch(1).await(); // until it is interrupted
    }
  }

  /** Futures that are waited for. */
  static final class Futures<F> extends FutureLink<F> {

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
  static final class Exchanges extends Link {

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
