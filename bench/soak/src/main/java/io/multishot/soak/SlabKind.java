package io.multishot.soak;

import java.util.function.IntFunction;

/** The kinds of slabs. */
@SuppressWarnings("ImmutableEnumChecker") // method references that keep nothing
enum SlabKind {
  LONG(capacity -> new LongReplies(LongSlab.open(capacity))),
  SHORT_NAMES(capacity -> new ShortNamesReplies(ShortNamesSlab.open(capacity))),
  ORDER(capacity -> new OrderReplies(OrderSlab.open(capacity)));

  private final IntFunction<Replies> open;

  SlabKind(IntFunction<Replies> open) {
    this.open = open;
  }

  Replies open(int capacity) {
    return open.apply(capacity);
  }
}
