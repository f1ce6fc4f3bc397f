package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.Poll;
import io.multishot.contract.Declarations.Hooked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A record whose constructor throws where it is received: its sender has sent it all the same. */
final class ThrowingRecordTest {

  private final HookedChannel.Receiver receiver = HookedChannel.open();

  private static List<Throwable> thrown() {
    return List.of(
        new IllegalArgumentException("the market is closed"),
        new StackOverflowError("made up"),
        new OutOfMemoryError("made up"));
  }

  @Test
  void toFuture_isCompletedWithWhatTheConstructorThrows() {
    for (Throwable thrown : thrown()) {
      HookedChannel.Sender sender = receiver.sender();
      CompletableFuture<Hooked> future = receiver.toFuture();
      List<Throwable> uncaught =
          TestThreads.catchingUncaught(() -> assertTrue(sender.send(1, Hook.throwing(thrown))));
      assertEquals(List.of(), uncaught);
      assertTrue(future.isDone());
      assertSame(thrown, assertThrows(ExecutionException.class, future::get).getCause());
      assertFalse(future.cancel(true));
      assertGoesOn();
    }
  }

  @Test
  void toFuture_ofARecordThatIsThere_isCompletedWithWhatTheConstructorThrows() {
    for (Throwable thrown : thrown()) {
      assertTrue(receiver.sender().send(1, Hook.throwing(thrown)));
      CompletableFuture<Hooked> future = receiver.toFuture();
      assertTrue(future.isDone());
      assertSame(thrown, assertThrows(ExecutionException.class, future::get).getCause());
      assertGoesOn();
    }
  }

  /** One of the two methods is run, once for every shot. */
  @Test
  void onReceive_receivesWhatTheConstructorThrows() {
    for (Throwable thrown : thrown()) {
      for (boolean byExecutor : new boolean[] {false, true}) {
        List<Object> told = new ArrayList<>();
        HookedChannel.Handler handler =
            new HookedChannel.Handler() {
              @Override
              public void received(Hooked message) {
                told.add(message);
              }

              @Override
              public void failed(Throwable failure) {
                told.add(failure);
              }
            };
        HookedChannel.Sender sender = receiver.sender();
        if (byExecutor) {
          receiver.onReceive(handler, Runnable::run);
        } else {
          receiver.onReceive(handler);
        }
        TestThreads.catchingUncaught(() -> assertTrue(sender.send(1, Hook.throwing(thrown))));
        assertEquals(List.of(thrown), told);
        assertGoesOn();
      }
    }
  }

  @Test
  void take_throwsWhatTheConstructorThrowsAndChangesNoLaterShot() throws Exception {
    for (Throwable thrown : thrown()) {
      assertThrown(thrown, receiver::peek);
      assertEquals(Poll.READY, receiver.poll());
      assertThrown(thrown, receiver::take);
      assertThrown(thrown, receiver::receive);
      assertThrown(thrown, receiver::receiveUninterruptibly);
      assertThrown(thrown, () -> receiver.receive(1, TimeUnit.SECONDS));
    }
  }

  private void assertThrown(Throwable thrown, Executable receive) {
    assertTrue(receiver.sender().send(1, Hook.throwing(thrown)));
    assertSame(thrown, assertThrows(Throwable.class, receive));
    if (receiver.poll() == Poll.DISCONNECTED) { // or it is there still, for a view
      assertGoesOn();
    }
  }

  @Test
  void view_needsNoConstructor() throws Exception {
    HookedChannel.Sender sender = receiver.sender();
    assertTrue(sender.send(7, Hook.throwing(new IllegalArgumentException("never thrown"))));
    assertEquals(7, receiver.receiveView().id());
    sender = receiver.sender();
    long[] received = new long[1];
    receiver.onReceiveView(message -> received[0] = message.id());
    assertTrue(sender.send(8, Hook.throwing(new IllegalArgumentException("never thrown"))));
    assertEquals(8, received[0]);
  }

  private void assertGoesOn() {
    HookedChannel.Sender sender = receiver.sender();
    List<Long> handled = new ArrayList<>();
    receiver.onReceive(message -> handled.add(message.id()));
    assertTrue(sender.send(2, () -> {}));
    assertEquals(List.of(2L), handled);
    sender = receiver.sender();
    CompletableFuture<Hooked> future = receiver.toFuture();
    assertTrue(sender.send(3, () -> {}));
    assertTrue(future.isDone());
    assertEquals(3, future.join().id());
    assertTrue(receiver.sender().send(4, () -> {}));
    assertEquals(4, receiver.take().id());
  }
}
