package io.multishot.lincheck;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The reference that a sender holds: the payload of a channel is private. */
final class HeldReference {

  private static final VarHandle VALUE = value();

  private HeldReference() {}

  static @Nullable Object of(ReferenceChannel.Sender sender) {
    return VALUE.get(sender);
  }

  private static VarHandle value() {
    Class<?> payload = ReferenceChannel.Sender.class.getSuperclass();
    try {
      return MethodHandles.privateLookupIn(payload, MethodHandles.lookup())
          .findVarHandle(payload, "value", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no field value in " + payload, e);
    }
  }
}
