package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.ReceiverGroup;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A class that is loaded for the first time while a thread waits may take the permit that the
 * sender gave, for loading may park as well (JDK-8074773). The wake-up is not lost for that, since
 * all that a wait needs is loaded when the first channel is opened.
 */
@Tag("production")
final class ClassLoadingTest {

  /** Has the value sent while the n-th class is loaded, for every n. */
  @ParameterizedTest
  @ValueSource(classes = {FirstWait.class, FirstParkingWait.class, FirstGroupWait.class})
  void firstWait_loadsNoClassAndLosesNoWakeUp(Class<?> program) throws Exception {
    int loaded = 0;
    while (isSentWhileLoading(loaded, program)) {
      loaded++;
    }
    assertEquals(0, loaded, "classes loaded in a wait");
  }

  /** Without this, the test above might find nothing because it does not see the loading. */
  @Test
  void open_ofTheFirstChannel_isSeenToLoadClasses() throws Exception {
    Loader loader = new Loader(Integer.MAX_VALUE);
    loader.begin(() -> {});
    open(loader, FirstWait.class);
    assertTrue(loader.loaded > 20, "classes loaded: " + loader.loaded);
  }

  private static Object open(Loader loader, Class<?> program) throws Exception {
    Constructor<?> constructor = loader.loadClass(program.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  /** Returns {@code false} if the wait takes fewer classes. */
  private static boolean isSentWhileLoading(int before, Class<?> program) throws Exception {
    Loader loader = new Loader(before);
    Object wait = open(loader, program);
    try (TestThreads threads = new TestThreads()) {
      Thread receiver =
          threads.start(
              () -> {
                loader.begin((Runnable) wait);
                assertEquals(42L, ((Callable<?>) wait).call());
              });
      TestThreads.await(() -> loader.isSent.get() || isParked(receiver));
      if (!loader.isSent.compareAndSet(false, true)) {
        return true;
      }
      ((Runnable) wait).run();
      return false;
    }
  }

  private static boolean isParked(Thread receiver) {
    Object blocker = LockSupport.getBlocker(receiver);
    return blocker != null && blocker.getClass().getName().startsWith("io.multishot.");
  }

  /** Receives when called, and sends when run. */
  static class FirstWait implements Callable<Long>, Runnable {
    private final LongChannel.Receiver receiver = LongChannel.open();
    private final LongChannel.Sender sender = receiver.sender();

    @Override
    public Long call() throws Exception {
      return receiver.receive();
    }

    @Override
    public void run() {
      sender.send(42);
    }
  }

  /** The same with a receiver that parks at once. */
  static class FirstParkingWait implements Callable<Long>, Runnable {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();

    @Override
    public Long call() throws Exception {
      return receiver.receive();
    }

    @Override
    public void run() {
      sender.send(42);
    }
  }

  /** The same with a receiver in a group. */
  static class FirstGroupWait implements Callable<Long>, Runnable {
    private final ParkingLongChannel.Receiver receiver = ParkingLongChannel.open();
    private final ParkingLongChannel.Sender sender = receiver.sender();
    private final ReceiverGroup group = ReceiverGroup.of(receiver);

    @Override
    public Long call() throws Exception {
      group.awaitAny();
      return receiver.take();
    }

    @Override
    public void run() {
      sender.send(42);
    }
  }

  /** Loads classes of ours anew, and has the value sent in the middle of loading one of them. */
  private static final class Loader extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    private final int last;
    private int loaded;
    private @Nullable Thread receiver;
    private @Nullable Runnable send;
    private final AtomicBoolean isSent = new AtomicBoolean();

    /** Sends after so many classes. */
    Loader(int last) {
      super(ClassLoadingTest.class.getClassLoader());
      this.last = last;
    }

    /** From now on the classes are counted that this thread loads. */
    void begin(Runnable newSend) {
      send = newSend;
      receiver = Thread.currentThread();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (Thread.currentThread() == receiver
          && loaded++ == last
          && isSent.compareAndSet(false, true)) {
        sendAndTakeThePermit();
      }
      return name.startsWith("io.multishot.") ? own(name) : super.loadClass(name, resolve);
    }

    private void sendAndTakeThePermit() {
      try (TestThreads threads = new TestThreads()) {
        threads.start(requireNonNull(send)::run);
      }
      LockSupport.parkNanos(1); // as a lock that is taken somewhere in the loading of classes
    }

    private Class<?> own(String name) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null ? known : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = requireNonNull(getParent().getResourceAsStream(file), name)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
