package user;

/** Fails if the channel does not carry the expected type. */
public final class Main {

  private Main() {}

  /** Takes the name of the boxed type. */
  public static void main(String[] args) {
    try (QuoteChannel.Receiver quotes = QuoteChannel.open()) {
      quotes.sender().send(42); // an int fits a long and a double
      Object value = quotes.take();
      if (!value.getClass().getName().equals(args[0])) {
        throw new AssertionError(value.getClass());
      }
    }
  }
}
