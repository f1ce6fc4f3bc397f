package io.multishot.processor;

import com.palantir.javapoet.ClassName;

/**
 * The runtime's classes, by name: they are on the user's class path, and need not be on the
 * processor's.
 */
final class RuntimeNames {

  static final ClassName ANNOTATION = name("MultiShot");
  static final ClassName GENERATED = name("MultiShotGenerated");
  static final ClassName RECEIVER = name("MultiShotReceiver");
  static final ClassName SENDER = name("MultiShotSender");
  static final ClassName PADDED_SENDER = name("PaddedSender");
  static final ClassName UNPADDED_SENDER = name("UnpaddedSender");
  static final ClassName SHOT = name("Shot");
  static final ClassName HANDLER = name("MultiShotHandler");
  static final ClassName WAIT_POLICY = name("WaitPolicy");

  private RuntimeNames() {}

  private static ClassName name(String simpleName) {
    return ClassName.get("io.multishot", simpleName);
  }
}
