package io.multishot.bench;

import static java.util.Objects.requireNonNull;

import io.multishot.bench.Declarations.Fill;
import io.multishot.bench.Declarations.Level;
import io.multishot.bench.Declarations.Range;
import io.multishot.bench.Declarations.Trade;
import io.multishot.bench.floor.PaddedFields;
import io.multishot.bench.floor.PaddedReference;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One shot of four fields on one thread, in each form that a message can have, beside a shot of one
 * {@code long}: arm, send, take, and read every field.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {Jvm.IGNORE_UNKNOWN, Jvm.ALLOW_UNSAFE})
public class MessageCycle {

  private final PaddedReference reference = new PaddedReference("nothing yet");
  private final PaddedFields fields = new PaddedFields();
  private final LongChannel.Receiver longs = LongChannel.open();
  private final PriceChannel.Receiver prices = PriceChannel.open();
  private final RangeChannel.Receiver ranges = RangeChannel.open();
  private final FillChannel.Receiver fills = FillChannel.open();
  private final LevelChannel.Receiver levels = LevelChannel.open();
  private final TradeChannel.Receiver trades = TradeChannel.open();
  private final TradeReferenceChannel.Receiver references = TradeReferenceChannel.open();

  // Not final, or the compiler would know what is sent.
  private long orderId = 1L << 40;
  private double price = 100.25;
  private int quantity = 300;
  private boolean isBid = true;
  private String venue = "a venue";

  /** Moves the channels to where those that live long are: the old generation. */
  @Setup
  public void promote() {
    System.gc();
  }

  /** The exchange alone, as in {@link SameThreadCycle#floor}. */
  @Benchmark
  public Object floor() {
    return reference.getAndSet(reference);
  }

  /** Four plain fields written, one bare exchange, and the fields read: the least for four. */
  @Benchmark
  public void floorOfFour(Blackhole sink) {
    PaddedFields plain = fields;
    plain.send(orderId, price, quantity, venue);
    sink.consume(plain.orderId);
    sink.consume(plain.price);
    sink.consume(plain.quantity);
    sink.consume(plain.venue);
  }

  /** One {@code long}: what the others are measured by. */
  @Benchmark
  public long oneLong() {
    LongChannel.Receiver channel = longs;
    channel.sender().send(orderId);
    return channel.take();
  }

  @Benchmark
  public long viewOfOneLong() {
    PriceChannel.Receiver channel = prices;
    channel.sender().send(orderId);
    return channel.take().price();
  }

  @Benchmark
  public void viewOfLongs(Blackhole sink) {
    RangeChannel.Receiver channel = ranges;
    channel.sender().send(orderId, orderId, orderId, orderId);
    Range range = channel.take();
    sink.consume(range.first());
    sink.consume(range.last());
    sink.consume(range.low());
    sink.consume(range.high());
  }

  @Benchmark
  public void viewOfInterface(Blackhole sink) {
    FillChannel.Receiver channel = fills;
    channel.sender().send(orderId, price, quantity, venue);
    Fill fill = channel.take();
    sink.consume(fill.orderId());
    sink.consume(fill.price());
    sink.consume(fill.quantity());
    sink.consume(fill.venue());
  }

  /** Four primitives: without what a collector wants to know of a reference. */
  @Benchmark
  public void viewOfPrimitives(Blackhole sink) {
    LevelChannel.Receiver channel = levels;
    channel.sender().send(orderId, price, quantity, isBid);
    Level level = channel.take();
    sink.consume(level.price());
    sink.consume(level.size());
    sink.consume(level.orders());
    sink.consume(level.isBid());
  }

  @Benchmark
  public void viewOfRecord(Blackhole sink) {
    TradeChannel.Receiver channel = trades;
    channel.sender().send(orderId, price, quantity, venue);
    TradeChannel.View trade = channel.takeView();
    sink.consume(trade.orderId());
    sink.consume(trade.price());
    sink.consume(trade.quantity());
    sink.consume(trade.venue());
  }

  /** The record is made by {@code take}; whether it is allocated is up to the compiler. */
  @Benchmark
  public void record(Blackhole sink) {
    TradeChannel.Receiver channel = trades;
    channel.sender().send(orderId, price, quantity, venue);
    Trade trade = channel.take();
    sink.consume(trade.orderId());
    sink.consume(trade.price());
    sink.consume(trade.quantity());
    sink.consume(trade.venue());
  }

  /** What one does without messages: an object for each shot. */
  @Benchmark
  public void recordByReference(Blackhole sink) {
    TradeReferenceChannel.Receiver channel = references;
    channel.sender().send(new Trade(orderId, price, quantity, venue));
    Trade trade = requireNonNull(channel.take());
    sink.consume(trade.orderId());
    sink.consume(trade.price());
    sink.consume(trade.quantity());
    sink.consume(trade.venue());
  }
}
