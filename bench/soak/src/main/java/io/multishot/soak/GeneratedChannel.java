package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Shot;
import io.multishot.Waker;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The channels of one {@link Kind}.
 *
 * <p>This class itself is never initialized. Each kind defines it once more, as a hidden class with
 * the kind's own method handles as its constants: so the just-in-time compiler inlines the typed
 * methods of that one generated channel, and compiles the loops here for it alone, as if they had
 * been written for it. Nothing is boxed, and there is no adapter to write for each kind.
 */
final class GeneratedChannel implements Channel {

  private static final Map<String, MethodHandle> HANDLES = handles();

  private static final MethodHandle OPEN = handle("open");
  private static final MethodHandle SENDER = handle("sender");
  private static final MethodHandle TRY_SENDER = handle("trySender");
  private static final MethodHandle RENEW = handle("renew");
  private static final MethodHandle POLL = handle("poll");
  private static final MethodHandle PEEK = handle("peek");
  private static final MethodHandle TAKE = handle("take");
  private static final MethodHandle RECEIVE = handle("receive");
  private static final MethodHandle RECEIVE_UNINTERRUPTIBLY = handle("receiveUninterruptibly");
  private static final MethodHandle RECEIVE_TIMED = handle("receiveTimed");
  private static final MethodHandle HANDLER = handle("handler");
  private static final MethodHandle ON_RECEIVE = handle("onReceive");
  private static final MethodHandle ON_RECEIVE_BY = handle("onReceiveBy");
  private static final MethodHandle TO_FUTURE = handle("toFuture");
  private static final MethodHandle SEND = handle("send");
  private static final MethodHandle SEND_TO_OTHER = handle("sendToOther");
  private static final MethodHandle SEND_FRESH = handle("sendFresh");
  private static final MethodHandle SEND_REFERENCE = handle("sendReference");
  private static final MethodHandle SEND_FROM = handle("sendFrom");
  private static final MethodHandle SHOT = handle("shot");
  private static final MethodHandle SEND_SHOT = handle("sendShot");
  private static final MethodHandle EXPECTED = handle("expected");
  private static final MethodHandle TAKE_BOXED = handle("takeBoxed");
  private static final MethodHandle IMAGE = handle("image");

  private final MultiShotReceiver receiver;

