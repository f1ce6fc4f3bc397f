package user;

/** Fails if a channel does not carry what is sent. */
public final class Main {

  private Main() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws InterruptedException {
    check(Main.class.getModule().isNamed());
    try (QuoteChannel.Receiver quotes = QuoteChannel.open()) {
      for (long price = 1; price <= 3; price++) {
        QuoteChannel.Sender sender = quotes.sender();
        long sent = price;
        new Thread(() -> sender.send(sent)).start();
        check(quotes.receive() == sent);
      }
    }
    try (FillChannel.Receiver fills = FillChannel.open()) {
      fills.sender().send(7, 0.5);
      Fill fill = fills.take();
      check(fill.orderId() == 7 && fill.price() == 0.5);
    }
    try (TradeChannel.Receiver trades = TradeChannel.open()) {
      trades.sender().send(7, "here");
      check(trades.take().equals(new Trade(7, "here")));
    }
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new AssertionError();
    }
  }
}
