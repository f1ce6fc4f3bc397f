package io.multishot.samples.orderbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderBookTest {

  static Book[] books() {
    return new Book[] {new OrderBook(), new ModelBook()};
  }

  @ParameterizedTest
  @MethodSource("books")
  void emptyBook_hasNoPrices(Book book) {
    assertEquals(Book.NO_PRICE, book.bestBid());
    assertEquals(Book.NO_PRICE, book.bestAsk());
    assertEquals(0, book.volumeAt(100));
  }

  @ParameterizedTest
  @MethodSource("books")
  void add_ofOrdersThatDoNotMatch_leavesThemInTheBook(Book book) {
    assertEquals(0, book.add(1, Side.BUY, 99, 10));
    assertEquals(0, book.add(2, Side.BUY, 98, 20));
    assertEquals(0, book.add(3, Side.SELL, 101, 30));
    assertEquals(0, book.add(4, Side.BUY, 99, 5));
    assertEquals(99, book.bestBid());
    assertEquals(101, book.bestAsk());
    assertEquals(15, book.volumeAt(99));
    assertEquals(30, book.volumeAt(101));
  }

  @ParameterizedTest
  @MethodSource("books")
  void add_ofAMatchingOrder_tradesByPriceThenByArrival(Book book) throws Exception {
    book.add(1, Side.SELL, 102, 10);
    book.add(2, Side.SELL, 101, 10);
    book.add(3, Side.SELL, 101, 10);
    assertEquals(15, book.add(4, Side.BUY, 102, 15));
    assertThrows(UnknownOrderException.class, () -> book.cancel(2));
    assertEquals(5, book.cancel(3));
    assertEquals(10, book.cancel(1));
  }

  @ParameterizedTest
  @MethodSource("books")
  void add_ofAnOrderPartlyTraded_leavesTheRestInTheBook(Book book) {
    book.add(1, Side.SELL, 101, 10);
    assertEquals(10, book.add(2, Side.BUY, 105, 25));
    assertEquals(105, book.bestBid());
    assertEquals(Book.NO_PRICE, book.bestAsk());
    assertEquals(15, book.volumeAt(105));
  }

  @ParameterizedTest
  @MethodSource("books")
  void cancel_removesTheOrderOnce(Book book) throws Exception {
    book.add(1, Side.BUY, 99, 10);
    assertEquals(10, book.cancel(1));
    assertEquals(Book.NO_PRICE, book.bestBid());
    var refusal = assertThrows(UnknownOrderException.class, () -> book.cancel(1));
    assertEquals(1, refusal.orderId());
    assertEquals("no open order 1", refusal.getMessage());
  }

  @ParameterizedTest
  @MethodSource("books")
  void add_withTheIdOfAnOpenOrder_isRefused(Book book) {
    book.add(1, Side.BUY, 99, 10);
    assertThrows(IllegalArgumentException.class, () -> book.add(1, Side.SELL, 101, 10));
  }

  @ParameterizedTest
  @MethodSource("books")
  void clear_removesAllOrders(Book book) {
    book.add(1, Side.BUY, 99, 10);
    book.add(2, Side.SELL, 101, 10);
    book.clear();
    assertEquals(Book.NO_PRICE, book.bestBid());
    assertEquals(Book.NO_PRICE, book.bestAsk());
    assertEquals(0, book.add(1, Side.SELL, 50, 10));
  }

  @Test
  void orderBook_withRandomCommands_agreesWithTheModel() {
    Random random = new Random(42);
    OrderBook book = new OrderBook();
    ModelBook model = new ModelBook();
    for (int i = 1; i <= 20_000; i++) {
      Command command = randomCommand(random, i);
      assertEquals(answer(model, command), answer(book, command), () -> command.toString());
    }
  }

  private static Command randomCommand(Random random, int newId) {
    int price = 1 + random.nextInt(60);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        Side side = random.nextInt(60) < price ? Side.SELL : Side.BUY;
        yield Command.add(newId, side, price, 1 + random.nextInt(9));
      }
      case 3, 4 -> Command.cancel(1 + random.nextInt(newId));
      case 5 -> Command.bestBid();
      case 6 -> Command.bestAsk();
      default -> random.nextInt(500) == 0 ? Command.openDay() : Command.volumeAt(price);
    };
  }

  private static String answer(Book book, Command command) {
    try {
      return Long.toString(book.execute(command));
    } catch (UnknownOrderException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
