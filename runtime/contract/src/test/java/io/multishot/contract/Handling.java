package io.multishot.contract;

import io.multishot.MultiShotHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of channel has a handler run, seen without its types.
 *
 * @param type the channel's {@code Handler}
 * @param onReceive {@code onReceive(handler)}
 * @param onReceiveBy {@code onReceive(handler, executor)}
 */
record Handling<R, H extends MultiShotHandler>(
    Class<H> type, BiConsumer<R, H> onReceive, ByExecutor<R, H> onReceiveBy) {

  /** {@code onReceive(handler, executor)}. */
  interface ByExecutor<R, H> {
    void register(R receiver, H handler, Executor executor);
  }

  void register(R receiver, Subject.Handler handler) {
    onReceive.accept(receiver, typed(handler));
  }

  void register(R receiver, Subject.Handler handler, Executor executor) {
    onReceiveBy.register(receiver, typed(handler), executor);
  }

  private H typed(Subject.Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(handler, method.getName(), arguments)));
  }

  private static @Nullable Object call(
      Subject.Handler handler, String method, @Nullable Object[] arguments) {
    switch (method) {
      case "received" -> handler.received(Subjects.keepAny(arguments[0]));
      case "failed" -> handler.failed((Throwable) arguments[0]);
      default -> throw new AssertionError(method);
    }
    return null;
  }
}
