package io.multishot.contract;

import static java.util.Objects.requireNonNull;

import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.contract.Declarations.Fill;
import io.multishot.contract.Declarations.KeptFill;
import io.multishot.contract.Declarations.KeptReply;
import io.multishot.contract.Declarations.Reply;
import io.multishot.contract.Declarations.Tick;
import io.multishot.contract.Declarations.Trade;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of channels that the suite runs against. */
final class Subjects {

  /** Which kinds to run against, as a pattern; all, but for mutation testing. */
  private static final String KINDS = System.getProperty("io.multishot.contract.kinds", ".*");

  private Subjects() {}

  /** For {@code @MethodSource}. */
  static Stream<Subject<?, ?>> all() {
    return everyKind().filter(subject -> subject.name().matches(KINDS));
  }

  private static Stream<Subject<?, ?>> everyKind() {
    return Stream.of(
        booleans(),
        bytes(),
        shorts(),
        chars(),
        ints(),
        longs(),
        floats(),
        doubles(),
        objects(),
        unpaddedLongs(),
        unpaddedObjects(),
        parkingLongs(),
        fills(),
        trades(),
        tradeViews(),
        unpaddedTicks(),
        replies());
  }

  /** One of each way to wait. */
  static Stream<Subject<?, ?>> waitPolicies() {
    return Stream.of(longs(), parkingLongs(), busyLongs());
  }

  /** What a view shows, to be compared after it is outdated; anything else as it is. */
  static @Nullable Object keepAny(@Nullable Object value) {
    if (value instanceof Fill fill) {
      return keep(fill);
    }
    if (value instanceof TradeChannel.View view) {
      return keep(view);
    }
    return value instanceof Reply<?> reply ? keep(reply) : value;
  }

