package io.multishot.contract;

import static io.multishot.contract.OutcomeTest.assertMentions;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.Poll;
import io.multishot.contract.Declarations.Echo;
import io.multishot.contract.Declarations.Fill;
import io.multishot.contract.Declarations.Note;
import io.multishot.contract.Declarations.Range;
import io.multishot.contract.Declarations.Reply;
import io.multishot.contract.Declarations.Trade;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What messages of several parts do beyond the common contract. */
final class MessageTest {

  /** A message declared by an interface is received as a view of the channel's own memory. */
  @Nested
  final class AsAView {

    private final FillChannel.Receiver fills = FillChannel.open();

    @Test
    void send_takesThePartsOfSupertypesFirstInDeclarationOrder() {
      fills.sender().send("a venue", true, 1L, 2.5, 3);
      Fill fill = fills.take();
      assertEquals("a venue", fill.venue());
      assertTrue(fill.isBuy());
      assertEquals(1L, fill.orderId());
      assertEquals(2.5, fill.price());
      assertEquals(3, fill.quantity());
    }

    @Test
    void methodsWithABody_readTheView() {
      fills.sender().send(null, true, 1L, 2.5, 4);
      Fill fill = fills.take();
      assertEquals(10.0, fill.notional());
      assertEquals("4 at 2.5", Fill.describe(fill));
    }

    @Test
    void view_isValidUntilTheNextShotIsArmed() {
      fills.sender().send("a venue", true, 1L, 2.5, 3);
      Fill peeked = fills.peek();
      assertEquals(1L, peeked.orderId());
      Fill taken = fills.take();
      assertEquals(1L, peeked.orderId());
      assertEquals("a venue", taken.venue());
      fills.sender();
      assertOutdated(peeked);
      assertOutdated(taken);
    }

    @Test
    void view_afterRenewOrClose_isNoLongerValid() {
      fills.sender().send("a venue", true, 1L, 2.5, 3);
      Fill renewed = fills.take();
      fills.renew();
      assertOutdated(renewed);
      fills.renew().send("a venue", true, 1L, 2.5, 3);
      Fill closed = fills.take();
      fills.close();
      assertOutdated(closed);
    }

    @Test
    void view_afterALaterFailureOrDisconnect_isNoLongerValid() {
      fills.sender().send("a venue", true, 1L, 2.5, 3);
      Fill fill = fills.take();
      fills.sender().fail(new Exception());
      assertOutdated(fill);
      assertThrows(CompletionException.class, fills::receive);
      assertOutdated(fill);
      fills.sender().close();
      assertThrows(DisconnectedException.class, fills::receive);
      assertOutdated(fill);
    }

    @Test
    void views_withEqualParts_areEqual() {
      FillChannel.Receiver others = FillChannel.open();
      fills.sender().send("a venue", true, 1L, Double.NaN, 3);
      others.sender().send("a venue", true, 1L, Double.NaN, 3);
      assertEquals(fills.peek(), others.peek());
      assertEquals(fills.peek().hashCode(), others.peek().hashCode());
      others.sender().send("a venue", true, 1L, -0d, 3);
      assertNotEquals(fills.peek(), others.peek());
      assertNotEquals(fills.peek(), new Object());
    }

    @Test
    void toString_ofAView_isLikeThatOfARecord() {
      fills.sender().send(null, true, 1L, 2.5, 3);
      Fill fill = fills.take();
      assertEquals(
          "Fill[venue=null, isBuy=true, orderId=1, price=2.5, quantity=3]", fill.toString());
      fills.sender();
      assertEquals("Fill[no longer valid]", fill.toString());
    }

    @Test
    @SuppressWarnings("multishot") // an outdated view is read
    void references_ofAView_areClearedWhenTheNextShotIsArmed() {
      ReplyChannel.Receiver<Object> replies = ReplyChannel.open();
      WeakReference<Object> sent = send(replies.sender());
      Reply<Object> reply = replies.take();
      System.gc();
      assertNotSame(null, reply.value());
      replies.sender();
      assertReleased(sent);

      WeakReference<Object> last = send(replies.renew());
      replies.take();
      replies.close();
      assertReleased(last);
      assertMentions("no longer valid", assertThrows(IllegalStateException.class, reply::value));
    }

    private WeakReference<Object> send(ReplyChannel.Sender<Object> sender) {
      Object value = new Object();
      sender.send(value, 1);
      return new WeakReference<>(value);
    }

    private void assertReleased(WeakReference<Object> reference) {
      TestThreads.await(
          () -> {
            System.gc();
            return reference.get() == null;
          });
    }

    private void assertOutdated(Fill fill) {
      assertMentions("no longer valid", assertThrows(IllegalStateException.class, fill::orderId));
      assertThrows(IllegalStateException.class, fill::venue);
      assertThrows(IllegalStateException.class, fill::notional);
      assertThrows(IllegalStateException.class, fill::hashCode);
    }
  }

  /** A record is sent whole or in parts, and received whole or as a view. */
  @Nested
  final class AsARecord {

    private final TradeChannel.Receiver trades = TradeChannel.open();
    private final RangeChannel.Receiver ranges = RangeChannel.open();

