package io.multishot.samples;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Has a strategy ask for prices as often as it can, of a pricing thread that serves nobody else: a
 * pair, without a queue between them. Both spin while the other is at it; each wants a processor.
 */
public final class HotPair {

  private static final int DEFAULT_QUESTIONS = 5_000_000;
  private static final long MOST_QUESTIONS = 1_000_000_000;

  private HotPair() {}

  /** Takes the number of questions from the command line, if it is there. */
  public static void main(String[] args) throws InterruptedException {
    int questions = args.length == 0 ? DEFAULT_QUESTIONS : questions(args);
    if (questions == 0) {
      System.out.println("Usage: HotPair [questions]   asks so often, 1 to " + MOST_QUESTIONS);
      return;
    }
    PricingCall.Caller caller = PricingCall.open();
    PricingCall.Request seat = caller.request();
    Thread pricing = new Thread(() -> serve(seat), "pricing");
    pricing.start();
    try (caller) { // closing it ends the pricing thread
      Pricing prices = caller.blocking(1, TimeUnit.SECONDS);
      long start = System.nanoTime();
      double sum = 0;
      for (int i = 1; i <= questions; i++) {
        sum += prices.price(i, 2);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT, "%,d questions, the answers sum up to %,.1f%n", questions, sum);
      System.out.printf(Locale.ROOT, "%,.0f round trips per second%n", questions / seconds);
    }
    pricing.join();
    System.out.println("the pricing thread has ended");
  }

  /** How many are asked for; 0 if the arguments are wrong. */
  private static int questions(String[] args) {
    try {
      int count = Integer.parseInt(args[0]);
      return args.length == 1 && count >= 1 && count <= MOST_QUESTIONS ? count : 0;
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }

  private static void serve(PricingCall.Request seat) {
    Pricing book = (instrument, quantity) -> quantity * (instrument + 0.25);
    try {
      while (seat.awaitRequest()) { // false once the caller is closed
        seat.serve(book);
      }
    } catch (InterruptedException stop) {
      seat.close(); // whoever asks is told that nobody serves any more
    }
  }
}