  /** Fails if a cycle did not come out as it should; a check that the compiler cannot remove. */
  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("a value was lost or changed");
    }
  }

  private static Subject<BooleanChannel.Receiver, BooleanChannel.Sender> booleans() {
    return new Subject<>(
        "boolean",
        BooleanChannel::open,
        BooleanChannel.Receiver::sender,
        BooleanChannel.Receiver::trySender,
        BooleanChannel.Receiver::renew,
        (sender, value) -> sender.send((boolean) requireNonNull(value)),
        BooleanChannel.Sender::shot,
        (shot, value) -> ((BooleanChannel.Shot) shot).send((boolean) requireNonNull(value)),
        BooleanChannel.Receiver::peek,
        BooleanChannel.Receiver::take,
        BooleanChannel.Receiver::receive,
        BooleanChannel.Receiver::receiveUninterruptibly,
        BooleanChannel.Receiver::receive,
        new Handling<>(
            BooleanChannel.Handler.class,
            BooleanChannel.Receiver::onReceive,
            BooleanChannel.Receiver::onReceive),
        BooleanChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Boolean) value)),
        (shot, source) ->
            ((BooleanChannel.Shot) shot).sendFrom(source.thenApply(value -> (Boolean) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send((i & 1) == 0));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == ((i & 1) == 0));
          }
        },
        i -> (i & 1) == 0,
        List.of(true, false));
  }

  private static Subject<ByteChannel.Receiver, ByteChannel.Sender> bytes() {
    return new Subject<>(
        "byte",
        ByteChannel::open,
        ByteChannel.Receiver::sender,
        ByteChannel.Receiver::trySender,
        ByteChannel.Receiver::renew,
        (sender, value) -> sender.send((byte) requireNonNull(value)),
        ByteChannel.Sender::shot,
        (shot, value) -> ((ByteChannel.Shot) shot).send((byte) requireNonNull(value)),
        ByteChannel.Receiver::peek,
        ByteChannel.Receiver::take,
        ByteChannel.Receiver::receive,
        ByteChannel.Receiver::receiveUninterruptibly,
        ByteChannel.Receiver::receive,
        new Handling<>(
            ByteChannel.Handler.class,
            ByteChannel.Receiver::onReceive,
            ByteChannel.Receiver::onReceive),
        ByteChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Byte) value)),
        (shot, source) ->
            ((ByteChannel.Shot) shot).sendFrom(source.thenApply(value -> (Byte) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send((byte) i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == (byte) i);
          }
        },
        i -> (byte) i,
        List.of((byte) 1, (byte) 0, (byte) -1, Byte.MIN_VALUE, Byte.MAX_VALUE));
  }

  private static Subject<ShortChannel.Receiver, ShortChannel.Sender> shorts() {
    return new Subject<>(
        "short",
        ShortChannel::open,
        ShortChannel.Receiver::sender,
        ShortChannel.Receiver::trySender,
        ShortChannel.Receiver::renew,
        (sender, value) -> sender.send((short) requireNonNull(value)),
        ShortChannel.Sender::shot,
        (shot, value) -> ((ShortChannel.Shot) shot).send((short) requireNonNull(value)),
        ShortChannel.Receiver::peek,
        ShortChannel.Receiver::take,
        ShortChannel.Receiver::receive,
        ShortChannel.Receiver::receiveUninterruptibly,
        ShortChannel.Receiver::receive,
        new Handling<>(
            ShortChannel.Handler.class,
            ShortChannel.Receiver::onReceive,
            ShortChannel.Receiver::onReceive),
        ShortChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Short) value)),
        (shot, source) ->
            ((ShortChannel.Shot) shot).sendFrom(source.thenApply(value -> (Short) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send((short) i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == (short) i);
          }
        },
        i -> (short) i,
        List.of(
            (short) 1, (short) 0, (short) -1, (short) 0x1234, Short.MIN_VALUE, Short.MAX_VALUE));
  }

  private static Subject<CharChannel.Receiver, CharChannel.Sender> chars() {
    return new Subject<>(
        "char",
        CharChannel::open,
        CharChannel.Receiver::sender,
        CharChannel.Receiver::trySender,
        CharChannel.Receiver::renew,
        (sender, value) -> sender.send((char) requireNonNull(value)),
        CharChannel.Sender::shot,
        (shot, value) -> ((CharChannel.Shot) shot).send((char) requireNonNull(value)),
        CharChannel.Receiver::peek,
        CharChannel.Receiver::take,
        CharChannel.Receiver::receive,
        CharChannel.Receiver::receiveUninterruptibly,
        CharChannel.Receiver::receive,
        new Handling<>(
            CharChannel.Handler.class,
            CharChannel.Receiver::onReceive,
            CharChannel.Receiver::onReceive),
        CharChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Character) value)),
        (shot, source) ->
            ((CharChannel.Shot) shot).sendFrom(source.thenApply(value -> (Character) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send((char) i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == (char) i);
          }
        },
        i -> (char) i,
        List.of('a', '\0', '\uffff', '\ud800'));
  }

  private static Subject<IntChannel.Receiver, IntChannel.Sender> ints() {
    return new Subject<>(
        "int",
        IntChannel::open,
        IntChannel.Receiver::sender,
        IntChannel.Receiver::trySender,
        IntChannel.Receiver::renew,
        (sender, value) -> sender.send((int) requireNonNull(value)),
        IntChannel.Sender::shot,
        (shot, value) -> ((IntChannel.Shot) shot).send((int) requireNonNull(value)),
        IntChannel.Receiver::peek,
        IntChannel.Receiver::take,
        IntChannel.Receiver::receive,
        IntChannel.Receiver::receiveUninterruptibly,
        IntChannel.Receiver::receive,
        new Handling<>(
            IntChannel.Handler.class,
            IntChannel.Receiver::onReceive,
            IntChannel.Receiver::onReceive),
        IntChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Integer) value)),
        (shot, source) ->
            ((IntChannel.Shot) shot).sendFrom(source.thenApply(value -> (Integer) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x9e3779b9,
        List.of(1, 0, -1, 0x12345678, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  private static Subject<LongChannel.Receiver, LongChannel.Sender> longs() {
    return new Subject<>(
        "long",
        LongChannel::open,
        LongChannel.Receiver::sender,
        LongChannel.Receiver::trySender,
        LongChannel.Receiver::renew,
        (sender, value) -> sender.send((long) requireNonNull(value)),
        LongChannel.Sender::shot,
        (shot, value) -> ((LongChannel.Shot) shot).send((long) requireNonNull(value)),
        LongChannel.Receiver::peek,
        LongChannel.Receiver::take,
        LongChannel.Receiver::receive,
        LongChannel.Receiver::receiveUninterruptibly,
        LongChannel.Receiver::receive,
        new Handling<>(
            LongChannel.Handler.class,
            LongChannel.Receiver::onReceive,
            LongChannel.Receiver::onReceive),
        LongChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Long) value)),
        (shot, source) ->
            ((LongChannel.Shot) shot).sendFrom(source.thenApply(value -> (Long) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x9e3779b97f4a7c15L,
        List.of(1L, 0L, -1L, 0x123456789abcdef0L, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Subject<FloatChannel.Receiver, FloatChannel.Sender> floats() {
    return new Subject<>(
        "float",
        FloatChannel::open,
        FloatChannel.Receiver::sender,
        FloatChannel.Receiver::trySender,
        FloatChannel.Receiver::renew,
        (sender, value) -> sender.send((float) requireNonNull(value)),
        FloatChannel.Sender::shot,
        (shot, value) -> ((FloatChannel.Shot) shot).send((float) requireNonNull(value)),
        FloatChannel.Receiver::peek,
        FloatChannel.Receiver::take,
        FloatChannel.Receiver::receive,
        FloatChannel.Receiver::receiveUninterruptibly,
        FloatChannel.Receiver::receive,
        new Handling<>(
            FloatChannel.Handler.class,
            FloatChannel.Receiver::onReceive,
            FloatChannel.Receiver::onReceive),
        FloatChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Float) value)),
        (shot, source) ->
            ((FloatChannel.Shot) shot).sendFrom(source.thenApply(value -> (Float) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> (float) i,
        List.of(
            1f,
            0f,
            -0f,
            Float.MIN_VALUE,
            Float.MAX_VALUE,
            Float.NEGATIVE_INFINITY,
            Float.NaN,
            Float.intBitsToFloat(0x7fc12345),
            Float.intBitsToFloat(0xffc00001)));
  }

  private static Subject<DoubleChannel.Receiver, DoubleChannel.Sender> doubles() {
    return new Subject<>(
        "double",
        DoubleChannel::open,
        DoubleChannel.Receiver::sender,
        DoubleChannel.Receiver::trySender,
        DoubleChannel.Receiver::renew,
        (sender, value) -> sender.send((double) requireNonNull(value)),
        DoubleChannel.Sender::shot,
        (shot, value) -> ((DoubleChannel.Shot) shot).send((double) requireNonNull(value)),
        DoubleChannel.Receiver::peek,
        DoubleChannel.Receiver::take,
        DoubleChannel.Receiver::receive,
        DoubleChannel.Receiver::receiveUninterruptibly,
        DoubleChannel.Receiver::receive,
        new Handling<>(
            DoubleChannel.Handler.class,
            DoubleChannel.Receiver::onReceive,
            DoubleChannel.Receiver::onReceive),
        DoubleChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Double) value)),
        (shot, source) ->
            ((DoubleChannel.Shot) shot).sendFrom(source.thenApply(value -> (Double) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x1.3c6ef372fe94fp0,
        List.of(
            1d,
            0d,
            -0d,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NEGATIVE_INFINITY,
            Double.NaN,
            Double.longBitsToDouble(0x7ff8123456789abcL),
            Double.longBitsToDouble(0xfff8000000000001L)));
  }

  private static Subject<ObjectChannel.Receiver, ObjectChannel.Sender> objects() {
    return new Subject<>(
        "Object",
        ObjectChannel::open,
        ObjectChannel.Receiver::sender,
        ObjectChannel.Receiver::trySender,
        ObjectChannel.Receiver::renew,
        (sender, value) -> sender.send(value),
        ObjectChannel.Sender::shot,
        (shot, value) -> ((ObjectChannel.Shot) shot).send(value),
        ObjectChannel.Receiver::peek,
        ObjectChannel.Receiver::take,
        ObjectChannel.Receiver::receive,
        ObjectChannel.Receiver::receiveUninterruptibly,
        ObjectChannel.Receiver::receive,
        new Handling<>(
            ObjectChannel.Handler.class,
            ObjectChannel.Receiver::onReceive,
            ObjectChannel.Receiver::onReceive),
        ObjectChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source),
        (shot, source) -> ((ObjectChannel.Shot) shot).sendFrom(source),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(receiver));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == receiver);
          }
        },
        Integer::valueOf,
        Arrays.asList("a value", "another", null, new int[] {1}));
  }

  private static Subject<UnpaddedLongChannel.Receiver, UnpaddedLongChannel.Sender> unpaddedLongs() {
    return new Subject<>(
        "unpadded long",
        UnpaddedLongChannel::open,
        UnpaddedLongChannel.Receiver::sender,
        UnpaddedLongChannel.Receiver::trySender,
        UnpaddedLongChannel.Receiver::renew,
        (sender, value) -> sender.send((long) requireNonNull(value)),
        UnpaddedLongChannel.Sender::shot,
        (shot, value) -> ((UnpaddedLongChannel.Shot) shot).send((long) requireNonNull(value)),
        UnpaddedLongChannel.Receiver::peek,
        UnpaddedLongChannel.Receiver::take,
        UnpaddedLongChannel.Receiver::receive,
        UnpaddedLongChannel.Receiver::receiveUninterruptibly,
        UnpaddedLongChannel.Receiver::receive,
        new Handling<>(
            UnpaddedLongChannel.Handler.class,
            UnpaddedLongChannel.Receiver::onReceive,
            UnpaddedLongChannel.Receiver::onReceive),
        UnpaddedLongChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Long) value)),
        (shot, source) ->
            ((UnpaddedLongChannel.Shot) shot).sendFrom(source.thenApply(value -> (Long) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x9e3779b97f4a7c15L,
        List.of(1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** Its receiver parks at once. */
  private static Subject<ParkingLongChannel.Receiver, ParkingLongChannel.Sender> parkingLongs() {
    return new Subject<>(
        "long, parking",
        ParkingLongChannel::open,
        ParkingLongChannel.Receiver::sender,
        ParkingLongChannel.Receiver::trySender,
        ParkingLongChannel.Receiver::renew,
        (sender, value) -> sender.send((long) requireNonNull(value)),
        ParkingLongChannel.Sender::shot,
        (shot, value) -> ((ParkingLongChannel.Shot) shot).send((long) requireNonNull(value)),
        ParkingLongChannel.Receiver::peek,
        ParkingLongChannel.Receiver::take,
        ParkingLongChannel.Receiver::receive,
        ParkingLongChannel.Receiver::receiveUninterruptibly,
        ParkingLongChannel.Receiver::receive,
        new Handling<>(
            ParkingLongChannel.Handler.class,
            ParkingLongChannel.Receiver::onReceive,
            ParkingLongChannel.Receiver::onReceive),
        ParkingLongChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Long) value)),
        (shot, source) ->
            ((ParkingLongChannel.Shot) shot).sendFrom(source.thenApply(value -> (Long) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x9e3779b97f4a7c15L,
        List.of(1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  /** Its receiver never parks. */
  private static Subject<BusyLongChannel.Receiver, BusyLongChannel.Sender> busyLongs() {
    return new Subject<>(
        "long, busy",
        BusyLongChannel::open,
        BusyLongChannel.Receiver::sender,
        BusyLongChannel.Receiver::trySender,
        BusyLongChannel.Receiver::renew,
        (sender, value) -> sender.send((long) requireNonNull(value)),
        BusyLongChannel.Sender::shot,
        (shot, value) -> ((BusyLongChannel.Shot) shot).send((long) requireNonNull(value)),
        BusyLongChannel.Receiver::peek,
        BusyLongChannel.Receiver::take,
        BusyLongChannel.Receiver::receive,
        BusyLongChannel.Receiver::receiveUninterruptibly,
        BusyLongChannel.Receiver::receive,
        new Handling<>(
            BusyLongChannel.Handler.class,
            BusyLongChannel.Receiver::onReceive,
            BusyLongChannel.Receiver::onReceive),
        BusyLongChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Long) value)),
        (shot, source) ->
            ((BusyLongChannel.Shot) shot).sendFrom(source.thenApply(value -> (Long) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(i));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == i);
          }
        },
        i -> i * 0x9e3779b97f4a7c15L,
        List.of(1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Subject<UnpaddedObjectChannel.Receiver, UnpaddedObjectChannel.Sender>
      unpaddedObjects() {
    return new Subject<>(
        "unpadded Object",
        UnpaddedObjectChannel::open,
        UnpaddedObjectChannel.Receiver::sender,
        UnpaddedObjectChannel.Receiver::trySender,
        UnpaddedObjectChannel.Receiver::renew,
        (sender, value) -> sender.send(value),
        UnpaddedObjectChannel.Sender::shot,
        (shot, value) -> ((UnpaddedObjectChannel.Shot) shot).send(value),
        UnpaddedObjectChannel.Receiver::peek,
        UnpaddedObjectChannel.Receiver::take,
        UnpaddedObjectChannel.Receiver::receive,
        UnpaddedObjectChannel.Receiver::receiveUninterruptibly,
        UnpaddedObjectChannel.Receiver::receive,
        new Handling<>(
            UnpaddedObjectChannel.Handler.class,
            UnpaddedObjectChannel.Receiver::onReceive,
            UnpaddedObjectChannel.Receiver::onReceive),
        UnpaddedObjectChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source),
        (shot, source) -> ((UnpaddedObjectChannel.Shot) shot).sendFrom(source),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(receiver));
            require(receiver.poll() == Poll.READY);
            require(receiver.take() == receiver);
          }
        },
        Integer::valueOf,
        Arrays.asList("a value", "another", null));
  }

  /** A message received as a view. */
  private static Subject<FillChannel.Receiver, FillChannel.Sender> fills() {
    return new Subject<>(
        "view of an interface",
        FillChannel::open,
        FillChannel.Receiver::sender,
        FillChannel.Receiver::trySender,
        FillChannel.Receiver::renew,
        (sender, value) -> {
          KeptFill fill = (KeptFill) requireNonNull(value);
          return sender.send(
              fill.venue(), fill.isBuy(), fill.orderId(), fill.price(), fill.quantity());
        },
        FillChannel.Sender::shot,
        (shot, value) -> {
          KeptFill fill = (KeptFill) requireNonNull(value);
          return ((FillChannel.Shot) shot)
              .send(fill.venue(), fill.isBuy(), fill.orderId(), fill.price(), fill.quantity());
        },
        receiver -> keep(receiver.peek()),
        receiver -> keep(receiver.take()),
        receiver -> keep(receiver.receive()),
        receiver -> keep(receiver.receiveUninterruptibly()),
        (receiver, timeout, unit) -> keep(receiver.receive(timeout, unit)),
        new Handling<>(
            FillChannel.Handler.class,
            FillChannel.Receiver::onReceive,
            FillChannel.Receiver::onReceive),
        FillChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Fill) value)),
        (shot, source) ->
            ((FillChannel.Shot) shot).sendFrom(source.thenApply(value -> (Fill) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send("venue", true, i, i, i));
            require(receiver.poll() == Poll.READY);
            Fill fill = receiver.take();
            require(fill.orderId() == i && fill.price() == i && fill.quantity() == i);
          }
        },
        i -> new KeptFill(Integer.toString(i), (i & 1) == 0, i * 0x9e3779b97f4a7c15L, i, i),
        List.of(
            new KeptFill("venue", true, 1, 2, 3),
            new KeptFill(null, false, Long.MIN_VALUE, Double.NaN, Integer.MIN_VALUE)));
  }

  private static KeptFill keep(Fill fill) {
    return new KeptFill(fill.venue(), fill.isBuy(), fill.orderId(), fill.price(), fill.quantity());
  }

  /** A record sent and received whole. */
  private static Subject<TradeChannel.Receiver, TradeChannel.Sender> trades() {
    return new Subject<>(
        "record",
        TradeChannel::open,
        TradeChannel.Receiver::sender,
        TradeChannel.Receiver::trySender,
        TradeChannel.Receiver::renew,
        (sender, value) -> sender.send((Trade) requireNonNull(value)),
        TradeChannel.Sender::shot,
        (shot, value) -> ((TradeChannel.Shot) shot).send((Trade) requireNonNull(value)),
        TradeChannel.Receiver::peek,
        TradeChannel.Receiver::take,
        TradeChannel.Receiver::receive,
        TradeChannel.Receiver::receiveUninterruptibly,
        TradeChannel.Receiver::receive,
        new Handling<>(
            TradeChannel.Handler.class,
            TradeChannel.Receiver::onReceive,
            TradeChannel.Receiver::onReceive),
        TradeChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Trade) value)),
        (shot, source) ->
            ((TradeChannel.Shot) shot).sendFrom(source.thenApply(value -> (Trade) value)),
        Subjects::cycleTrades,
        Subjects::trade,
        TRADES);
  }

  /** A record sent in parts and received as a view. */
  private static Subject<TradeChannel.Receiver, TradeChannel.Sender> tradeViews() {
    return new Subject<>(
        "view of a record",
        TradeChannel::open,
        TradeChannel.Receiver::sender,
        TradeChannel.Receiver::trySender,
        TradeChannel.Receiver::renew,
        (sender, value) -> {
          Trade trade = (Trade) requireNonNull(value);
          return sender.send(trade.orderId(), trade.price(), trade.quantity(), trade.venue());
        },
        TradeChannel.Sender::shot,
        (shot, value) -> {
          Trade trade = (Trade) requireNonNull(value);
          return ((TradeChannel.Shot) shot)
              .send(trade.orderId(), trade.price(), trade.quantity(), trade.venue());
        },
        receiver -> keep(receiver.peekView()),
        receiver -> keep(receiver.takeView()),
        receiver -> keep(receiver.receiveView()),
        receiver -> keep(receiver.receiveViewUninterruptibly()),
        (receiver, timeout, unit) -> keep(receiver.receiveView(timeout, unit)),
        new Handling<>(
            TradeChannel.ViewHandler.class,
            TradeChannel.Receiver::onReceiveView,
            TradeChannel.Receiver::onReceiveView),
        TradeChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Trade) value)),
        (shot, source) ->
            ((TradeChannel.Shot) shot).sendFrom(source.thenApply(value -> (Trade) value)),
        Subjects::cycleTrades,
        Subjects::trade,
        TRADES);
  }

  private static final List<Object> TRADES =
      List.of(new Trade(1, 2, 3, "venue"), new Trade(Long.MIN_VALUE, -0d, Integer.MIN_VALUE, null));

  private static void cycleTrades(TradeChannel.Receiver receiver, int times) {
    for (int i = 0; i < times; i++) {
      require(receiver.sender().send(i, i, i, "venue"));
      require(receiver.poll() == Poll.READY);
      TradeChannel.View trade = receiver.takeView();
      require(trade.orderId() == i && trade.price() == i && trade.quantity() == i);
    }
  }

  private static Trade trade(int i) {
    return new Trade(i * 0x9e3779b97f4a7c15L, i, i, Integer.toString(i));
  }

  private static Trade keep(TradeChannel.View view) {
    return new Trade(view.orderId(), view.price(), view.quantity(), view.venue());
  }

  private static Subject<UnpaddedTickChannel.Receiver, UnpaddedTickChannel.Sender> unpaddedTicks() {
    return new Subject<>(
        "unpadded record",
        UnpaddedTickChannel::open,
        UnpaddedTickChannel.Receiver::sender,
        UnpaddedTickChannel.Receiver::trySender,
        UnpaddedTickChannel.Receiver::renew,
        (sender, value) -> sender.send((Tick) requireNonNull(value)),
        UnpaddedTickChannel.Sender::shot,
        (shot, value) -> ((UnpaddedTickChannel.Shot) shot).send((Tick) requireNonNull(value)),
        UnpaddedTickChannel.Receiver::peek,
        UnpaddedTickChannel.Receiver::take,
        UnpaddedTickChannel.Receiver::receive,
        UnpaddedTickChannel.Receiver::receiveUninterruptibly,
        UnpaddedTickChannel.Receiver::receive,
        new Handling<>(
            UnpaddedTickChannel.Handler.class,
            UnpaddedTickChannel.Receiver::onReceive,
            UnpaddedTickChannel.Receiver::onReceive),
        UnpaddedTickChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> (Tick) value)),
        (shot, source) ->
            ((UnpaddedTickChannel.Shot) shot).sendFrom(source.thenApply(value -> (Tick) value)),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send((byte) i, (char) i, i));
            require(receiver.poll() == Poll.READY);
            UnpaddedTickChannel.View tick = receiver.takeView();
            require(tick.side() == (byte) i && tick.code() == (char) i && tick.price() == i);
          }
        },
        i -> new Tick((byte) i, (char) i, i * 0x9e3779b97f4a7c15L),
        List.of(new Tick((byte) 1, 'a', 2), new Tick(Byte.MIN_VALUE, '\uffff', Long.MIN_VALUE)));
  }

  /** A generic message. */
  private static Subject<ReplyChannel.Receiver<Object>, ReplyChannel.Sender<Object>> replies() {
    return new Subject<>(
        "view of a generic interface",
        ReplyChannel::open,
        ReplyChannel.Receiver::sender,
        ReplyChannel.Receiver::trySender,
        ReplyChannel.Receiver::renew,
        (sender, value) -> {
          KeptReply<?> reply = (KeptReply<?>) requireNonNull(value);
          return sender.send(reply.value(), reply.code());
        },
        ReplyChannel.Sender::shot,
        (shot, value) -> {
          KeptReply<?> reply = (KeptReply<?>) requireNonNull(value);
          return typed(shot).send(reply.value(), reply.code());
        },
        receiver -> keep(receiver.peek()),
        receiver -> keep(receiver.take()),
        receiver -> keep(receiver.receive()),
        receiver -> keep(receiver.receiveUninterruptibly()),
        (receiver, timeout, unit) -> keep(receiver.receive(timeout, unit)),
        new Handling<>(
            replyHandler(), ReplyChannel.Receiver::onReceive, ReplyChannel.Receiver::onReceive),
        ReplyChannel.Receiver::toFuture,
        (sender, source) -> sender.sendFrom(source.thenApply(value -> keep((KeptReply<?>) value))),
        (shot, source) ->
            typed(shot).sendFrom(source.thenApply(value -> keep((KeptReply<?>) value))),
        (receiver, times) -> {
          for (int i = 0; i < times; i++) {
            require(receiver.sender().send(receiver, i));
            require(receiver.poll() == Poll.READY);
            Reply<Object> reply = receiver.take();
            require(reply.value() == receiver && reply.code() == i);
          }
        },
        i -> new KeptReply<Object>(Integer.toString(i), i),
        List.of(new KeptReply<Object>("a value", 1), new KeptReply<Object>("another", -1)));
  }

  @SuppressWarnings("unchecked") // the shot of a sender of this kind
  private static ReplyChannel.Shot<Object> typed(Shot shot) {
    return (ReplyChannel.Shot<Object>) shot;
  }

  @SuppressWarnings("unchecked") // there are no literals of generic classes
  private static Class<ReplyChannel.Handler<Object>> replyHandler() {
    return (Class<ReplyChannel.Handler<Object>>) (Class<?>) ReplyChannel.Handler.class;
  }

  private static KeptReply<Object> keep(Reply<?> reply) {
    return new KeptReply<>(requireNonNull(reply.value()), reply.code());
  }
}
