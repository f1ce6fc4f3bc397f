package io.multishot.processor.rounds;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.CallMethod;
import io.multishot.processor.model.Target;
import io.multishot.processor.read.Problem;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RequestName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is reported when there is no next round. */
final class LastRound {

  private final Declarations declarations;

  LastRound(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * Reports what is wrong with declarations that seem to be in error, and notes those that wait.
   *
   * @return whether anything is
   */
  boolean reportFaulty(Set<RequestName> faulty, Map<RequestName, String> waiting) {
    boolean isFaulty = false;
    for (RequestName name : faulty) {
      Optional<Reading> reading = declarations.find(name).map(declarations::judge);
      if (reading.isPresent() && reading.get() instanceof Reading.Incomplete incomplete) {
        waiting.put(name, incomplete.missing());
      }
      isFaulty |= reading.isPresent() && reading.get() instanceof Reading.Refused;
    }
    return isFaulty;
  }

  /** Reports what the declarations that wait have waited for. */
  void reportMissing(Map<RequestName, String> waiting) {
    waiting.forEach(
        (name, missing) -> {
          if (!missing.isEmpty()) {
            declarations.find(name).ifPresent(request -> reportMissing(request, missing));
          }
        });
  }

  private void reportMissing(Request request, String missing) {
    declarations.reporter(request).error(Problem.UNRESOLVED, request.simpleName(), missing);
  }

  /** Reports the declarations that read otherwise than when their targets were written. */
  void compare(Map<RequestName, String> written) {
    written.forEach(
        (name, before) -> declarations.find(name).ifPresent(request -> compare(request, before)));
  }

  private void compare(Request request, String before) {
    if (declarations.judge(request) instanceof Reading.Complete complete) {
      String now = describe(complete.target());
      if (!now.equals(before)) {
        declarations.reporter(request).error(Problem.CHANGED, request.simpleName(), before, now);
      }
    }
  }

  /** Describes what a compiler may hide of a declaration: type parameters' bounds and fields. */
  static String describe(Target target) {
    StringBuilder description = new StringBuilder();
    if (target.isGeneric()) {
      description.append(
          target.typeVariables().stream()
              .map(LastRound::describe)
              .collect(joining(", ", "<", ">")));
    }
    for (CallMethod method : target.methods()) {
      description.append(
          method.parameters().stream()
              .map(parameter -> parameter.type().toString())
              .collect(joining(", ", method.name() + "(", ") ")));
    }
    return description
        .append(
            target.message().fields().stream()
                .map(field -> field.type() + " " + field.name())
                .collect(joining(", ", "(", ")")))
        .toString();
  }

  private static String describe(TypeVariableName variable) {
    return variable.bounds().isEmpty()
        ? variable.name()
        : variable.bounds().stream()
            .map(String::valueOf)
            .collect(joining(" & ", variable.name() + " extends ", ""));
  }
}