    @Test
    void send_inParts_isReceivedAsARecord() {
      trades.sender().send(1L, 2.5, 3, "a venue");
      assertEquals(new Trade(1L, 2.5, 3, "a venue"), trades.peek());
      assertEquals(new Trade(1L, 2.5, 3, "a venue"), trades.take());
    }

    @Test
    void send_ofARecord_isReceivedAsAnEqualCopy() {
      Trade sent = new Trade(1L, 2.5, 3, "a venue");
      trades.sender().send(sent);
      Trade taken = trades.take();
      assertEquals(sent, taken);
      assertNotSame(sent, taken);
    }

    @Test
    void receiveView_readsThePartsWithoutARecord() throws Exception {
      trades.sender().send(1L, 2.5, 3, "a venue");
      TradeChannel.View view = trades.receiveView();
      assertEquals(1L, view.orderId());
      assertEquals("a venue", view.venue());
      assertEquals("Trade[orderId=1, price=2.5, quantity=3, venue=a venue]", view.toString());
      trades.sender();
      assertThrows(IllegalStateException.class, view::orderId);
    }

    @Test
    void peekViewThenTake_giveBothViewAndRecord() {
      trades.sender().send(1L, 2.5, 3, "a venue");
      TradeChannel.View view = trades.peekView();
      assertEquals("a venue", trades.take().venue());
      assertEquals("a venue", view.venue());
      trades.sender();
      assertThrows(IllegalStateException.class, view::venue);
    }

    @Test
    void send_whoseRecordConstructorThrows_leavesTheShotLive() {
      RangeChannel.Sender sender = ranges.sender();
      IllegalArgumentException thrown =
          assertThrows(IllegalArgumentException.class, () -> sender.send(2, 1));
      assertEquals("low > high: 2 > 1", thrown.getMessage());
      assertEquals(Poll.PENDING, ranges.poll());
      assertTrue(sender.send(1, 2, "a tag"));
      assertEquals(2, ranges.take().high());
    }

    /** Half of it lies in the channel by then. */
    @Test
    void send_whoseAccessorThrows_leavesTheShotLiveAndSendsNothing() throws Exception {
      NoteChannel.Receiver notes = NoteChannel.open();
      NoteChannel.Sender sender = notes.sender();
      assertThrows(NullPointerException.class, () -> sender.send(new Note("half", null)));
      assertEquals(Poll.PENDING, notes.poll());
      assertThrows(IllegalStateException.class, notes::take);
      assertThrows(TimeoutException.class, () -> notes.receive(1, TimeUnit.MICROSECONDS));
      assertTrue(sender.send(new Note("whole", "a text")));
      assertEquals(new Note("whole", "a text"), notes.receive());
      try (NoteChannel.Shot shot = notes.sender().shot()) {
        assertThrows(NullPointerException.class, () -> shot.send(new Note("half", null)));
      }
      assertThrows(DisconnectedException.class, notes::receive);
    }

    /** The first to end the shot wins, and no part of the second is seen. */
    @Test
    void send_whoseAccessorSends_leavesTheInnerMessageWhole() throws Exception {
      EchoChannel.Receiver echoes = EchoChannel.open();
      EchoChannel.Sender sender = echoes.sender();
      Echo inner = new Echo("inner", () -> {}, 1);
      Echo outer = new Echo("outer", () -> sender.send(inner), 2);
      assertMentions(
          "this sender has sent",
          assertThrows(IllegalStateException.class, () -> sender.send(outer)));
      assertEquals(inner, echoes.receive());
    }

    @Test
    void send_inParts_sendsWhatTheConstructorMakesOfThem() {
      String[] tags = {"a tag"};
      ranges.sender().send(1, 2, tags);
      tags[0] = "changed";
      Range range = ranges.take();
      assertArrayEquals(new String[] {"a tag"}, range.tags());
    }

    @Test
    void view_ofArrays_comparesAndPrintsTheirContents() {
      RangeChannel.Receiver others = RangeChannel.open();
      ranges.sender().send(1, 2, "a tag");
      others.sender().send(1, 2, "a tag");
      assertEquals(ranges.peekView(), others.peekView());
      assertEquals(ranges.peekView().hashCode(), others.peekView().hashCode());
      assertEquals("Range[low=1, high=2, tags=[a tag]]", ranges.peekView().toString());
    }

    @Test
    void send_ofAMessageWithVarargs_takesAnyNumber() {
      ranges.sender().send(1, 2);
      assertEquals(0, ranges.peekView().tags().length);
      ranges.sender().send(1, 2, "one", "two");
      assertEquals(2, ranges.takeView().tags().length);
    }

    @Test
    void send_ofANullRecord_isRefusedAndLeavesTheShotLive() {
      TradeChannel.Sender sender = trades.sender();
      assertMentions(
          "message", assertThrows(NullPointerException.class, () -> sender.send(nothing())));
      assertEquals(Poll.PENDING, trades.poll());
      assertTrue(sender.send(1L, 2.5, 3, null));
      assertSame(null, trades.take().venue());
    }

    @SuppressWarnings("NullAway") // the mistake under test
    private static Trade nothing() {
      return null;
    }
  }
}
