package io.multishot;

import java.lang.StackWalker.Option;
import java.lang.module.ModuleDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Which generated code this runtime serves. A level is the set of classes and members that
 * generated code uses; it is raised when code is generated that needs more, or others. So a program
 * may have channels that different versions of the processor generated, on the newest runtime that
 * one of them needs.
 *
 * <p>For generated code, and for the processor.
 */
public final class ApiLevel {

  /** The lowest level that this runtime serves. */
  public static final int OLDEST = 1;

  /** The highest level that this runtime serves. */
  public static final int NEWEST = 1;

  private ApiLevel() {}

  /**
   * Checks, when a channel is opened, that this runtime serves its code. Without this, that code
   * would fail wherever it first misses something.
   *
   * @param level the lowest level that has all that the channel uses
   * @throws LinkageError if this runtime is too old for it, or too new
   */
  public static void require(int level) {
    if (level < OLDEST || level > NEWEST) {
      Class<?> channel = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE).getCallerClass();
      throw new LinkageError(message(channel.getName(), level));
    }
  }

  /** As the jar says it: its module, where it is one, else its manifest. */
  private static @Nullable String version() {
    ModuleDescriptor module = ApiLevel.class.getModule().getDescriptor();
    return module == null
        ? ApiLevel.class.getPackage().getImplementationVersion()
        : module.rawVersion().orElse(null);
  }

  private static String message(String channel, int level) {
    String version = version();
    return channel
        + " was generated for API level "
        + level
        + " of multishot-runtime, and the one in use"
        + (version == null ? "" : ", version " + version + ",")
        + " serves levels "
        + OLDEST
        + " to "
        + NEWEST
        + (level > NEWEST
            ? ". Use a newer multishot-runtime: at least of the version of the processor that"
                + " generated the channel"
            : ". Generate the channel anew, with the multishot-processor of the runtime's"
                + " version, or use an older multishot-runtime");
  }
}
