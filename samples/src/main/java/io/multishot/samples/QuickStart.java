package io.multishot.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Has a worker thread turn prices into cents, one after the other, over one channel. */
public final class QuickStart {

  private QuickStart() {}

  /** Takes the prices from the command line, if there are any. */
  public static void main(String[] args) throws InterruptedException {
    if (args.length == 1 && args[0].equals("--help")) {
      System.out.println("Usage: QuickStart [price ...]   tells prices such as 100.25 in cents");
      return;
    }
    List<String> prices = args.length > 0 ? List.of(args) : List.of("99.98", "100.25", "101");
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (QuoteChannel.Receiver quotes = QuoteChannel.open()) {
      for (String price : prices) {
        QuoteChannel.Sender sender = quotes.sender(); // armed again
        worker.execute(() -> answer(price, sender));
        System.out.println(price + " is " + quotes.receive() + " cents");
      }
    } catch (CompletionException e) {
      Throwable failure = Objects.requireNonNull(e.getCause()); // what the worker gave to fail
      System.out.println("failed: " + failure.getMessage());
    } finally {
      worker.shutdown();
    }
  }

  private static void answer(String price, QuoteChannel.Sender sender) {
    try {
      sender.send(new BigDecimal(price).movePointRight(2).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      sender.fail(new IllegalArgumentException("'" + price + "' is no price such as 100.25", e));
    }
  }
}
