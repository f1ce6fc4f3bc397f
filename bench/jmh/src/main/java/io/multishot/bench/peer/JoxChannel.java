package io.multishot.bench.peer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A channel of Jox, which is compiled for Java 21: it is bound at run time. */
public final class JoxChannel {

  private final Object channel;

  private JoxChannel(Object channel) {
    this.channel = channel;
  }

  /** A channel whose sender waits for the receiver. */
  public static JoxChannel rendezvous() {
    requireJdk21();
    try {
      return new JoxChannel((Object) Handles.NEW_RENDEZVOUS.invokeExact());
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public static JoxChannel buffered(int capacity) {
    requireJdk21();
    try {
      return new JoxChannel((Object) Handles.NEW_BUFFERED.invokeExact(capacity));
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  private static void requireJdk21() {
    if (Runtime.version().feature() < 21) {
      throw new UnsupportedOperationException(
          "skipped: Jox needs JDK 21, and this is " + Runtime.version());
    }
  }

  public void send(Long value) throws InterruptedException {
    try {
      Handles.SEND.invokeExact(channel, (Object) value);
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  public Long receive() throws InterruptedException {
    try {
      return (Long) (Object) Handles.RECEIVE.invokeExact(channel);
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Linked when the first channel is made. */
  private static final class Handles {

    static final MethodHandle NEW_RENDEZVOUS;
    static final MethodHandle NEW_BUFFERED;
    static final MethodHandle SEND;
    static final MethodHandle RECEIVE;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> type = Class.forName("com.softwaremill.jox.Channel");
        NEW_RENDEZVOUS =
            erased(lookup.findStatic(type, "newRendezvousChannel", MethodType.methodType(type)));
        NEW_BUFFERED =
            erased(
                lookup.findStatic(
                    type, "newBufferedChannel", MethodType.methodType(type, int.class)));
        SEND =
            erased(
                lookup.findVirtual(type, "send", MethodType.methodType(void.class, Object.class)));
        RECEIVE = erased(lookup.findVirtual(type, "receive", MethodType.methodType(Object.class)));
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("Jox", impossible);
      }
    }

    private static MethodHandle erased(MethodHandle handle) {
      return handle.asType(handle.type().erase());
    }
  }
}
