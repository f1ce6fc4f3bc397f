package io.multishot.soak;

import java.util.function.Supplier;

/** The kinds of calls. */
@SuppressWarnings("ImmutableEnumChecker") // method references that keep nothing
enum CallKind {
  PARKING(() -> new ParkingCalls(ParkingEchoCall.open())),
  BOXED(() -> new BoxedCalls(BoxedEchoCall.open()));

  private final Supplier<Calls> open;

  CallKind(Supplier<Calls> open) {
    this.open = open;
  }

  Calls open() {
    return open.get();
  }
}
