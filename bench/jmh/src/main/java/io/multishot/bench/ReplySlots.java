package io.multishot.bench;

import io.multishot.Poll;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Exchanger;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The slots of {@link ReplyOver}. */
final class ReplySlots {

  private ReplySlots() {}

  /** One channel for all replies, that are received. */
  static class OfChannel extends RenewableSlot {

    final LongChannel.Receiver receiver;
    private final LongChannel.Sender sender;

    OfChannel() {
      this(LongChannel.open());
    }

    private OfChannel(LongChannel.Receiver receiver) {
      this(receiver, receiver.sender());
    }

    OfChannel(LongChannel.Receiver receiver, LongChannel.Sender sender) {
      this.receiver = receiver;
      this.sender = sender;
    }

    @Override
    final long await() throws InterruptedException {
      return receiver.receive();
    }

    @Override
    long await(long nanos) throws InterruptedException {
      try {
        return receiver.receive(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException tooLate) {
        return NOTHING;
      }
    }

    @Override
    final void rearm() {
      receiver.sender(); // the same object
    }

    @Override
    RenewableSlot renew() {
      return new OfChannel(receiver, receiver.renew());
    }

    @Override
    final boolean reply(long reply) {
      return sender.send(reply);
    }
  }

  /** As {@link OfChannel}, but that being too late is no exception. */
  static final class OfAwaitedChannel extends OfChannel {

    OfAwaitedChannel() {}

    private OfAwaitedChannel(LongChannel.Receiver receiver, LongChannel.Sender sender) {
      super(receiver, sender);
    }

    @Override
    long await(long nanos) throws InterruptedException {
      return receiver.await(nanos, TimeUnit.NANOSECONDS) == Poll.PENDING
          ? NOTHING
          : receiver.take();
    }

    @Override
    RenewableSlot renew() {
      return new OfAwaitedChannel(receiver, receiver.renew());
    }
  }

  /** As {@link OfChannel}, of the channel whose receiver parks at once. */
  static final class OfParkingChannel extends RenewableSlot {

    private final ParkingLongChannel.Receiver receiver;
    private final ParkingLongChannel.Sender sender;

    OfParkingChannel() {
      receiver = ParkingLongChannel.open();
      sender = receiver.sender();
    }

    private OfParkingChannel(
        ParkingLongChannel.Receiver receiver, ParkingLongChannel.Sender sender) {
      this.receiver = receiver;
      this.sender = sender;
    }

    @Override
    long await() throws InterruptedException {
      return receiver.receive();
    }

    @Override
    long await(long nanos) throws InterruptedException {
      try {
        return receiver.receive(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException tooLate) {
        return NOTHING;
      }
    }

    @Override
    void rearm() {
      receiver.sender(); // the same object
    }

    @Override
    RenewableSlot renew() {
      return new OfParkingChannel(receiver, receiver.renew());
    }

    @Override
    boolean reply(long reply) {
      return sender.send(reply);
    }
  }

  /** As {@link OfChannel}, of the small channel. */
  static final class OfUnpaddedChannel extends RenewableSlot {

    private final UnpaddedLongChannel.Receiver receiver;
    private final UnpaddedLongChannel.Sender sender;

    OfUnpaddedChannel() {
      receiver = UnpaddedLongChannel.open();
      sender = receiver.sender();
    }

    private OfUnpaddedChannel(
        UnpaddedLongChannel.Receiver receiver, UnpaddedLongChannel.Sender sender) {
      this.receiver = receiver;
      this.sender = sender;
    }

    @Override
    long await() throws InterruptedException {
      return receiver.receive();
    }

    @Override
    long await(long nanos) throws InterruptedException {
      try {
        return receiver.receive(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException tooLate) {
        return NOTHING;
      }
    }

    @Override
    void rearm() {
      receiver.sender(); // the same object
    }

    @Override
    RenewableSlot renew() {
      return new OfUnpaddedChannel(receiver, receiver.renew());
    }

    @Override
    boolean reply(long reply) {
      return sender.send(reply);
    }
  }

  /** A call, which is queued itself in place of the request object. */
  static final class OfCall extends ReplySlot {

    private final EchoCall.Caller caller = EchoCall.open();

    @Override
    void submit(Worker worker, Worker.Request asking, long request) {
      worker.submit(caller.askSuccessor(request));
    }

    @Override
    long await() throws InterruptedException {
      return caller.receive();
    }

    @Override
    void rearm() {}

    @Override
    boolean reply(long reply) {
      throw new UnsupportedOperationException("skipped: a call is answered by who serves it");
    }
  }

  /** A field that tells whether there is a reply, behind one that holds it. */
  static final class OfField extends ReplySlot {

    private long value;
    private volatile boolean replied;
    private volatile @Nullable Thread waiter;

    @Override
    long await() throws InterruptedException {
      if (!replied) {
        waiter = Thread.currentThread();
        while (!replied) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          LockSupport.park(this);
        }
        waiter = null;
      }
      return value;
    }

    @Override
    void rearm() {
      replied = false;
    }

    @Override
    boolean reply(long reply) {
      value = reply;
      replied = true;
      LockSupport.unpark(waiter);
      return true;
    }
  }

  /** One queue for all replies until one is late: a late one would be taken for the next. */
  static final class OfArrayBlockingQueue extends RenewableSlot {

    private final ArrayBlockingQueue<Long> queue = new ArrayBlockingQueue<>(1);

    @Override
    long await() throws InterruptedException {
      return queue.take();
    }

    @Override
    long await(long nanos) throws InterruptedException {
      Long reply = queue.poll(nanos, TimeUnit.NANOSECONDS);
      return reply == null ? NOTHING : reply;
    }

    @Override
    void rearm() {}

    @Override
    RenewableSlot renew() {
      return new OfArrayBlockingQueue();
    }

    @Override
    boolean reply(long reply) {
      return queue.offer(reply);
    }

    @Override
    boolean tellsOfRenewal() {
      return false;
    }
  }

  /** A meeting of both threads for each reply. */
  static final class OfSynchronousQueue extends ReplySlot {

    private final SynchronousQueue<Long> queue = new SynchronousQueue<>();

    @Override
    long await() throws InterruptedException {
      return queue.take();
    }

    @Override
    void rearm() {}

    @Override
    boolean reply(long reply) throws InterruptedException {
      queue.put(reply);
      return true;
    }
  }

  /** A meeting of both threads for each reply. */
  static final class OfExchanger extends ReplySlot {

    private static final Long NOTHING = 0L;

    private final Exchanger<Long> exchanger = new Exchanger<>();

    @Override
    long await() throws InterruptedException {
      return exchanger.exchange(NOTHING);
    }

    @Override
    void rearm() {}

    @Override
    boolean reply(long reply) throws InterruptedException {
      exchanger.exchange(reply);
      return true;
    }
  }
}
