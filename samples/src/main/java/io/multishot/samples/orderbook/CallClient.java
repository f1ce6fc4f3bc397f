package io.multishot.samples.orderbook;

import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks by MultiShot calls: the cell that carries the question is what the answer comes back in.
 * Nothing is allocated, except after a time-out and for a failure.
 */
final class CallClient implements Client {

  private final int session;
  private final Queue<DeskCall.Request> queue;
  private final DeskCall.Caller caller = DeskCall.open();

  CallClient(int session, Queue<DeskCall.Request> queue) {
    this.session = session;
    this.queue = queue;
  }

  @Override
  public void ask(long sequence, Command command) throws InterruptedException {
    Queues.put(queue, asked(sequence, command));
  }

  @Override
  public void askAgain(long sequence, Command command) throws InterruptedException {
    caller.abandon();
    ask(sequence, command);
  }

  @Override
  public long await(long nanos)
      throws InterruptedException, TimeoutException, UnknownOrderException {
    try {
      return nanos == ReplySlot.FOREVER
          ? caller.receive()
          : caller.receive(nanos, TimeUnit.NANOSECONDS);
    } catch (CompletionException e) {
      throw ReplySlot.refusal(e);
    }
  }

  private DeskCall.Request asked(long sequence, Command command) {
    int orderId = command.orderId();
    int price = command.price();
    return switch (command.operation()) {
      case OPEN_DAY -> caller.askOpenDay(session);
      case ADD ->
          caller.askAdd(session, sequence, orderId, command.side(), price, command.quantity());
      case CANCEL -> caller.askCancel(session, sequence, orderId);
      case BEST_BID -> caller.askBestBid(session);
      case BEST_ASK -> caller.askBestAsk(session);
      case VOLUME_AT -> caller.askVolumeAt(session, price);
    };
  }
}
