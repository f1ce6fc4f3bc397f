package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that a shot brought with it is kept alive after its end. */
@Tag("production") // checked mode keeps places and threads, until the next arming
final class RetentionTest extends ChannelTest {

  RetentionTest(Subject subject) {
    super(subject);
  }

  @Test
  void value_afterItsShot_isReleased() {
    if (!subject.carriesReference()) {
      return; // a primitive keeps nothing alive
    }
    assertReleased("taken", sent(line.sender()), line::take);
    assertReleased("dropped", sent(line.sender()), line.receiver()::drop);
    assertReleased("dropped by arming", sent(line.sender()), line::sender);
    assertReleased("dropped by renewing", sent(line.renew()), line::renew);
    MultiShotSender abandoned = line.renew();
    line.renew();
    assertReleased("sent to nobody", sent(abandoned), () -> {});
    MultiShotSender current = line.renew();
    assertReleased("dropped by closing", sent(current), line.receiver()::close);
    assertTrue(abandoned.isAbandoned());
  }

  @Test
  void failure_afterItsShot_isReleased() {
    assertReleased(
        "received",
        failed(line.sender()),
        () -> assertThrows(CompletionException.class, line::receive));
    assertReleased("dropped by arming", failed(line.sender()), line::sender);
    MultiShotSender abandoned = line.renew();
    line.renew();
    assertReleased("of an abandoned shot", failed(abandoned), () -> {});
    MultiShotSender current = line.renew();
    assertReleased("dropped by closing", failed(current), line.receiver()::close);
    assertTrue(abandoned.isAbandoned());
  }

  @Test
  void waker_noLongerRegistered_isReleased() {
    MultiShotSender sender = line.sender();
    assertReleased("run", registered(), () -> line.send(sender, line.value()));
    MultiShotSender next = line.sender();
    assertReleased("replaced", registered(), () -> line.poll(() -> {}));
    assertReleased("of an abandoned shot", registered(), line::renew);
    assertReleased("of a closed receiver", registered(), line.receiver()::close);
    assertTrue(next.isAbandoned());
  }

  @Test
  void handler_noLongerRegistered_isReleased() {
    List<Runnable> tasks = new ArrayList<>();
    MultiShotSender sender = line.sender();
    WeakReference<Object> late = handling(tasks::add);
    line.send(sender, line.value());
    line.take();
    MultiShotSender next = line.sender();
    assertReleased("late", late, () -> tasks.forEach(Runnable::run));
    assertReleased("taken back", handling(Runnable::run), line.receiver()::withdraw);
    assertReleased("run", handling(Runnable::run), () -> line.send(next, line.value()));
    line.sender();
    assertReleased("of a closed receiver", handling(Runnable::run), line.receiver()::close);
  }

  @Test
  void future_thatIsCancelled_isReleased() {
    line.sender();
    assertReleased("cancelled", cancelled(), () -> {});
  }

  private WeakReference<Object> cancelled() {
    CompletableFuture<?> future = line.toFuture();
    future.cancel(true);
    return new WeakReference<>(future);
  }

  private WeakReference<Object> handling(Executor executor) {
    Object captured = new Object();
    line.onReceive(value -> assertTrue(captured != value), executor);
    return new WeakReference<>(captured);
  }

  @Test
  void thread_afterReceive_isReleased() {
    assertReleased("waited", waited(), () -> {});
  }

  private WeakReference<Thread> waited() {
    MultiShotSender sender = line.sender();
    try (TestThreads threads = new TestThreads()) {
      Thread thread = threads.start(line::receive);
      TestThreads.awaitParked(thread);
      line.send(sender, line.value());
      return new WeakReference<>(thread);
    }
  }

  @Test
  void wakerAndThread_afterAGroupsWait_areReleased() {
    ReceiverGroup group = ReceiverGroup.of(line.receiver());
    line.sender();
    assertReleased("taken back", registeredWith(group), group::withdraw);
    assertReleased("waited", waitedFor(group), () -> assertEquals(0, group.pollAny()));
  }

  private static WeakReference<Waker> registeredWith(ReceiverGroup group) {
    Object captured = new Object();
    Waker waker = () -> assertNotNull(captured);
    assertEquals(ReceiverGroup.PENDING, group.pollAny(waker));
    return new WeakReference<>(waker);
  }

  private WeakReference<Thread> waitedFor(ReceiverGroup group) {
    MultiShotSender sender = line.renew();
    try (TestThreads threads = new TestThreads()) {
      Thread thread = threads.start(group::awaitAll);
      TestThreads.awaitParked(thread);
      line.send(sender, line.value());
      return new WeakReference<>(thread);
    }
  }

  private WeakReference<Object> sent(MultiShotSender sender) {
    Object value = new Object();
    line.send(sender, value);
    return new WeakReference<>(value);
  }

  private WeakReference<Throwable> failed(MultiShotSender sender) {
    Throwable failure = new Exception();
    sender.fail(failure);
    return new WeakReference<>(failure);
  }

  private WeakReference<Waker> registered() {
    Object captured = new Object();
    Waker waker = () -> assertTrue(captured != line);
    line.poll(waker);
    return new WeakReference<>(waker);
  }

  private void assertReleased(String what, WeakReference<?> reference, Runnable end) {
    end.run();
    assertTrue(Collected.isSoon(reference), what);
    assertFalse(line.receiver().toString().isEmpty(), what); // the channel is alive, still
  }
}
