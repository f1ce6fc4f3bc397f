package io.multishot.modelchecker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a check has shown.
 *
 * @param executions how many executions there were, those not counted that could show nothing new
 * @param isExhausted whether these are all within the bounds that were set
 * @param outcomes how often each was told, in their order
 * @param mostSteps the most steps that each thread has made in an execution, by its name
 * @param failure what went wrong in the last execution; {@code null} if nothing ever did
 */
public record Verdict(
    long executions,
    boolean isExhausted,
    Map<String, Long> outcomes,
    Map<String, Integer> mostSteps,
    @Nullable Failure failure) {

  /**
   * What went wrong.
   *
   * @param cause what was thrown: an {@link AssertionError} if the checker found it
   * @param trace the execution, step by step
   */
  public record Failure(Throwable cause, String trace) {}

  /**
   * Tells all of it in some lines: the failure step by step, or the outcomes with their counts.
   *
   * @return text that ends with a line break
   */
  public String report() {
    StringBuilder text = new StringBuilder();
    if (failure != null) {
      text.append(failure.cause).append('\n').append(failure.trace).append('\n');
    } else {
      text.append(isExhausted ? "holds in " : "no failure in the first ");
      text.append(executions).append(" executions\n");
      outcomes.forEach((outcome, count) -> text.append("%8d  %s%n".formatted(count, outcome)));
    }
    return text.toString();
  }

  /** Whether nothing went wrong, and nothing was left out. */
  public boolean holds() {
    return failure == null && isExhausted;
  }

  /**
   * Throws the failure, with the execution that it came of.
   *
   * @return this, if there is none
   */
  public Verdict orThrow() {
    if (failure != null) {
      throw new AssertionError(failure.cause + "\n" + failure.trace, failure.cause);
    }
    return this;
  }
}
