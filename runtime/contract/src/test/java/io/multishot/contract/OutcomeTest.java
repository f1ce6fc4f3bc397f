package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A shot has exactly one outcome: a value, a failure or a disconnect. */
final class OutcomeTest extends ChannelTest {

  OutcomeTest(Subject subject) {
    super(subject);
  }

  @Test
  void poll_isPendingUntilTheOutcomeIsThere() {
    MultiShotSender sender = line.sender();
    assertEquals(Poll.PENDING, line.poll());
    assertTrue(line.send(sender, line.value()));
    assertEquals(Poll.READY, line.poll());
    assertEquals(Poll.READY, line.poll());
  }

  @Test
  void send_ofEveryValue_arrivesBitForBit() throws Exception {
    for (Object value : subject.values()) {
      assertTrue(line.send(line.sender(), value));
      assertSameBits(value, line.peek());
      assertSameBits(value, line.take());

      assertTrue(line.send(line.sender(), value));
      assertSameBits(value, line.receive());

      assertTrue(line.send(line.sender(), value));
      assertSameBits(value, line.receiveUninterruptibly());

      assertTrue(line.send(line.sender(), value));
      assertSameBits(value, line.receive(1, TimeUnit.NANOSECONDS));
    }
  }

  @Test
  void take_aSecondTime_isRefused() {
    line.send(line.sender(), line.value());
    line.take();
    assertEquals(Poll.DISCONNECTED, line.poll());
    IllegalStateException thrown = assertThrows(IllegalStateException.class, line::take);
    assertMentions("no shot is open", thrown);
    assertThrows(IllegalStateException.class, line::peek);
    assertThrows(DisconnectedException.class, line::receive);
  }

  @Test
  void take_beforeTheValue_isRefusedAndChangesNothing() {
    MultiShotSender sender = line.sender();
    assertMentions("no value yet", assertThrows(IllegalStateException.class, line::take));
    assertMentions("no value yet", assertThrows(IllegalStateException.class, line::peek));
    assertTrue(line.send(sender, line.value()));
    assertSameBits(line.value(), line.take());
  }

  @Test
  void peek_leavesTheValue() {
    line.send(line.sender(), line.value());
    assertSameBits(line.value(), line.peek());
    assertSameBits(line.value(), line.peek());
    assertEquals(Poll.READY, line.poll());
    assertSameBits(line.value(), line.take());
  }

  @Test
  void receive_withNoShotOpen_throwsAtOnce() {
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertEquals(Poll.DISCONNECTED, line.poll(() -> {}));
    assertMentions(
        "no shot is open", assertThrows(DisconnectedException.class, line::receiveUninterruptibly));
    assertThrows(DisconnectedException.class, line::receive);
    assertThrows(DisconnectedException.class, () -> line.receive(1, TimeUnit.DAYS));
  }

  /** Nor has it one that a careless reader of the empty payload would see. */
  @Test
  void take_ofANewChannel_findsNoValue() {
    assertMentions("no shot is open", assertThrows(IllegalStateException.class, line::take));
    assertMentions("no shot is open", assertThrows(IllegalStateException.class, line::peek));
    assertFalse(line.receiver().drop());
    line.sender();
    assertMentions("no value yet", assertThrows(IllegalStateException.class, line::take));
    line.renew();
    assertEquals(Poll.PENDING, line.poll());
    assertMentions("no value yet", assertThrows(IllegalStateException.class, line::take));
    assertFalse(line.receiver().drop());
  }

  @Test
  void close_ofTheSender_disconnects() {
    line.sender().close();
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertMentions("disconnected", assertThrows(IllegalStateException.class, line::take));
    assertMentions(
        "closed without sending", assertThrows(DisconnectedException.class, line::receive));
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  void fail_handsOverTheFailure() {
    Exception failure = new Exception("no such instrument");
    assertTrue(line.sender().fail(failure));
    assertEquals(Poll.FAILED, line.poll());
    assertSame(failure, line.receiver().failure());
    assertSame(failure, assertThrows(IllegalStateException.class, line::take).getCause());
    assertSame(failure, assertThrows(CompletionException.class, line::receive).getCause());
    assertEquals(Poll.DISCONNECTED, line.poll());
    assertNull(line.receiver().failure());
  }

  @Test
  void receive_inEveryForm_throwsTheFailure() {
    Exception failure = new Exception();
    line.sender().fail(failure);
    assertSame(
        failure, assertThrows(CompletionException.class, line::receiveUninterruptibly).getCause());
    line.sender().fail(failure);
    assertSame(
        failure,
        assertThrows(CompletionException.class, () -> line.receive(1, TimeUnit.DAYS)).getCause());
  }

  @Test
  void failure_ofAShotThatHasNotFailed_isNull() {
    assertNull(line.receiver().failure());
    MultiShotSender sender = line.sender();
    assertNull(line.receiver().failure());
    line.send(sender, line.value());
    assertNull(line.receiver().failure());
    line.sender().close();
    assertNull(line.receiver().failure());
  }

  @Test
  @SuppressWarnings("multishot")
  void send_aSecondTime_isRefusedAndLeavesTheFirstOutcome() {
    MultiShotSender sender = line.sender();
    line.send(sender, line.value());
    assertMentions(
        "this sender has sent",
        assertThrows(IllegalStateException.class, () -> line.send(sender, line.otherValue())));
    assertThrows(IllegalStateException.class, () -> sender.fail(new Exception()));
    sender.close();
    assertSameBits(line.value(), line.take());
    assertThrows(IllegalStateException.class, () -> line.send(sender, line.otherValue()));
    sender.close();
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  @Test
  @SuppressWarnings("multishot")
  void fail_consumesTheSender() {
    MultiShotSender sender = line.sender();
    Exception failure = new Exception();
    sender.fail(failure);
    assertMentions(
        "failed", assertThrows(IllegalStateException.class, () -> line.send(sender, line.value())));
    assertThrows(IllegalStateException.class, () -> sender.fail(new Exception()));
    sender.close();
    assertSame(failure, line.receiver().failure());
  }

  @Test
  @SuppressWarnings("multishot")
  void close_ofTheSender_consumesIt() {
    MultiShotSender sender = line.sender();
    sender.close();
    sender.close();
    assertMentions(
        "is closed",
        assertThrows(IllegalStateException.class, () -> line.send(sender, line.value())));
    assertThrows(IllegalStateException.class, () -> sender.fail(new Exception()));
    assertEquals(Poll.DISCONNECTED, line.poll());
  }

  /** Compares NaN payloads and the sign of zero as well, which {@code equals} does not. */
  static void assertSameBits(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Float f && actual instanceof Float g) {
      assertEquals(Float.floatToRawIntBits(f), Float.floatToRawIntBits(g));
    } else if (expected instanceof Double d && actual instanceof Double e) {
      assertEquals(Double.doubleToRawLongBits(d), Double.doubleToRawLongBits(e));
    } else if (expected instanceof Number
        || expected instanceof Character
        || expected instanceof Record) {
      assertEquals(expected, actual);
    } else {
      assertSame(expected, actual);
    }
  }

  static void assertMentions(String words, Throwable thrown) {
    assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown::toString);
  }
}
