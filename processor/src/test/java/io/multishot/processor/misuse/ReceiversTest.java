package io.multishot.processor.misuse;

import static com.google.testing.compile.JavaFileObjects.forSourceString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.multishot.processor.MultiShotProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Receivers that are closed, results that are thrown away, and views. */
final class ReceiversTest {

  @Test
  void closedReceiver_isToldWhenItIsArmed() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r) {
          r.close();
          r.close();
          r.poll();
          PriceChannel.Sender a = r.sender(); // closed
          PriceChannel.Sender b = r.renew(); // closed
          PriceChannel.Sender c = r.trySender();
        }
        void reopened(PriceChannel.Receiver r) {
          r.close();
          r = PriceChannel.open();
          r.sender().send(1);
        }
        void byTry() {
          PriceChannel.Receiver r = PriceChannel.open();
          try (r) {
            r.sender().send(1);
          }
          r.sender().send(2); // closed
        }
        void alias(PriceChannel.Receiver r) {
          var a = r;
          a.close();
          r.sender().send(1); // closed
        }
        """);
  }

  @Test
  void senderOfAClosedReceiver_mayBeUsed() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r) {
          PriceChannel.Sender s = r.sender();
          r.close();
          s.send(1);
        }
        """);
  }

  @Test
  void resultThrownAway_isTold() {
    Javac.check(
        """
        PriceChannel.Receiver field;
        void m(TradeChannel.Receiver r, TradeChannel.Sender s) throws Exception {
          r.trySender(); // ignored
          r.toFuture(); // ignored
          r.peek(); // ignored
          r.peekView(); // ignored
          r.failure(); // ignored
          s.isAbandoned(); // ignored
          s.shot(); // ignored
          field.peek(); // ignored
          this.field.trySender(); // ignored
          r.sender();
          r.renew();
          r.take();
          r.takeView();
          r.receive();
          r.await();
          r.drop();
          r.poll();
          s.send(1, 2);
        }
        """);
  }

  @Test
  void resultOfALambda_isNotThrownAway() {
    Javac.check(
        """
        void m(PriceChannel.Receiver r, PriceChannel.Sender s) {
          Runnable a = () -> r.peek();
          Supplier<Object> b = r::toFuture;
          Callable<Object> c = () -> s.shot();
          Runnable d = () -> { r.peek(); }; // ignored
          for (r.sender(); s.isAbandoned(); r.peek()) {} // ignored
        }
        """);
  }

  @Test
  void view_isOutdatedByTheNextShot() {
    Javac.check(
        """
        double m(FillChannel.Receiver r) throws Exception {
          Fill fill = r.receive();
          double sum = fill.price();
          FillChannel.Sender s = r.sender();
          sum += fill.notional(); // outdated
          s.send(1, 2, "a");
          Fill next = r.receive();
          sum += fill.price() + next.price(); // outdated
          System.out.println(fill + " " + fill.equals(next) + fill.hashCode() + fill.toString());
          fill = next;
          return sum + fill.price();
        }
        void renewed(TradeChannel.Receiver r) {
          TradeChannel.View view = r.takeView();
          r.renew();
          view.price(); // outdated
        }
        void closed(TradeChannel.Receiver r) {
          var view = r.peekView();
          r.close();
          view.price(); // outdated
        }
        void byTry(ReplyChannel.Receiver<String> r) throws Exception {
          Reply<String> reply;
          try (r) {
            reply = r.receive(1, TimeUnit.SECONDS);
          }
          reply.value(); // outdated
        }
        void byPeek(FillChannel.Receiver r) {
          Fill fill = r.peek();
          r.take();
          fill.price();
          r.sender();
          fill.price(); // outdated
        }
        """);
  }

  @Test
  void viewThatMayBeGood_isNotTold() {
    Javac.check(
        """
        FillChannel.Receiver field;
        void m(FillChannel.Receiver r, FillChannel.Receiver other, TradeChannel.Receiver t)
            throws Exception {
          Fill fill = r.receive();
          other.sender();
          fill.price();
          FillChannel.Sender s = r.trySender();
          fill.price();
          Trade trade = t.receive();
          t.sender();
          trade.price();
          Fill unknown = field.receive();
          field.sender();
          unknown.price();
        }
        """);
  }

  @Test
  void referenceToAMessage_isNoView() {
    String source =
        """
        package misuse;
        @io.multishot.MultiShot(type = Fill.class)
        interface Fills {}
        class Case {
          void m(FillsChannel.Receiver r) throws Exception {
            Fill fill = r.receive();
            r.sender();
            fill.price();
          }
        }
        """;
    assertEquals(
        List.of(),
        Javac.compile(
            List.of(),
            List.of(),
            List.of(new MultiShotProcessor()),
            forSourceString("misuse.Fills", source)));
  }
}
