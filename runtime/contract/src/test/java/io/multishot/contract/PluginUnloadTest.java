package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.ReceiverGroup;
import io.multishot.Waker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host keeps its receiver for as long as it likes. A plug-in with a class loader of its own that
 * once waited there is unloaded all the same.
 */
@Tag("production")
final class PluginUnloadTest {

  /** How a plug-in has used the host's receiver. */
  public enum Use {
    HANDLER,
    HANDLER_BY_AN_EXECUTOR,
    HANDLER_WITHDRAWN,
    HANDLER_REFUSED,
    HANDLER_OF_A_RENEWED_SHOT,
    WAKER,
    FUTURE,
    FUTURE_CANCELLED,
    ON_ABANDONED_AND_SENT,
    ON_ABANDONED_AND_RENEWED,
    FAILURE_DROPPED,
    GROUP
  }

  @ParameterizedTest
  @EnumSource
  void use_ofTheHostsReceiver_keepsNoClassLoader(Use use) throws Exception {
    LongChannel.Receiver receiver = LongChannel.open();
    WeakReference<ClassLoader> loader = load(receiver, use);
    try {
      assertTrue(Collected.isSoon(loader), use::name);
    } finally {
      Reference.reachabilityFence(receiver);
    }
  }

  @SuppressWarnings("unchecked") // the plug-in, seen through what both loaders share
  private static WeakReference<ClassLoader> load(LongChannel.Receiver receiver, Use use)
      throws Exception {
    ClassLoader loader = new PluginLoader();
    Constructor<?> constructor = loader.loadClass(Plugin.class.getName()).getDeclaredConstructor();
    constructor.setAccessible(true);
    BiConsumer<LongChannel.Receiver, Use> plugin =
        (BiConsumer<LongChannel.Receiver, Use>) constructor.newInstance();
    // A thread of its own: whatever the virtual machine keeps for the thread that threw last is
    // gone.
    Thread host = new Thread(() -> plugin.accept(receiver, use));
    host.setUncaughtExceptionHandler((thread, thrown) -> {});
    host.start();
    host.join();
    return new WeakReference<>(loader);
  }

  /** Code of the plug-in: all its lambdas are its loader's. */
  public static final class Plugin implements BiConsumer<LongChannel.Receiver, Use> {

    private long seen;

    @Override
    public void accept(LongChannel.Receiver receiver, Use use) {
      LongChannel.Sender sender = receiver.sender();
      Waker waker = () -> seen++;
      switch (use.name()) { // of the enumeration itself it would need a class of the host
        case "HANDLER" -> {
          receiver.onReceive(value -> seen = value);
          sender.send(1);
        }
        case "HANDLER_BY_AN_EXECUTOR" -> {
          receiver.onReceive(value -> seen = value, task -> task.run());
          sender.send(1);
        }
        case "HANDLER_WITHDRAWN" -> {
          receiver.onReceive(value -> seen = value, task -> task.run());
          receiver.withdraw();
        }
        case "HANDLER_REFUSED" -> {
          receiver.onReceive(
              value -> seen = value,
              task -> {
                throw new RejectedExecutionException("made up");
              });
          sender.send(1);
        }
        case "HANDLER_OF_A_RENEWED_SHOT" -> {
          receiver.onReceive(value -> seen = value, task -> task.run());
          receiver.renew();
        }
        case "WAKER" -> {
          receiver.poll(waker);
          sender.send(1);
          receiver.take();
        }
        case "FUTURE" -> {
          receiver.toFuture().thenAccept(value -> seen = value).isDone();
          sender.send(1);
        }
        case "FUTURE_CANCELLED" -> {
          CompletableFuture<Long> future = receiver.toFuture();
          future.thenAccept(value -> seen = value).isDone();
          future.cancel(true);
        }
        case "ON_ABANDONED_AND_SENT" -> {
          sender.onAbandoned(waker);
          sender.send(1);
        }
        case "ON_ABANDONED_AND_RENEWED" -> {
          sender.onAbandoned(waker);
          receiver.renew();
        }
        case "FAILURE_DROPPED" -> {
          sender.fail(new PluginException());
          receiver.drop();
        }
        case "GROUP" -> {
          ReceiverGroup.of(receiver).pollAny(waker);
          sender.send(1);
          receiver.take();
        }
        default -> throw new AssertionError(use);
      }
    }
  }

  /** Of a class of the plug-in. */
  @SuppressWarnings("serial") // it is never written
  public static final class PluginException extends Exception {}

  /** Loads the plug-in's classes anew. */
  private static final class PluginLoader extends ClassLoader {

    PluginLoader() {
      super(PluginUnloadTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(PluginUnloadTest.class.getName() + "$Plugin")) {
        return super.loadClass(name, resolve);
      }
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
