package io.multishot.samples.orderbook;

/** The sessions of all requesters, by their numbers. One thread owns them. */
final class Sessions implements Desk {

  private final Session[] sessions;

  Sessions(int count) {
    sessions = new Session[count];
    for (int i = 0; i < count; i++) {
      sessions[i] = new Session();
    }
  }

  Session at(int session) {
    return sessions[session];
  }

  @Override
  public long openDay(int session) {
    at(session).book().clear();
    return 0;
  }

  @Override
  public long add(int session, long sequence, int orderId, Side side, int price, int quantity) {
    return at(session).add(sequence, orderId, side, price, quantity);
  }

  @Override
  public long cancel(int session, long sequence, int orderId) throws UnknownOrderException {
    return at(session).cancel(sequence, orderId);
  }

  @Override
  public long bestBid(int session) {
    return at(session).book().bestBid();
  }

  @Override
  public long bestAsk(int session) {
    return at(session).book().bestAsk();
  }

  @Override
  public long volumeAt(int session, int price) {
    return at(session).book().volumeAt(price);
  }
}
