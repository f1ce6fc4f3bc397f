package io.multishot.soak;

import io.multishot.MultiShotHandler;
import io.multishot.MultiShotSender;
import io.multishot.Poll;
import io.multishot.Waker;
import io.multishot.fixtures.Channel;
import io.multishot.fixtures.Handler;
import io.multishot.fixtures.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Channels with one method that is not as it should be. */
final class FaultyChannels {

  /** A fault shows itself in one of so many calls. */
  private static final int RARITY = 20;

  private static final AtomicLong CALLS = new AtomicLong();
  private static final AtomicReference<@Nullable Waker> LAST = new AtomicReference<>();
  private static final List<Object> KEPT = Collections.synchronizedList(new ArrayList<>());

  private FaultyChannels() {}

  /** What they kept is not to be kept by the tests. */
  static void forget() {
    KEPT.clear();
    LAST.set(null);
  }

  private static boolean isNow() {
    return CALLS.incrementAndGet() % RARITY == 0;
  }

  /** The channel that has the fault. */
  private static class Sound extends Declarations_ReferenceParkingChannelAdapter {}

  static Channel losing() {
    return new Sound() {
      @Override
      public boolean sendNumber(MultiShotSender sender, Values values, long shot) {
        return isNow() || super.sendNumber(sender, values, shot);
      }
    };
  }

  static Channel lying() {
    return new Sound() {
      @Override
      public boolean sendNumber(MultiShotSender sender, Values values, long shot) {
        return isNow() ^ super.sendNumber(sender, values, shot);
      }
    };
  }

  static Channel mixingUp() {
    return new Sound() {
      @Override
      public boolean sendNumber(MultiShotSender sender, Values values, long shot) {
        return super.sendNumber(sender, values, isNow() ? shot - 1 : shot);
      }
    };
  }

  static Channel keeping() {
    return new Sound() {
      @Override
      public boolean sendNumber(MultiShotSender sender, Values values, long shot) {
        KEPT.add(values);
        return super.sendNumber(sender, values, shot);
      }
    };
  }

  static Channel hidingOverflows() {
    return new Sound() {
      @Override
      public boolean sendNumber(MultiShotSender sender, Values values, long shot) {
        try {
          return super.sendNumber(sender, values, shot);
        } catch (StackOverflowError hidden) {
          return true;
        }
      }
    };
  }

  static Channel leavingLate() {
    return new Sound() {
      @Override
      public void sendFrom(MultiShotSender sender, CompletionStage<?> source) {
        source.whenComplete((result, failure) -> leave(sender, source));
      }

      private void leave(MultiShotSender sender, CompletionStage<?> source) {
        try {
          super.sendFrom(sender, source);
        } catch (Throwable consumed) {
          LAST.set(() -> {});
        }
      }
    };
  }

  static Channel armingAnyway() {
    return new Sound() {
      @Override
      public @Nullable MultiShotSender trySender() {
        MultiShotSender armed = super.trySender();
        return armed != null ? armed : Kind.all().get(0).open().sender();
      }
    };
  }

  static Channel allocating() {
    return new Sound() {
      @Override
      public MultiShotSender sender() {
        if (isNow()) {
          LAST.set(new LoadedWaker(() -> {}));
        }
        return super.sender();
      }
    };
  }

  static Channel renewingSilently() {
    return new Sound() {
      @Override
      public MultiShotSender renew() {
        receiver().withdraw();
        return super.renew();
      }
    };
  }

  static Channel hidingLack() {
    return new Sound() {
      @Override
      @SuppressWarnings("NullAway") // a fault
      public MultiShotSender renew() {
        try {
          return super.renew();
        } catch (OutOfMemoryError hidden) {
          return null;
        }
      }
    };
  }

  static Channel takingAgain() {
    return new Sound() {
      @Override
      public long takeNumber() {
        try {
          return super.takeNumber();
        } catch (IllegalStateException none) {
          return 0;
        }
      }
    };
  }

  static Channel swallowing() {
    return new Sound() {
      @Override
      public long receiveNumber() {
        while (true) {
          try {
            return super.receiveNumber();
          } catch (InterruptedException swallowed) {
            // waits on, as if nothing had been
          }
        }
      }
    };
  }

  static Channel keepingWorkers() {
    return new Sound() {
      @Override
      public long receiveNumber() throws InterruptedException {
        while (receiver().poll() == Poll.PENDING) {
          LockSupport.parkNanos(100_000);
        }
        return super.receiveNumber();
      }
    };
  }

  static Channel wakingTwice() {
    return new Sound() {
      @Override
      public Poll poll(Waker waker) {
        return super.poll(
            () -> {
              waker.wake();
              waker.wake();
            });
      }
    };
  }

  static Channel wakingReplaced() {
    return new Sound() {
      @Override
      public Poll poll(Waker waker) {
        Waker replaced = LAST.getAndSet(waker);
        return super.poll(
            () -> {
              waker.wake();
              if (replaced != null) {
                replaced.wake();
              }
            });
      }
    };
  }

  static Channel neverWaking() {
    return new Sound() {
      @Override
      public Poll poll(Waker waker) {
        return super.poll(() -> {});
      }
    };
  }

  static Channel tellingTwice() {
    return new Sound() {
      @Override
      public MultiShotHandler typed(Handler handler) {
        return super.typed(
            new Handler() {
              @Override
              public void received(@Nullable Object value) {
                handler.received(value);
                handler.received(value);
              }

              @Override
              public void failed(Throwable failure) {
                handler.failed(failure);
                handler.failed(failure);
              }
            });
      }
    };
  }

  static Channel tellingElsewhere() {
    return new Sound() {
      @Override
      public MultiShotHandler typed(Handler handler) {
        return super.typed(
            new Handler() {
              @Override
              public void received(@Nullable Object value) {
                new Thread(() -> handler.received(value)).start();
              }

              @Override
              public void failed(Throwable failure) {
                new Thread(() -> handler.failed(failure)).start();
              }
            });
      }
    };
  }

  static Channel losingTasks() {
    return new Sound() {
      @Override
      public void onReceiveTyped(MultiShotHandler handler, Executor executor) {
        super.onReceiveTyped(
            handler,
            task -> {
              if (!isNow()) {
                executor.execute(task);
              }
            });
      }
    };
  }

  static Channel hidingRefusals() {
    return new Sound() {
      @Override
      public void onReceiveTyped(MultiShotHandler handler, Executor executor) {
        super.onReceiveTyped(
            handler,
            task -> {
              try {
                executor.execute(task);
              } catch (Fault refusal) {
                LAST.set(() -> {});
              }
            });
      }
    };
  }

  /** Tells a handler of a shot that another is open when its task comes. */
  static Channel tellingLate() {
    return new Sound() {
      @Override
      public void onReceiveTyped(MultiShotHandler handler, Executor executor) {
        super.onReceiveTyped(
            handler,
            task ->
                executor.execute(
                    () -> {
                      boolean isLate = receiver().poll() == Poll.PENDING;
                      task.run();
                      if (isLate) {
                        handler.failed(new Fault("of no shot"));
                      }
                    }));
      }
    };
  }

  static Channel copying() {
    return new Sound() {
      @Override
      public CompletableFuture<?> toFuture() {
        return super.toFuture().copy();
      }
    };
  }
}
