package io.multishot.samples.orderbook;

import java.util.Queue;
import java.util.concurrent.TimeoutException;

/** Sends a request object, which carries the command there and a slot for the reply. */
final class SlotClient implements Client {

  private final int session;
  private final Queue<Request> queue;
  private final ReplySlot slot;

  SlotClient(int session, Queue<Request> queue, ReplySlot slot) {
    this.session = session;
    this.queue = queue;
    this.slot = slot;
  }

  @Override
  public void ask(long sequence, Command command) throws InterruptedException {
    send(slot.arm(), sequence, command);
  }

  @Override
  public void askAgain(long sequence, Command command) throws InterruptedException {
    send(slot.rearm(), sequence, command);
  }

  @Override
  public long await(long nanos)
      throws InterruptedException, TimeoutException, UnknownOrderException {
    return slot.await(nanos);
  }

  private void send(Request request, long sequence, Command command) throws InterruptedException {
    request.set(session, sequence, command);
    Queues.put(queue, request);
  }
}
