package io.multishot.processor.rounds;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.TypeVariableName;
import io.multishot.processor.model.Channel;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

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
  boolean reportFaulty(Set<DeclarationName> faulty, Map<DeclarationName, String> waiting) {
    boolean isFaulty = false;
    for (DeclarationName name : faulty) {
      Optional<Reading> reading = declarations.find(name).map(declarations::judge);
      if (reading.isPresent() && reading.get() instanceof Reading.Incomplete incomplete) {
        waiting.put(name, incomplete.missing());
      }
      isFaulty |= reading.isPresent() && reading.get() instanceof Reading.Refused;
    }
    return isFaulty;
  }

  /** Reports what the declarations that wait have waited for. */
  void reportMissing(Map<DeclarationName, String> waiting) {
    waiting.forEach(
        (name, missing) -> {
          if (!missing.isEmpty()) {
            declarations.find(name).ifPresent(element -> reportMissing(element, missing));
          }
        });
  }

  private void reportMissing(TypeElement declaration, String missing) {
    declarations
        .reporter(declaration)
        .error(Problem.UNRESOLVED, declaration.getSimpleName(), missing);
  }

  /** Reports the declarations that read otherwise than when their channels were written. */
  void compare(Map<DeclarationName, String> written) {
    written.forEach(
        (name, before) ->
            declarations.find(name).ifPresent(declaration -> compare(declaration, before)));
  }

  private void compare(TypeElement declaration, String before) {
    if (declarations.judge(declaration) instanceof Reading.Complete complete) {
      String now = describe(complete.channel());
      if (!now.equals(before)) {
        declarations
            .reporter(declaration)
            .error(Problem.CHANGED, declaration.getSimpleName(), before, now);
      }
    }
  }

  /** Describes what a compiler may hide of a declaration: type parameters' bounds and fields. */
  static String describe(Channel channel) {
    StringBuilder description = new StringBuilder();
    if (channel.isGeneric()) {
      description.append(
          channel.typeVariables().stream()
              .map(LastRound::describe)
              .collect(joining(", ", "<", ">")));
    }
    return description
        .append(
            channel.message().fields().stream()
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
