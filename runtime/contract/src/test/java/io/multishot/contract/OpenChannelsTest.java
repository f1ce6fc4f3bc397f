package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShots;
import io.multishot.OpenChannel;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The list of open channels. */
final class OpenChannelsTest {

  @Test
  @Tag("checked")
  void channel_isListedUntilItIsClosed() {
    List<OpenChannel> before = MultiShots.open();
    LongChannel.Receiver receiver = LongChannel.open();
    OpenChannel opened = added(before).orElseThrow();
    assertEquals(LongChannel.class.getName(), opened.name());
    assertEquals("idle", opened.state());
    assertFalse(opened.isArmed());
    assertEquals(0, opened.shot());
    assertNull(opened.armed());
    assertNull(opened.armedBy());
    assertTrue(
        requireNonNull(opened.opened())
            .getStackTrace()[0]
            .getClassName()
            .startsWith(LongChannel.class.getName()));
    receiver.sender().close();
    LongChannel.Sender sender = receiver.sender();
    OpenChannel armed = added(before).orElseThrow();
    assertEquals(opened.id(), armed.id());
    assertTrue(armed.isArmed());
    assertEquals(2, armed.shot());
    assertEquals("armed", armed.state());
    assertSame(Thread.currentThread(), armed.armedBy());
    assertTrue(requireNonNull(armed.armed()).toString().startsWith("armed here"));
    assertTrue(!armed.age().isNegative() && armed.age().compareTo(opened.age().plusMinutes(9)) < 0);
    assertFalse(armed.equals(opened));
    sender.send(1);
    assertFalse(added(before).orElseThrow().isArmed());
    assertEquals(armed, added(before).orElseThrow());
    receiver.close();
    assertEquals(Optional.empty(), added(before));
  }

  @Test
  @Tag("checked")
  void channel_thatIsGarbage_isNotListed() {
    List<OpenChannel> before = MultiShots.open();
    WeakReference<MultiShotReceiver> garbage = new WeakReference<>(openOne());
    assertTrue(Collected.isSoon(garbage));
    assertEquals(Optional.empty(), added(before));
  }

  @Test
  @Tag("checked")
  void slab_isListedByItsShotsUntilItIsClosed() {
    List<OpenChannel> before = MultiShots.open();
    LongSlab slab = LongSlab.open(4, 1);
    OpenChannel opened = added(before).orElseThrow();
    assertEquals(LongSlab.class.getName(), opened.name());
    assertEquals("idle", opened.state());
    assertFalse(opened.isArmed());
    assertEquals(0, opened.shot());
    assertNull(opened.armed());
    assertTrue(
        requireNonNull(opened.opened())
            .getStackTrace()[0]
            .getClassName()
            .startsWith(LongSlab.class.getName()));
    long id = slab.acquire();
    OpenChannel armed = added(before).orElseThrow();
    assertEquals(opened.id(), armed.id());
    assertEquals(id, armed.shot());
    assertTrue(armed.isArmed());
    assertEquals("armed", armed.state());
    assertSame(Thread.currentThread(), armed.armedBy());
    assertTrue(requireNonNull(armed.armed()).toString().startsWith("acquired here"));
    assertFalse(armed.age().isNegative());
    assertFalse(armed.equals(opened));
    slab.poll(id, () -> {});
    assertEquals("awaited", added(before).orElseThrow().state());
    slab.send(id, 5);
    assertEquals("value", added(before).orElseThrow().state());
    assertFalse(added(before).orElseThrow().isArmed());
    assertEquals(armed, added(before).orElseThrow());
    long failed = slab.acquire();
    slab.fail(failed, new Exception());
    long disconnected = slab.acquire();
    slab.disconnect(disconnected);
    assertEquals(
        List.of("disconnected", "failed", "value"),
        MultiShots.open().stream()
            .filter(each -> each.id() == opened.id())
            .map(OpenChannel::state)
            .sorted()
            .toList());
    assertEquals(5, slab.take(id));
    slab.abandon(failed);
    slab.abandon(disconnected);
    assertEquals("idle", added(before).orElseThrow().state());
    slab.close();
    assertEquals(Optional.empty(), added(before));
  }

  @Test
  @Tag("checked")
  void slab_thatIsGarbage_isNotListed() {
    List<OpenChannel> before = MultiShots.open();
    WeakReference<LongSlab> garbage = new WeakReference<>(openSlab());
    assertTrue(Collected.isSoon(garbage));
    assertEquals(Optional.empty(), added(before));
  }

  private static LongSlab openSlab() {
    LongSlab slab = LongSlab.open(2);
    assertTrue(slab.acquire() > 0);
    return slab;
  }

  /** A receiver that is being made has no cell yet, and a slab no slots. */
  @Test
  @Tag("checked")
  void open_whileOthersOpenChannels_listsThem() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    try (TestThreads threads = new TestThreads()) {
      threads.start(
          () -> {
            while (!isOver.get()) {
              LongChannel.open().close();
              LongSlab slab = LongSlab.open(2);
              slab.abandon(slab.acquire());
              slab.close();
            }
          });
      try {
        for (int round = 0; round < 20_000; round++) {
          for (OpenChannel each : MultiShots.open()) {
            assertFalse(each.name().isEmpty());
          }
        }
      } finally {
        isOver.set(true);
      }
    }
  }

  private static MultiShotReceiver openOne() {
    LongChannel.Receiver receiver = LongChannel.open();
    receiver.sender().close();
    return receiver;
  }

  @Test
  @Tag("production")
  void open_whereCheckedModeIsOff_listsNothing() {
    LongChannel.Receiver receiver = LongChannel.open();
    LongChannel.Sender sender = receiver.sender();
    LongSlab slab = LongSlab.open(1);
    long id = slab.acquire();
    assertFalse(MultiShots.isChecked());
    assertEquals(List.of(), MultiShots.open());
    assertTrue(sender.send(1));
    assertTrue(slab.send(id, 1));
  }

  private static Optional<OpenChannel> added(List<OpenChannel> before) {
    List<Long> known = before.stream().map(OpenChannel::id).toList();
    return MultiShots.open().stream().filter(each -> !known.contains(each.id())).findAny();
  }
}
