// kind: result-thrown-away
// shape: switch
// why: The switch is an expression: what its cases peek, look up or make is its value, and is used.

package misuse;

class PeeksInASwitchExpression {
  static long look(PriceChannel.Receiver prices, boolean keep) {
    long price =
        switch (prices.poll()) {
          case READY -> {
            if (keep) {
              yield prices.peek();
            }
            yield prices.take();
          }
          case FAILED -> throw new IllegalStateException(prices.failure());
          default -> -1;
        };
    return switch (keep ? 1 : 0) {
      case 1 -> prices.peek();
      default -> price;
    };
  }
}
