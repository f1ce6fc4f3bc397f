package io.multishot.samples.orderbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the file of orders that ships with the samples: a day of one share around 100, with a
 * drifting middle, most orders near it, and about four cancels for ten orders. The seed is fixed
 * and {@link Random} is specified to the bit, so the text is always the same.
 *
 * <p>As a program it prints the file.
 */
final class OrderFileGenerator {

  private static final int LINES = 4_000;

  /** One line in so many is a cancel that comes too late. */
  private static final int LATE = 500;

  private final Random random = new Random(20_240_817);
  private final ModelBook book = new ModelBook();
  private final List<Integer> open = new ArrayList<>();
  private final List<Integer> closed = new ArrayList<>();
  private int middle = 10_000;
  private int lastId;

  public static void main(String[] args) {
    System.out.print(new OrderFileGenerator().generate());
  }

  String generate() {
    StringBuilder text = new StringBuilder(OrderFile.HEADER).append('\n');
    for (int line = 1; line <= LINES; line++) {
      text.append(line()).append('\n');
    }
    return text.toString();
  }

  private String line() {
    if (!closed.isEmpty() && random.nextInt(LATE) == 0) {
      return cancel(closed.get(random.nextInt(closed.size())));
    }
    if (open.size() > 50 && random.nextInt(10) < 4) {
      return cancelOpen();
    }
    return add();
  }

  private String add() {
    middle += random.nextInt(5) - 2;
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    int away = random.nextInt(8) * random.nextInt(8) - 2; // mostly near, sometimes across
    int price = side == Side.BUY ? middle - away : middle + away;
    int quantity = 100 * (1 + random.nextInt(4) * random.nextInt(4));
    int id = ++lastId;
    book.add(id, side, price, quantity);
    open.add(id);
    return String.format(
        Locale.ROOT,
        "add,%d,%s,%d.%02d,%d",
        id,
        side == Side.BUY ? "buy" : "sell",
        price / 100,
        price % 100,
        quantity);
  }

  /** Cancels an order that is open; those that were filled meanwhile are sorted out. */
  private String cancelOpen() {
    while (true) {
      int id = open.remove(random.nextInt(open.size()));
      closed.add(id);
      if (book.isOpen(id)) {
        try {
          book.cancel(id);
        } catch (UnknownOrderException impossible) {
          throw new AssertionError(impossible);
        }
        return cancel(id);
      }
    }
  }

  private static String cancel(int id) {
    return "cancel," + id + ",,,";
  }
}
