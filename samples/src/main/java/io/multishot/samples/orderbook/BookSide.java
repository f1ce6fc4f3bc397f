package io.multishot.samples.orderbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The price levels of one side of the book, the best one last, so that most changes move little.
 * The levels behind the open ones are empty and wait to be used again.
 */
final class BookSide {

  private final Side side;
  private PriceLevel[] levels;
  private int open;

  BookSide(Side side) {
    this.side = side;
    this.levels = newLevels(new PriceLevel[0], 16);
  }

  /** The level with the best price, or {@code null} if this side is empty. */
  @Nullable PriceLevel best() {
    return open == 0 ? null : levels[open - 1];
  }

  /** The level of a price, or {@code null} if no order rests there. */
  @Nullable PriceLevel at(int price) {
    int index = find(price);
    return isAt(index, price) ? levels[index] : null;
  }

  /** The level of a price, opened if need be. */
  PriceLevel openAt(int price) {
    int index = find(price);
    if (isAt(index, price)) {
      return levels[index];
    }
    if (open == levels.length) {
      levels = newLevels(levels, 2 * open);
    }
    PriceLevel spare = levels[open];
    System.arraycopy(levels, index, levels, index + 1, open - index);
    levels[index] = spare;
    open++;
    spare.reuse(price);
    return spare;
  }

  /** Closes a level that no order rests at any more. */
  void close(PriceLevel level) {
    int index = find(level.price());
    open--;
    System.arraycopy(levels, index + 1, levels, index, open - index);
    levels[open] = level;
  }

  private boolean isAt(int index, int price) {
    return index < open && levels[index].price() == price;
  }

  /** The index of the first open level that is not worse than {@code price}. */
  private int find(int price) {
    int low = 0;
    int high = open;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (side.isBetter(price, levels[middle].price())) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private PriceLevel[] newLevels(PriceLevel[] old, int length) {
    PriceLevel[] grown = Arrays.copyOf(old, length);
    for (int i = old.length; i < length; i++) {
      grown[i] = new PriceLevel(this);
    }
    return grown;
  }
}
