package io.multishot.samples.orderbook;

/** What the replies come back over. */
enum Variant {
  CHANNEL("channel") {
    @Override
    ReplySlot newSlot() {
      return new ChannelSlot();
    }
  },
  FUTURE("future") {
    @Override
    ReplySlot newSlot() {
      return new FutureSlot();
    }
  };

  private final String label;

  Variant(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Makes the reply slot of one requester. */
  abstract ReplySlot newSlot();
}
