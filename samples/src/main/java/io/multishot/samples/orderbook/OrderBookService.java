package io.multishot.samples.orderbook;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service with many requesters and one worker, run over MultiShot channels, MultiShot calls and
 * futures. Run it with {@code --help} to see what can be chosen.
 */
public final class OrderBookService {

  private OrderBookService() {}

  /** Runs the program and exits with its exit code. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Runs the program.
   *
   * @return the exit code: 0 if all answers were right, 1 if one was wrong, 2 if an argument or the
   *     file of orders is
   */
  static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
    Options options;
    try {
      options = Options.parse(args);
    } catch (InputException e) {
      err.println("OrderBookService: " + e.getMessage() + "\n");
      err.print(Options.HELP);
      return 2;
    }
    if (options.help()) {
      out.print(Options.HELP);
      return 0;
    }
    try {
      return run(options, out, err);
    } catch (InputException e) {
      err.println("OrderBookService: " + e.getMessage());
      return 2;
    }
  }

  private static int run(Options options, PrintStream out, PrintStream err)
      throws InputException, InterruptedException {
    Path file = options.orders();
    List<Command> orders = file == null ? OrderFile.readBundled() : OrderFile.read(file);
    Report report = new Report(out);
    report.printTask(options, orders.size());
    Map<Variant, Result> results = new Comparison(options, Script.of(orders)).run(err);
    report.printResults(results);
    return results.values().stream().allMatch(Result::isRight) ? 0 : 1;
  }
}
