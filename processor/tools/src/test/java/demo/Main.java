package demo;

import io.multishot.DisconnectedException;
import io.multishot.ExpiredException;
import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.SlabShot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A program with channels and slabs: it does one of everything, and prints how many checks have
 * passed.
 */
public final class Main {

  private int passed;

  private Main() {}

  /** Runs all. */
  public static void main(String[] args) throws Exception {
    Main main = new Main();
    main.values();
    main.messages();
    main.records();
    main.waiting();
    main.callbacks();
    main.futures();
    main.abandoning();
    main.groups();
    main.slabs();
    main.slabsOfMessages();
    System.out.println(main.passed + " checks passed");
  }

  private void check(boolean condition) {
    if (!condition) {
      throw new AssertionError("check " + (passed + 1));
    }
    passed++;
  }

  private void values() {
    FlagChannel.Receiver flags = FlagChannel.open();
    check(flags.sender().send(true) && flags.take());
    ByteChannel.Receiver bytes = ByteChannel.open();
    check(bytes.sender().send((byte) -1) && bytes.take() == -1);
    ShortChannel.Receiver shorts = ShortChannel.open();
    check(shorts.sender().send((short) -1) && shorts.take() == -1);
    CharChannel.Receiver chars = CharChannel.open();
    check(chars.sender().send('x') && chars.take() == 'x');
    IntChannel.Receiver ints = IntChannel.open();
    check(ints.sender().send(3) && ints.take() == 3);
    FloatChannel.Receiver floats = FloatChannel.open();
    check(floats.sender().send(-0f) && floats.take() == -0f);
    RateChannel.Receiver rates = RateChannel.open();
    check(rates.sender().send(1.5) && rates.take() == 1.5);
    NameChannel.Receiver names = NameChannel.open();
    check(names.sender().send("a name") && names.take().equals("a name"));
    ArrayChannel.Receiver arrays = ArrayChannel.open();
    check(arrays.sender().send(new int[] {7}) && arrays.take()[0] == 7);
    ListChannel.Receiver lists = ListChannel.open();
    check(lists.sender().send(List.of(1)) && lists.peek().size() == 1 && lists.drop());
    QuoteChannel.Receiver quotes = QuoteChannel.open();
    for (long shot = 0; shot < 3; shot++) {
      check(quotes.sender().send(shot) && quotes.poll() == Poll.READY && quotes.take() == shot);
    }
    check(quotes.toString().contains("taken"));
  }

  private void messages() throws InterruptedException {
    FillChannel.Receiver fills = FillChannel.open();
    check(fills.sender().send("a venue", 2, 1.5, new int[] {3}));
    Declarations.Fill fill = fills.receive();
    check(fill.venue().equals("a venue") && fill.legs()[0] == 3 && fill.notional() == 3);
    check(fill.toString().contains("a venue"));
    PointChannel.Receiver points = PointChannel.open();
    check(points.sender().send(1, 2) && points.take().y() == 2);
    ReplyChannel.Receiver<String> replies = ReplyChannel.open();
    check(replies.sender().send("a reply", 200));
    Declarations.Reply<String> reply = replies.take();
    check(reply.value().equals("a reply") && reply.code() == 200);
  }

  private void records() throws InterruptedException {
    TradeChannel.Receiver trades = TradeChannel.open();
    check(trades.sender().send(1, 2.5, "a venue"));
    check(trades.receive().equals(new Declarations.Trade(1, 2.5, "a venue")));
    check(trades.sender().send(new Declarations.Trade(2, 3.5, "another")));
    check(trades.receiveView().venue().equals("another"));
    PairChannel.Receiver<Integer, String> pairs = PairChannel.open();
    check(pairs.sender().send(1, "two") && pairs.take().second().equals("two"));
    TickChannel.Receiver ticks = TickChannel.open();
    check(ticks.sender().send((byte) 1, 'c', 5) && ticks.take().price() == 5);
    RangeChannel.Receiver ranges = RangeChannel.open();
    RangeChannel.Sender sender = ranges.sender();
    try {
      sender.send(2, 1);
    } catch (IllegalArgumentException refused) {
      check(sender.send(1, 2) && ranges.take().high() == 2);
    }
  }

  private void waiting() throws InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    QuoteChannel.Receiver quotes = QuoteChannel.open();
    ParkingChannel.Receiver parking = ParkingChannel.open();
    BusyChannel.Receiver busy = BusyChannel.open();
    SmallChannel.Receiver small = SmallChannel.open();
    for (long shot = 0; shot < 100; shot++) {
      long sent = shot;
      QuoteChannel.Sender quote = quotes.sender();
      ParkingChannel.Sender parked = parking.sender();
      BusyChannel.Sender spun = busy.sender();
      SmallChannel.Sender little = small.sender();
      worker.execute(
          () -> {
            quote.send(sent);
            parked.send(sent);
            spun.send(sent);
            little.send(sent);
          });
      check(quotes.receive() == sent && parking.receiveUninterruptibly() == sent);
      check(busy.receive() == sent && small.receive() == sent);
    }
    worker.shutdown();
    quotes.sender();
    try {
      quotes.receive(1, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      check(quotes.poll() == Poll.PENDING);
    }
  }

