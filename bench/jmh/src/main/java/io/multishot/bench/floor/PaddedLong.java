package io.multishot.bench.floor;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A {@code long} that shares no cache line with anything else: 128 bytes on either side. */
public final class PaddedLong extends PaddedLongValue {

  private static final VarHandle VALUE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(), "value", VarHandle.class, PaddedLongValue.class, long.class)
          .withInvokeExactBehavior();

  long a00;
  long a01;
  long a02;
  long a03;
  long a04;
  long a05;
  long a06;
  long a07;
  long a08;
  long a09;
  long a10;
  long a11;
  long a12;
  long a13;
  long a14;
  long a15;

  public PaddedLong(long value) {
    super(value);
  }

  public long getAcquire() {
    return (long) VALUE.getAcquire((PaddedLongValue) this);
  }

  public void setRelease(long value) {
    VALUE.setRelease((PaddedLongValue) this, value);
  }

  public void setVolatile(long value) {
    VALUE.setVolatile((PaddedLongValue) this, value);
  }
}

/** The field itself; the subclass adds the padding behind it. */
class PaddedLongValue extends PaddingBefore {
  public long value;

  PaddedLongValue(long value) {
    this.value = value;
  }
}
