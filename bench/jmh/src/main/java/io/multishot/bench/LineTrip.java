package io.multishot.bench;

import io.multishot.fixtures.Threads;
import java.util.Arrays;

/** How far apart two processors are at the moment. */
public final class LineTrip {

  private static final int STRETCHES = 15;
  private static final int TRIPS = 1000;

  private LineTrip() {}

  /**
   * The floor of {@link RoundTrip}, in nanoseconds: a cache line on its way to the other processor
   * and back. It takes a few milliseconds.
   *
   * <p>On a virtual machine it can change from one second to the next, fourfold, as the host moves
   * the processors; and it is many times as long if anything else is running.
   */
  public static double nanos() throws InterruptedException {
    Exchange exchange = new SpinningExchanges.Floor();
    Thread echo = Threads.PLATFORM.start(exchange::answerAll);
    double[] nanos = new double[STRETCHES];
    long request = exchange.callAll(0, TRIPS); // the other thread runs from here on
    for (int i = 0; i < STRETCHES; i++) {
      long start = System.nanoTime();
      request = exchange.callAll(request, TRIPS);
      nanos[i] = (double) (System.nanoTime() - start) / TRIPS;
    }
    exchange.stop(echo);
    Arrays.sort(nanos);
    return nanos[STRETCHES / 2];
  }
}