  private void callbacks() throws InterruptedException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    AtomicReference<String> seen = new AtomicReference<>("");
    QuoteChannel.Receiver quotes = QuoteChannel.open();
    QuoteChannel.Sender sender = quotes.sender();
    quotes.onReceive(value -> seen.set("handled " + value));
    check(sender.send(5) && seen.get().equals("handled 5"));
    TradeChannel.Receiver trades = TradeChannel.open();
    TradeChannel.Sender trade = trades.sender();
    trades.onReceiveView(view -> seen.set("viewed " + view.venue()), worker);
    check(trade.send(1, 2, "here"));
    worker.shutdown();
    check(worker.awaitTermination(10, TimeUnit.SECONDS) && seen.get().equals("viewed here"));
    sender = quotes.sender();
    check(quotes.poll(() -> seen.set("woken")) == Poll.PENDING);
    check(sender.send(6) && seen.get().equals("woken"));
  }

  private void futures() {
    QuoteChannel.Receiver quotes = QuoteChannel.open();
    QuoteChannel.Sender sender = quotes.sender();
    CompletableFuture<Long> future = quotes.toFuture();
    check(sender.send(7) && future.join() == 7);
    CompletableFuture<Long> source = new CompletableFuture<>();
    quotes.sender().sendFrom(source);
    check(source.complete(8L) && quotes.take() == 8);
    sender = quotes.sender();
    check(quotes.toFuture().cancel(false) && sender.isAbandoned());
  }

  private void abandoning() throws InterruptedException {
    AtomicReference<String> seen = new AtomicReference<>("");
    NameChannel.Receiver names = NameChannel.open();
    NameChannel.Sender first = names.sender();
    first.onAbandoned(() -> seen.set("abandoned"));
    NameChannel.Sender second = names.renew();
    check(seen.get().equals("abandoned") && !first.send("late") && second.send("in time"));
    check(names.take().equals("in time"));
    try (NameChannel.Shot shot = names.sender().shot()) {
      check(shot != null);
    }
    try {
      names.receive();
    } catch (DisconnectedException e) {
      check(names.sender().fail(new IllegalStateException("failed")));
    }
    try {
      names.receive();
    } catch (CompletionException e) {
      check(e.getCause() instanceof IllegalStateException);
    }
    names.close();
    check(names.trySender() == null && names.poll() == Poll.DISCONNECTED);
  }

  private void groups() throws InterruptedException {
    QuoteChannel.Receiver[] desks = {QuoteChannel.open(), QuoteChannel.open()};
    ReceiverGroup group = ReceiverGroup.of(desks);
    check(group.awaitAny() == ReceiverGroup.IDLE);
    desks[0].sender();
    QuoteChannel.Sender second = desks[1].sender();
    new Thread(() -> second.send(9)).start();
    check(group.awaitAny() == 1 && desks[1].take() == 9);
    check(group.pollAny() == ReceiverGroup.PENDING && !group.pollAll());
  }

  private void slabs() throws Exception {
    QuoteSlab quotes = QuoteSlab.open(4);
    long id = quotes.acquire(100);
    check(quotes.send(id, 7) && !quotes.send(id, 8) && quotes.receive(id) == 7);
    long overdue = quotes.acquire(100);
    check(quotes.expire(99) == 0 && quotes.expire(100) == 1);
    check(quotes.failure(overdue) instanceof ExpiredException && quotes.abandon(overdue));
    AtomicReference<String> seen = new AtomicReference<>("");
    long handled = quotes.acquire();
    quotes.onReceive(
        handled,
        (name, value) -> seen.set(name == handled ? "handled " + value : ""),
        Runnable::run);
    check(quotes.send(handled, 9) && seen.get().equals("handled 9"));
    long promised = quotes.acquire();
    CompletableFuture<Long> future = quotes.toFuture(promised);
    quotes.sendFrom(promised, CompletableFuture.completedFuture(10L));
    check(future.join() == 10 && quotes.inFlight() == 0 && quotes.lateReplies() == 1);
    SlabShot shot = SlabShot.of(quotes);
    ReceiverGroup group = ReceiverGroup.of(shot);
    shot.set(quotes.acquire());
    new Thread(() -> quotes.send(shot.id(), 11)).start();
    check(group.awaitAny() == 0 && quotes.take(shot.id()) == 11);
    quotes.close();
    check(quotes.tryAcquire() == QuoteSlab.NONE);
  }

  private void slabsOfMessages() throws InterruptedException {
    FillSlab fills = FillSlab.open(1);
    FillSlab.Copy fill = new FillSlab.Copy();
    long id = fills.acquire();
    check(fills.send(id, "a venue", 2, 1.5, new int[] {3}));
    check(fills.receive(id, fill).notional() == 3 && fill.venue().equals("a venue"));
    PairSlab<Integer, String> pairs = PairSlab.open(1);
    long pair = pairs.acquire();
    check(pairs.send(pair, 1, "two") && pairs.take(pair).second().equals("two"));
  }
}
