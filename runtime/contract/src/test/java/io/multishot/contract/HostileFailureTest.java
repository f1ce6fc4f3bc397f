package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.DisconnectedException;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.fixtures.Handler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A failure whose own methods throw is told as any other: nobody is asked what it says. */
final class HostileFailureTest extends ChannelTest {

  HostileFailureTest(Subject subject) {
    super(subject);
  }

  @Test
  void toFuture_isCompletedWithTheFailure() {
    for (Exception failure : Hostile.failures()) {
      MultiShotSender sender = line.sender();
      CompletableFuture<?> future = line.toFuture();
      assertUncaughtIsNothing(() -> assertTrue(sender.fail(failure)));
      assertCompletedWith(failure, future);
      assertUncaughtIsNothing(() -> assertTrue(line.sender().fail(failure)));
      assertCompletedWith(failure, line.toFuture());
    }
  }

  private static void assertCompletedWith(Exception failure, CompletableFuture<?> future) {
    assertTrue(future.isCompletedExceptionally(), () -> failure.getClass().getName());
    Throwable[] told = new Throwable[1];
    future.handle((value, thrown) -> told[0] = thrown).isDone(); // get() would ask it
    assertTrue(told[0] == failure, () -> failure.getClass().getName());
  }

  @Test
  void onReceive_receivesTheFailure() {
    for (Exception failure : Hostile.failures()) {
      for (boolean byExecutor : new boolean[] {false, true}) {
        Throwable[] told = new Throwable[1];
        Handler handler =
            new Handler() {
              @Override
              public void received(@Nullable Object value) {}

              @Override
              public void failed(Throwable thrown) {
                told[0] = thrown;
              }
            };
        MultiShotSender sender = line.sender();
        if (byExecutor) {
          line.onReceive(handler, Runnable::run);
        } else {
          line.onReceive(handler);
        }
        assertUncaughtIsNothing(() -> assertTrue(sender.fail(failure)));
        assertTrue(told[0] == failure, () -> failure.getClass().getName());
        assertEquals(Poll.DISCONNECTED, line.poll());
      }
    }
  }

  @Test
  void onReceive_byAHandlerThatTakesNoFailure_reportsItAsTheCause() {
    for (Exception failure : Hostile.failures()) {
      MultiShotSender sender = line.sender();
      line.onReceive(value -> {});
      List<Throwable> uncaught =
          TestThreads.catchingUncaught(() -> assertTrue(sender.fail(failure)));
      assertEquals(1, uncaught.size());
      assertSame(CompletionException.class, uncaught.get(0).getClass());
      assertTrue(uncaught.get(0).getCause() == failure);
    }
  }

  @Test
  void receive_throwsTheFailureAsTheCauseOnce() throws Exception {
    for (Exception failure : Hostile.failures()) {
      assertThrownOnce(failure, line::receive);
      assertThrownOnce(failure, line::receiveUninterruptibly);
      assertThrownOnce(failure, () -> line.receive(1, TimeUnit.SECONDS));
    }
  }

  private void assertThrownOnce(Exception failure, Executable receive) {
    assertTrue(line.sender().fail(failure));
    CompletionException thrown = assertThrows(CompletionException.class, receive);
    assertTrue(thrown.getCause() == failure, () -> failure.getClass().getName());
    assertThrows(DisconnectedException.class, receive);
  }

  @Test
  void take_isRefusedAndLeavesTheFailure() {
    for (Exception failure : Hostile.failures()) {
      assertTrue(line.sender().fail(failure));
      IllegalStateException refused = assertThrows(IllegalStateException.class, line::take);
      assertTrue(refused.getCause() == failure, () -> failure.getClass().getName());
      assertThrows(IllegalStateException.class, line::peek);
      assertEquals(Poll.FAILED, line.poll());
      assertTrue(line.receiver().failure() == failure);
      assertTrue(line.receiver().toString().contains("failed"));
      assertTrue(line.receiver().drop());
    }
  }

  @Test
  void sendFrom_failsTheShotWithTheFailure() {
    for (Exception failure : Hostile.failures()) {
      CompletableFuture<@Nullable Object> source = new PlainFuture();
      line.sendFrom(line.sender(), source);
      complete(source, failure);
      assertEquals(Poll.FAILED, line.poll(), () -> failure.getClass().getName());
      assertTrue(line.receiver().failure() == failure, () -> failure.getClass().getName());
      assertTrue(line.receiver().drop());
    }
  }

  /** Its cause is what a shot is failed with, if it tells one. */
  @Test
  void sendFrom_ofACompletionExceptionWhoseGetCauseThrows_failsTheShot() {
    CompletableFuture<@Nullable Object> source = new PlainFuture();
    line.sendFrom(line.sender(), source);
    complete(source, new Unanswering());
    assertEquals(Poll.FAILED, line.poll());
  }

  /** What the JDK throws when it has told the dependents is its own. */
  private static void complete(CompletableFuture<@Nullable Object> source, Exception failure) {
    try {
      source.completeExceptionally(failure);
    } catch (RuntimeException | Error asked) {
      assertTrue(source.isCompletedExceptionally());
    }
  }

  @SuppressWarnings("serial") // it is never written
  private static final class Unanswering extends CompletionException {
    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException("made up");
    }
  }

  /**
   * A future whose dependents are told what it was completed with, as it is. That of the JDK wraps
   * it for {@code thenApply}, and asks it for its message meanwhile (JDK-8312436).
   */
  private static final class PlainFuture extends CompletableFuture<@Nullable Object> {
    @Override
    @SuppressWarnings("unchecked") // what is completed exceptionally has no value of any type
    public <U extends @Nullable Object> CompletableFuture<U> thenApply(
        Function<? super @Nullable Object, ? extends U> function) {
      return (CompletableFuture<U>) this;
    }
  }

  private static void assertUncaughtIsNothing(Runnable operation) {
    List<Throwable> uncaught = TestThreads.catchingUncaught(operation);
    assertEquals(0, uncaught.size());
  }
}
