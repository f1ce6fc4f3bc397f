package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first outcome that is delivered has no class loaded: the stack need not have room for that,
 * and the shot is over by then.
 */
@Tag("production")
final class DeliveryLoadsNothingTest {

  @ParameterizedTest
  @ValueSource(classes = {Numbers.class, Letters.class, Records.class})
  void send_ofTheFirstShot_loadsNoClass(Class<?> program) throws Exception {
    RecordingLoader loader = new RecordingLoader();
    Runnable run =
        (Runnable) loader.loadClass(program.getName()).getDeclaredConstructor().newInstance();
    run.run(); // waits for the outcome
    loader.loaded.clear();
    run.run(); // sends it
    assertEquals(List.of(), loader.loaded);
  }

  /** Does its first step, and then its second. */
  abstract static class Program implements Runnable {
    private boolean isOpen;

    @Override
    public void run() {
      if (isOpen) {
        send();
      } else {
        open();
        isOpen = true;
      }
    }

    abstract void open();

    abstract void send();
  }

  /** A future of a primitive. */
  public static final class Numbers extends Program {
    private LongChannel.@Nullable Sender sender;

    @Override
    void open() {
      LongChannel.Receiver receiver = LongChannel.open();
      sender = requireNonNull(receiver.sender());
      CompletableFuture<?> unused = receiver.toFuture();
    }

    @Override
    void send() {
      requireNonNull(sender).send(1_000);
    }
  }

  /** A future of another one. */
  public static final class Letters extends Program {
    private CharChannel.@Nullable Sender sender;

    @Override
    void open() {
      CharChannel.Receiver receiver = CharChannel.open();
      sender = requireNonNull(receiver.sender());
      CompletableFuture<?> unused = receiver.toFuture();
    }

    @Override
    void send() {
      requireNonNull(sender).send('x');
    }
  }

  /** A handler that is given a record. */
  public static final class Records extends Program implements TradeChannel.Handler {
    private TradeChannel.@Nullable Sender sender;

    @Override
    void open() {
      TradeChannel.Receiver receiver = TradeChannel.open();
      sender = requireNonNull(receiver.sender());
      receiver.onReceive(this);
    }

    @Override
    void send() {
      requireNonNull(sender).send(1, 2.5, 3, "venue");
    }

    @Override
    public void received(Declarations.Trade trade) {
      // as it should be
    }
  }

  /** Loads the classes of this package anew, and notes of which it is asked. */
  private static final class RecordingLoader extends ClassLoader {
    final List<String> loaded = new ArrayList<>();

    RecordingLoader() {
      super(DeliveryLoadsNothingTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      loaded.add(name);
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        return name.startsWith("io.multishot.contract.")
            ? defined(name)
            : super.loadClass(name, resolve);
      }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      try (InputStream file = requireNonNull(getParent().getResourceAsStream(path), name)) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
