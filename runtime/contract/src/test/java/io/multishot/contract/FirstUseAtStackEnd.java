package io.multishot.contract;

import io.multishot.Poll;
import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program whose first use of some operation is at the end of the stack. */
final class FirstUseAtStackEnd {

  // The program's own, made beforehand: to link a lambda takes a stack as well.
  private static final Waker WAKER = () -> {};
  private static final LongChannel.Handler HANDLER = value -> {};
  private static final Executor DIRECT = Runnable::run;
  private static final CompletableFuture<Long> SOURCE = CompletableFuture.completedFuture(1L);

  private FirstUseAtStackEnd() {}

  /** An operation; each leaves the shot open, or is followed by renewal. */
  enum Use {
    RECEIVE_WITHIN_A_TIME {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) throws Exception {
        try {
          receiver.receive(1, TimeUnit.NANOSECONDS);
        } catch (TimeoutException expected) {
          // there is no outcome
        }
      }
    },
    AWAIT_WITHIN_A_TIME {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) throws Exception {
        receiver.await(1, TimeUnit.NANOSECONDS);
      }
    },
    POLL_WITH_A_WAKER {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        receiver.poll(WAKER);
      }
    },
    ON_RECEIVE {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        receiver.onReceive(HANDLER, DIRECT);
        sender.send(1);
      }
    },
    TO_FUTURE {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        receiver.toFuture().cancel(true);
      }
    },
    SEND_FROM {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        sender.sendFrom(SOURCE);
      }
    },
    SEND {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        sender.send(1);
        receiver.take();
      }
    },
    FAIL {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        sender.fail(new IllegalStateException("made up"));
      }
    },
    CLOSE_AND_ON_ABANDONED {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) {
        sender.onAbandoned(WAKER);
        receiver.renew();
        sender.close();
      }
    },
    GROUP {
      @Override
      void use(LongChannel.Receiver receiver, LongChannel.Sender sender) throws Exception {
        ReceiverGroup.of(receiver).awaitAny(1, TimeUnit.NANOSECONDS);
      }
    };

    abstract void use(LongChannel.Receiver receiver, LongChannel.Sender sender) throws Exception;
  }

  private static Use tested = Use.SEND;
  private static boolean isOver;
  private static final List<Throwable> HARMED = new ArrayList<>(10_000);

  public static void main(String[] arguments) {
    tested = Use.valueOf(arguments[0]);
    Thread.setDefaultUncaughtExceptionHandler((thread, uncaught) -> {});
    // What opening a channel does, with stack to spare, is the runtime's to choose.
    LongChannel.Receiver receiver = LongChannel.open();
    try {
      goDown(receiver);
    } catch (StackOverflowError expected) {
      // of the outermost call, if it was not over before
    }
    try {
      if (!HARMED.isEmpty()) {
        throw HARMED.get(0);
      }
      require(isOver, "used nowhere");
      useAll(receiver);
      useAll(LongChannel.open());
      System.exit(0);
    } catch (Throwable harmed) {
      harmed.printStackTrace(System.out);
      System.exit(1);
    }
  }

  /** Uses the channel at the end, and again in each frame before, until it has had the room. */
  @SuppressWarnings("InfiniteRecursion") // until the stack is at its end
  private static void goDown(LongChannel.Receiver receiver) {
    try {
      goDown(receiver);
    } catch (StackOverflowError end) {
      if (isOver) {
        return;
      }
      try {
        tested.use(receiver, receiver.renew());
        isOver = true;
      } catch (StackOverflowError noRoom) {
        throw noRoom;
      } catch (Throwable harmed) {
        HARMED.add(harmed);
        throw end;
      }
    }
  }

  private static void useAll(LongChannel.Receiver receiver) throws Exception {
    for (Use use : Use.values()) {
      use.use(receiver, receiver.renew());
      receiver.withdraw();
      LongChannel.Sender sender = receiver.renew();
      require(receiver.poll() == Poll.PENDING, use + ": armed");
      int[] received = new int[1];
      receiver.onReceive(value -> received[0] = (int) value);
      require(sender.send(7), use + ": sent");
      require(received[0] == 7, use + ": handled");
      sender = receiver.sender();
      CompletableFuture<Long> future = receiver.toFuture();
      require(sender.send(8) && future.getNow(0L) == 8, use + ": completed");
      try {
        receiver.sender();
        receiver.receive(1, TimeUnit.MILLISECONDS);
        throw new AssertionError(use + ": received what nobody sent");
      } catch (TimeoutException expected) {
        receiver.renew();
      }
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