  GeneratedChannel() {
    try {
      receiver = (MultiShotReceiver) OPEN.invokeExact();
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public MultiShotReceiver receiver() {
    return receiver;
  }

  @Override
  public MultiShotSender sender() {
    try {
      return (MultiShotSender) SENDER.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public @Nullable MultiShotSender trySender() {
    try {
      return (MultiShotSender) TRY_SENDER.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public MultiShotSender renew() {
    try {
      return (MultiShotSender) RENEW.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public Poll poll(Waker waker) {
    try {
      return (Poll) POLL.invokeExact(receiver, waker);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long peek() {
    try {
      return (long) PEEK.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long take() {
    try {
      return (long) TAKE.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long receive() throws InterruptedException {
    try {
      return (long) RECEIVE.invokeExact(receiver);
    } catch (InterruptedException interrupted) {
      throw interrupted;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long receiveUninterruptibly() {
    try {
      return (long) RECEIVE_UNINTERRUPTIBLY.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long receive(long nanos) throws InterruptedException, TimeoutException {
    try {
      return (long) RECEIVE_TIMED.invokeExact(receiver, nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException | TimeoutException none) {
      throw none;
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public MultiShotHandler handler(Inbox inbox) {
    try {
      return (MultiShotHandler) HANDLER.invokeExact(inbox);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void onReceive(MultiShotHandler handler, @Nullable Executor executor) {
    try {
      if (executor == null) {
        ON_RECEIVE.invokeExact(receiver, handler);
      } else {
        ON_RECEIVE_BY.invokeExact(receiver, handler, executor);
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public CompletableFuture<?> toFuture() {
    try {
      return (CompletableFuture<?>) TO_FUTURE.invokeExact(receiver);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public boolean send(MultiShotSender sender, long shot) {
    try {
      return (boolean) SEND.invokeExact(sender, shot);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public boolean sendFresh(MultiShotSender sender, long shot) {
    try {
      return (boolean) SEND_FRESH.invokeExact(sender, shot);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public boolean sendReference(MultiShotSender sender, Object reference) {
    try {
      return (boolean) SEND_REFERENCE.invokeExact(sender, reference);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void sendFrom(MultiShotSender sender, CompletionStage<?> source) {
    try {
      SEND_FROM.invokeExact(sender, source);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public Shot shot(MultiShotSender sender) {
    try {
      return (Shot) SHOT.invokeExact(sender);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public boolean send(Shot shot, long number) {
    try {
      return (boolean) SEND_SHOT.invokeExact(shot, number);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long expected(long shot) {
    try {
      return (long) EXPECTED.invokeExact(shot);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** A view is made by a channel only, and lasts as long as that arms nothing: hence another. */
  @Override
  public Object boxed(long shot) {
    try {
      MultiShotReceiver other = (MultiShotReceiver) OPEN.invokeExact();
      MultiShotSender sender = (MultiShotSender) SENDER.invokeExact(other);
      if (!(boolean) SEND_TO_OTHER.invokeExact(sender, shot)) {
        throw new SoakFailure("a receiver that waits did not want shot " + shot);
      }
      return (Object) TAKE_BOXED.invokeExact(other);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public long image(Object boxed) {
    try {
      return (long) IMAGE.invokeExact(boxed);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void cycle(long first, int shots, Receipt receipt) {
    try {
      for (long shot = first; shot < first + shots; shot++) {
        MultiShotSender sender = (MultiShotSender) SENDER.invokeExact(receiver);
        requireWanted((boolean) SEND.invokeExact(sender, shot), shot);
        requireImage(receiveBy(receipt), (long) EXPECTED.invokeExact(shot), shot);
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void request(MultiShotSender requests, long first, int shots, Receipt receipt) {
    try {
      for (long shot = first; shot < first + shots; shot++) {
        armForPeer();
        requireWanted((boolean) SEND.invokeExact(requests, shot), shot);
        requireImage(receiveBy(receipt), (long) EXPECTED.invokeExact(~shot), ~shot);
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  @Override
  public void serve(MultiShotSender replies, long first, int shots, Receipt receipt) {
    try {
      for (long shot = first; shot < first + shots; shot++) {
        requireImage(receiveBy(receipt), (long) EXPECTED.invokeExact(shot), shot);
        armForPeer();
        requireWanted((boolean) SEND.invokeExact(replies, ~shot), ~shot);
      }
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** The peer learns that its sender is armed from what is sent to it next. */
  private void armForPeer() throws Throwable {
    MultiShotSender unused = (MultiShotSender) SENDER.invokeExact(receiver);
  }

  private long receiveBy(Receipt receipt) throws Throwable {
    return switch (receipt) {
      case RECEIVE -> (long) RECEIVE.invokeExact(receiver);
      case RECEIVE_UNINTERRUPTIBLY -> (long) RECEIVE_UNINTERRUPTIBLY.invokeExact(receiver);
      case RECEIVE_TIMED -> (long) RECEIVE_TIMED.invokeExact(receiver, 1L, TimeUnit.HOURS);
      case AWAIT_AND_TAKE -> {
        requireReady(receiver.await());
        yield (long) TAKE.invokeExact(receiver);
      }
      case POLL_AND_TAKE -> {
        Poll found = receiver.poll();
        while (found == Poll.PENDING) {
          Thread.onSpinWait();
          found = receiver.poll();
        }
        requireReady(found);
        yield (long) TAKE.invokeExact(receiver);
      }
    };
  }

  private static void requireReady(Poll found) {
    if (found != Poll.READY) {
      throw new SoakFailure("a value was sent, and the receiver found " + found);
    }
  }

  private static void requireWanted(boolean isWanted, long shot) {
    if (!isWanted) {
      throw new SoakFailure("a receiver that waits did not want shot " + shot);
    }
  }

  private static void requireImage(long image, long expected, long shot) {
    if (image != expected) {
      throw new SoakFailure(
          "for shot " + shot + " received image " + image + " instead of " + expected);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, MethodHandle> handles() {
    try {
      return (Map<String, MethodHandle>)
          MethodHandles.classData(MethodHandles.lookup(), ConstantDescs.DEFAULT_NAME, Map.class);
    } catch (IllegalAccessException impossible) {
      throw new LinkageError("class data", impossible);
    }
  }

  private static MethodHandle handle(String name) {
    MethodHandle handle = HANDLES.get(name);
    if (handle == null) {
      throw new LinkageError("no handle: " + name);
    }
    return handle;
  }

  private static RuntimeException unchecked(Throwable thrown) {
    return Unchecked.rethrow(thrown);
  }
}
