package io.multishot.samples.orderbook;

/**
 * What the commands and their answers travel by. Those that are compared stand next to each other,
 * for the variants are run in this order.
 */
enum Variant {
  /** A call, there and back. */
  CALL("call") {
    @Override
    Client newClient(int session, Queues queues) {
      return new CallClient(session, queues.calls());
    }
  },
  /** A request object there, and a channel back. */
  CHANNEL("channel") {
    @Override
    Client newClient(int session, Queues queues) {
      return new SlotClient(session, queues.requests(), new ChannelSlot());
    }
  },
  /** A request object there, and a future back. */
  FUTURE("future") {
    @Override
    Client newClient(int session, Queues queues) {
      return new SlotClient(session, queues.requests(), new FutureSlot());
    }
  };

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Makes what one requester asks by. */
  abstract Client newClient(int session, Queues queues);
}
