package io.multishot.contract;

import io.multishot.Poll;
import io.multishot.Waker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A program that has so many bytes left when it calls an operation, for every number of bytes up to
 * what all of it takes, and then has memory again.
 */
final class OperationsAtMemoryEnd {

  private static final int MOST = 768;
  private static final int STEP = 24;

  /** What the program itself may need between two calls. */
  private static final int SLACK = 1 << 19;

  /** The operation, and what must hold when it has been called, whether or not it has thrown. */
  enum Operation {
    RENEW {
      @Override
      void call(Trial trial) {
        trial.receiver.renew();
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        trial.requireToldIfAbandoned();
        require(hasThrown || trial.sender.isAbandoned(), "renewed, and not abandoned");
        trial.requireOpenUnlessAbandoned();
        trial.requireNextIsReceived();
      }
    },
    CLOSE {
      @Override
      void call(Trial trial) {
        trial.receiver.close();
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        trial.requireToldIfAbandoned();
        require(hasThrown || trial.sender.isAbandoned(), "closed, and not abandoned");
        trial.requireOpenUnlessAbandoned();
        trial.receiver.close();
        require(trial.receiver.poll() == Poll.DISCONNECTED, "closed, and not disconnected");
        require(trial.sender.isAbandoned(), "closed in the end, and not abandoned");
        require(!trial.send(), "sent to a closed receiver");
      }
    },
    FAIL {
      @Override
      void call(Trial trial) {
        trial.sender.fail(trial.failure);
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        if (hasThrown) {
          require(trial.receiver.poll() == Poll.PENDING, "failed, and thrown");
          require(trial.sender.fail(trial.failure), "not failed with memory to spare");
        }
        require(trial.receiver.failure() == trial.failure, "not failed");
        trial.requireNextIsReceived();
      }
    },
    ON_RECEIVE {
      @Override
      void call(Trial trial) {
        trial.receiver.onReceive(trial.handler, trial.executor);
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        require(trial.receiver.withdraw() != hasThrown, "registered, and thrown");
        trial.receiver.onReceive(trial.handler, trial.executor);
        require(trial.send(), "not sent");
        require(trial.handled == 1, "not handled");
        trial.requireNextIsReceived();
      }
    },
    TO_FUTURE {
      @Override
      void call(Trial trial) {
        trial.future = trial.receiver.toFuture();
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        CompletableFuture<?> future = hasThrown ? trial.receiver.toFuture() : trial.future;
        require(trial.send(), "not sent");
        require(future.isDone(), "not completed");
        trial.requireNextIsReceived();
      }
    },
    CANCEL {
      @Override
      void prepare(Trial trial) {
        trial.future = trial.receiver.toFuture();
      }

      @Override
      void call(Trial trial) {
        trial.future.cancel(true);
      }

      @Override
      void check(Trial trial, boolean hasThrown) {
        trial.requireToldIfAbandoned();
        trial.future.cancel(true); // unless it is completed with the lack of memory itself
        require(trial.future.isDone(), "not done with memory to spare");
        trial.requireToldIfAbandoned();
        require(trial.sender.isAbandoned(), "cancelled, and not abandoned");
        trial.requireNextIsReceived();
      }
    };

    void prepare(Trial trial) {}

    abstract void call(Trial trial);

    abstract void check(Trial trial, boolean hasThrown);
  }

  /** A channel with all that is needed, made beforehand. */
  private static final class Trial implements Waker, Executor, FillChannel.Handler {
    private final FillChannel.Receiver receiver = FillChannel.open();
    private final FillChannel.Sender sender = receiver.sender();
    private final FillChannel.Handler handler = this;
    private final Executor executor = this;
    private final Exception failure = new Exception("made up");
    private CompletableFuture<?> future = CompletableFuture.completedFuture(null);
    private int told;
    private int handled;

    Trial() {
      sender.onAbandoned(this);
    }

    @Override
    public void wake() {
      told++;
    }

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public void received(Declarations.Fill message) {
      handled++;
    }

    boolean send() {
      return sender.send(null, true, 1, 1, 1);
    }

    void requireToldIfAbandoned() {
      boolean isAbandoned = sender.isAbandoned();
      require(told == (isAbandoned ? 1 : 0), "isAbandoned " + isAbandoned + ", told " + told);
    }

    void requireOpenUnlessAbandoned() {
      if (!sender.isAbandoned()) {
        require(receiver.poll() == Poll.PENDING, "neither abandoned nor open");
      }
    }

    void requireNextIsReceived() {
      FillChannel.Sender fresh = receiver.renew();
      boolean isSame = fresh == sender;
      if (!isSame) {
        require(!sender.isAbandoned() || !send(), "the late one was sent");
      }
      require(fresh.send(null, true, 222, 2, 2), "not sent");
      require(receiver.take().orderId() == 222, "another message received");
    }
  }

  /** Most of the memory. */
  private static final byte[] @Nullable [] HELD = new byte[256][];

  /** The rest, while the operation is called. */
  private static final byte[] @Nullable [] RESERVE = new byte[4_096][];

  /** What is left then: given back just before. */
  @SuppressWarnings("UnusedVariable") // that it is held is its use
  private static byte @Nullable [] spare;

  private OperationsAtMemoryEnd() {}

  public static void main(String[] arguments) {
    Operation operation = Operation.valueOf(arguments[0]);
    List<String> faults = new ArrayList<>();
    run(operation, 1 << 16, faults); // loads classes
    spare = new byte[SLACK];
    fill(HELD, 1 << 20, 1 << 14);
    spare = null;
    int thrown = 0;
    for (int left = 0; left <= MOST; left += STEP) {
      thrown += run(operation, left, faults) ? 1 : 0;
    }
    Arrays.fill(HELD, null);
    System.out.println(operation + ": thrown " + thrown + " times, faults " + faults);
    require(thrown > 0, "there was memory");
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  /** Returns whether there was too little memory. */
  private static boolean run(Operation operation, int left, List<String> faults) {
    boolean hasThrown = false;
    try {
      Trial trial = new Trial();
      operation.prepare(trial);
      hasThrown = callWith(operation, trial, left);
      operation.check(trial, hasThrown);
    } catch (Throwable fault) {
      faults.add(left + " bytes: " + fault.getMessage());
    }
    return hasThrown;
  }

  private static boolean callWith(Operation operation, Trial trial, int left) {
    spare = left < 16 ? null : new byte[left - 16];
    try {
      fill(RESERVE, 1 << 16, 16);
      spare = null; // which the next collection finds
      operation.call(trial);
      return false;
    } catch (OutOfMemoryError expected) {
      return true;
    } finally {
      Arrays.fill(RESERVE, null);
    }
  }

  /** Takes what memory there is, in pieces of this size at first. */
  private static void fill(byte[] @Nullable [] pieces, int largest, int smallest) {
    int taken = 0;
    for (int size = largest; size >= smallest; size /= 2) {
      try {
        while (taken < pieces.length) {
          pieces[taken] = new byte[size - 16];
          taken++;
        }
      } catch (OutOfMemoryError full) {
        // a smaller piece may find a place
      }
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
