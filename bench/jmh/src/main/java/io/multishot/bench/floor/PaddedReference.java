package io.multishot.bench.floor;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A reference that shares no cache line with anything else: 128 bytes on either side. */
public final class PaddedReference extends PaddedReferenceValue {

  private static final VarHandle VALUE =
      ConstantBootstraps.fieldVarHandle(
              MethodHandles.lookup(),
              "value",
              VarHandle.class,
              PaddedReferenceValue.class,
              Object.class)
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

  public PaddedReference(Object value) {
    super(value);
  }

  public Object getAndSet(Object value) {
    return (Object) VALUE.getAndSet((PaddedReferenceValue) this, value);
  }
}

/** The field itself; the subclass adds the padding behind it. */
class PaddedReferenceValue extends PaddingBefore {
  public Object value;

  PaddedReferenceValue(Object value) {
    this.value = value;
  }
}
