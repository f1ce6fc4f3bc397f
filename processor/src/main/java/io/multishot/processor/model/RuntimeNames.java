package io.multishot.processor.model;

import com.palantir.javapoet.ClassName;

/**
 * The runtime's classes, by name: they are on the user's class path, and need not be on the
 * processor's.
 */
public final class RuntimeNames {

  /** The lowest API level of the runtime that has all that generated code uses. */
  public static final int LEVEL = 1;

  public static final ClassName API_LEVEL = name("ApiLevel");
  public static final ClassName ANNOTATION = name("MultiShot");
  public static final ClassName SLAB_ANNOTATION = name("MultiShotSlab");
  public static final ClassName CALL_ANNOTATION = name("MultiShotCall");
  public static final ClassName CALLER = name("MultiShotCaller");
  public static final ClassName REQUEST = name("MultiShotRequest");
  public static final ClassName CALL_ROUTE = name("CallRoute");
  public static final ClassName POLL = name("Poll");
  public static final ClassName WAKER = name("Waker");
  public static final ClassName CHECK_RETURN_VALUE = name("CheckReturnValue");
  public static final ClassName GENERATED = name("MultiShotGenerated");
  public static final ClassName SUPPRESS_SPOTBUGS = GENERATED.nestedClass("SuppressFBWarnings");
  public static final ClassName RECEIVER = name("TypedReceiver");
  public static final ClassName SENDER = name("MultiShotSender");
  public static final ClassName PADDED_SENDER = name("PaddedSender");
  public static final ClassName UNPADDED_SENDER = name("UnpaddedSender");
  public static final ClassName SHOT = name("TypedShot");
  public static final ClassName HANDLER = name("MultiShotHandler");
  public static final ClassName SLAB = name("Slab");
  public static final ClassName SLAB_HANDLER = name("SlabHandler");
  public static final ClassName SLAB_ID = name("SlabId");
  public static final ClassName WAIT_POLICY = name("WaitPolicy");

  private RuntimeNames() {}

  private static ClassName name(String simpleName) {
    return ClassName.get("io.multishot", simpleName);
  }
}
