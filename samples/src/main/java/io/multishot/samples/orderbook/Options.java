package io.multishot.samples.orderbook;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param requesters how many ask at the same time
 * @param requests how many requests are measured for each variant
 * @param timeoutMicros how long a requester waits before it asks again; zero is for ever
 * @param orders the file of orders, or {@code null} for the one that ships with the program
 * @param variants what to run
 * @param help whether to print {@link #HELP} and nothing else
 */
record Options(
    int requesters,
    int requests,
    int timeoutMicros,
    @Nullable Path orders,
    Set<Variant> variants,
    boolean help) {

  static final Options DEFAULTS =
      new Options(8, 600_000, 10_000, null, EnumSet.allOf(Variant.class), false);

  static final String HELP =
      """
      Usage: OrderBookService [options]

      Many requesters ask one worker, which owns their order books. The replies come
      back over MultiShot channels, over MultiShot calls and over futures, and these
      are compared.

        --requesters N      how many ask at once, 1 to 1000 (default %d)
        --requests N        requests to measure for each variant, all requesters
                            together, 1 to 1000000000 (default %d)
        --timeout-micros N  ask again after so long, at first; 0 waits for ever
                            (default %d)
        --orders FILE       CSV of orders: action,order,side,price,quantity
                            (default: the file that ships with the program)
        --variant V         channel, call, future or all (default all)
        --help              print this
      """
          .formatted(DEFAULTS.requesters, DEFAULTS.requests, DEFAULTS.timeoutMicros);

  long timeoutNanos() {
    return timeoutMicros == 0 ? ReplySlot.FOREVER : TimeUnit.MICROSECONDS.toNanos(timeoutMicros);
  }

  static Options parse(String... args) throws InputException {
    Options options = DEFAULTS;
    for (Iterator<String> rest = List.of(args).iterator(); rest.hasNext(); ) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private Options with(String name, Iterator<String> rest) throws InputException {
    return switch (name) {
      case "--help" -> new Options(requesters, requests, timeoutMicros, orders, variants, true);
      case "--requesters" -> {
        int n = number(name, rest, 1, 1_000);
        yield new Options(n, requests, timeoutMicros, orders, variants, help);
      }
      case "--requests" -> {
        int n = number(name, rest, 1, 1_000_000_000);
        yield new Options(requesters, n, timeoutMicros, orders, variants, help);
      }
      case "--timeout-micros" -> {
        int n = number(name, rest, 0, Integer.MAX_VALUE);
        yield new Options(requesters, requests, n, orders, variants, help);
      }
      case "--orders" -> {
        Path file = file(name, rest);
        yield new Options(requesters, requests, timeoutMicros, file, variants, help);
      }
      case "--variant" -> {
        Set<Variant> chosen = variants(name, rest);
        yield new Options(requesters, requests, timeoutMicros, orders, chosen, help);
      }
      default -> throw new InputException("unknown option '" + name + "'");
    };
  }

  private static int number(String name, Iterator<String> rest, int least, int most)
      throws InputException {
    String text = value(name, rest);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // reported below, as is a number out of range
    }
    throw new InputException(
        "%s '%s': give a whole number from %d to %d".formatted(name, text, least, most));
  }

  private static Path file(String name, Iterator<String> rest) throws InputException {
    String text = value(name, rest);
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new InputException(
          "%s '%s': give the name of a file (%s)".formatted(name, text, e.getReason()));
    }
  }

  private static Set<Variant> variants(String name, Iterator<String> rest) throws InputException {
    String text = value(name, rest);
    if (text.equals("all")) {
      return EnumSet.allOf(Variant.class);
    }
    return Arrays.stream(Variant.values())
        .filter(variant -> variant.label().equals(text))
        .findFirst()
        .map(EnumSet::of)
        .orElseThrow(
            () -> new InputException(name + " '" + text + "': give channel, call, future or all"));
  }

  private static String value(String name, Iterator<String> rest) throws InputException {
    if (!rest.hasNext()) {
      throw new InputException(name + " needs a value after it");
    }
    return rest.next();
  }
}
