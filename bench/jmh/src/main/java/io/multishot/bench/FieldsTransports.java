package io.multishot.bench;

import io.multishot.Poll;

/** Channels of {@link Fields}, each field of which is written, read and checked. */
final class FieldsTransports {

  private FieldsTransports() {}

  static PolledTransport of(int fields) {
    return switch (fields) {
      case 1 -> new Of1();
      case 2 -> new Of2();
      case 4 -> new Of4();
      case 8 -> new Of8();
      case 16 -> new Of16();
      default -> throw new IllegalArgumentException("no channel of " + fields + " fields");
    };
  }

  /** Checks that the field which is sent so many places after the first one is its successor. */
  private static void check(long first, int place, long field) {
    if (field != first + place) {
      throw new AssertionError("field " + place + " after " + first + " was " + field);
    }
  }

  private static final class Of1 extends PolledTransport {

    private final Fields1Channel.Receiver receiver = Fields1Channel.open();
    private final Fields1Channel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fields.Of1 view = receiver.take();
      long value = view.f00();
      receiver.sender();
      return value;
    }
  }

  private static final class Of2 extends PolledTransport {

    private final Fields2Channel.Receiver receiver = Fields2Channel.open();
    private final Fields2Channel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value, value + 1);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fields.Of2 view = receiver.take();
      long value = view.f00();
      check(value, 1, view.f01());
      receiver.sender();
      return value;
    }
  }

  private static final class Of4 extends PolledTransport {

    private final Fields4Channel.Receiver receiver = Fields4Channel.open();
    private final Fields4Channel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(value, value + 1, value + 2, value + 3);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fields.Of4 view = receiver.take();
      long value = view.f00();
      check(value, 1, view.f01());
      check(value, 2, view.f02());
      check(value, 3, view.f03());
      receiver.sender();
      return value;
    }
  }

  private static final class Of8 extends PolledTransport {

    private final Fields8Channel.Receiver receiver = Fields8Channel.open();
    private final Fields8Channel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(
          value, value + 1, value + 2, value + 3, value + 4, value + 5, value + 6, value + 7);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fields.Of8 view = receiver.take();
      long value = view.f00();
      check(value, 1, view.f01());
      check(value, 2, view.f02());
      check(value, 3, view.f03());
      check(value, 4, view.f04());
      check(value, 5, view.f05());
      check(value, 6, view.f06());
      check(value, 7, view.f07());
      receiver.sender();
      return value;
    }
  }

  private static final class Of16 extends PolledTransport {

    private final Fields16Channel.Receiver receiver = Fields16Channel.open();
    private final Fields16Channel.Sender sender = receiver.sender();

    @Override
    void send(long value) {
      sender.send(
          value,
          value + 1,
          value + 2,
          value + 3,
          value + 4,
          value + 5,
          value + 6,
          value + 7,
          value + 8,
          value + 9,
          value + 10,
          value + 11,
          value + 12,
          value + 13,
          value + 14,
          value + 15);
    }

    @Override
    boolean isReady() {
      return receiver.poll() != Poll.PENDING;
    }

    @Override
    long take() {
      Fields.Of16 view = receiver.take();
      long value = view.f00();
      check(value, 1, view.f01());
      check(value, 2, view.f02());
      check(value, 3, view.f03());
      check(value, 4, view.f04());
      check(value, 5, view.f05());
      check(value, 6, view.f06());
      check(value, 7, view.f07());
      check(value, 8, view.f08());
      check(value, 9, view.f09());
      check(value, 10, view.f10());
      check(value, 11, view.f11());
      check(value, 12, view.f12());
      check(value, 13, view.f13());
      check(value, 14, view.f14());
      check(value, 15, view.f15());
      receiver.sender();
      return value;
    }
  }
}
