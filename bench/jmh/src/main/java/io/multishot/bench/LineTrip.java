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
    Link link = new SpinningLinks.Floor();
    Thread echo = Threads.PLATFORM.start(link::answerAll);
    double[] nanos = new double[STRETCHES];
    long request = link.callAll(0, TRIPS); // the other thread runs from here on
    for (int i = 0; i < STRETCHES; i++) {
      long start = System.nanoTime();
      request = link.callAll(request, TRIPS);
      nanos[i] = (double) (System.nanoTime() - start) / TRIPS;
    }
    link.stop(echo);
    Arrays.sort(nanos);
    return nanos[STRETCHES / 2];
  }
}
