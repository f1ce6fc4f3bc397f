package io.multishot.faults;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that was not as the contract says.
 *
 * @param channel which kind of channel
 * @param situation in which state
 * @param operation what was run
 * @param point at which of its points something was thrown; 0 if nothing
 * @param ending how the channel was used afterwards
 * @param fault what was thrown
 * @param site where
 * @param thrown what, with its stack trace
 * @param breach in which way it was not right
 * @param detail more of that
 */
public record Violation(
    String channel,
    String situation,
    String operation,
    int point,
    String ending,
    Fault fault,
    @Nullable Site site,
    @Nullable Throwable thrown,
    Breach breach,
    String detail) {

  /** Below these are the frames that have filled the stack. */
  private static final int MOST_FRAMES = 24;

  private static final Pattern GENERATED =
      Pattern.compile("(?:Padded|Unpadded|Reference|Message|Record|Long)(Channel|Slab)");

  /** What is to be mended: the same for all channels and states that show it. */
  public String kind() {
    String where =
        site != null ? site.id() : point == 0 ? "nothing injected" : "the end of the stack";
    String by = site != null ? "" : ", " + operation;
    return "%s @ %s%s".formatted(breach, GENERATED.matcher(where).replaceAll("$1"), by);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %s%n  %s, %s, %s; afterwards by %s; %s at point %d, %s%n"
            .formatted(breach, detail, channel, situation, operation, ending, fault, point, site));
    if (thrown != null) {
      text.append("  ").append(thrown).append('\n');
      Arrays.stream(thrown.getStackTrace())
          .limit(MOST_FRAMES)
          .forEach(frame -> text.append("    at ").append(frame).append('\n'));
    }
    return text.toString();
  }
}
