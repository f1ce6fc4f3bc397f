package io.multishot.processor.rounds;

import io.multishot.processor.model.Target;
import io.multishot.processor.read.PendingTargets;
import io.multishot.processor.read.Request;
import io.multishot.processor.read.RequestName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * What becomes of the declarations of a compilation, from round to round.
 *
 * <pre>
 *  state      meaning                      next
 *  waiting    read again in each round     written or doubtful, once it can be read; refused or
 *                                          faulty, if it is in error; refused, if there is no
 *                                          next round
 *  faulty     seems to be in error: read   as waiting; refused, if it still seems so when there
 *             again in each round          is no next round
 *  written    its target is written        none
 *  doubtful   its target is written        written, if it reads the same in the last round;
 *                                          refused, if it reads otherwise
 *  refused    its problem is reported      none
 * </pre>
 *
 * <p>A declaration waits because it mentions what does not exist yet. Those that wait for each
 * other's targets only are written together, on the assumption that these are what the missing
 * names mean, which makes them doubtful.
 *
 * <p>Compilers other than javac hide a part whose type does not exist yet, rather than show that it
 * is missing. On these, every declaration is doubtful. Messages wait until generic targets are
 * written, for it is mostly their types that are hidden. And no mistake is reported before the last
 * round: it may be a supertype or an override that is hidden.
 *
 * <p>Between rounds only names are kept: in the next one another element may stand for the
 * declaration.
 */
public final class Rounds {

  private final Admission admission;
  private final Declarations declarations;
  private final TargetFiles files;

  /** Each with what it waits for; with nothing if that is the target of another one. */
  private final Map<RequestName, String> waiting = new LinkedHashMap<>();

  /** Those that seem to be in error, where parts of them may be hidden. */
  private final Set<RequestName> faulty = new LinkedHashSet<>();

  /** Of those whose targets are written, the ones to read again, each with what it was read as. */
  private final Map<RequestName, String> doubtful = new LinkedHashMap<>();

  /**
   * Begins a compilation.
   *
   * @param generator the name of the class that {@code @Generated} names
   */
  public Rounds(ProcessingEnvironment environment, String generator) {
    this.declarations = new Declarations(environment);
    this.admission = new Admission(environment, declarations);
    this.files = new TargetFiles(environment.getFiler(), declarations, generator);
  }

  /** Takes note that the compilation is of several modules. */
  public void compileModules() {
    files.nameModules();
  }

  /** Reads what waits and what a round has found, and writes what can be written. */
  public void run(Collection<Request> found) {
    declarations.beginRound();
    Map<RequestName, Request> candidates = new LinkedHashMap<>();
    faulty.addAll(waiting.keySet());
    for (RequestName name : faulty) {
      declarations.find(name).ifPresent(request -> candidates.put(name, request));
    }
    for (Request request : found) {
      if (admission.admits(request)) {
        candidates.put(declarations.nameOf(request), request);
      }
    }
    waiting.clear();
    faulty.clear();
    Map<RequestName, Target> targets = read(candidates);
    boolean isCertain = !declarations.mayBeHidden();
    if (targets.isEmpty()) {
      targets = new Knot(declarations, candidates).read(waiting);
      isCertain = false;
    }
    write(targets, candidates, isCertain);
    if (declarations.mayBeHidden()) {
      faulty.addAll(candidates.keySet());
      faulty.removeAll(targets.keySet());
      faulty.removeAll(waiting.keySet());
    }
  }

  /** Reads what can be read now; the rest waits for the next round, which comes. */
  private Map<RequestName, Target> read(Map<RequestName, Request> candidates) {
    if (!declarations.mayBeHidden() || candidates.values().stream().noneMatch(Request::isGeneric)) {
      return readAll(candidates);
    }
    Map<RequestName, Request> messages = new LinkedHashMap<>(candidates);
    messages.values().removeIf(request -> request.isGeneric() || request.namesType());
    Map<RequestName, Request> others = new LinkedHashMap<>(candidates);
    others.keySet().removeAll(messages.keySet());
    Map<RequestName, Target> targets = readAll(others);
    if (targets.isEmpty() && !isGenericWaiting(others, messages)) {
      return readAll(messages);
    }
    messages.keySet().forEach(name -> waiting.put(name, ""));
    return targets;
  }

  /**
   * Whether a generic declaration waits for something else than the targets of messages. If so,
   * either there will be a next round, or the compilation fails.
   */
  private boolean isGenericWaiting(
      Map<RequestName, Request> others, Map<RequestName, Request> messages) {
    PendingTargets pending =
        new PendingTargets(
            messages.values().stream().flatMap(m -> declarations.pending(m).stream()).toList());
    Map<RequestName, Request> generic = new LinkedHashMap<>(others);
    generic.keySet().retainAll(waiting.keySet());
    generic.values().removeIf(request -> !request.isGeneric());
    boolean isWaiting = false;
    for (Map.Entry<RequestName, Request> declaration : generic.entrySet()) {
      Reading reading = declarations.read(declaration.getValue(), pending);
      isWaiting |= reading instanceof Reading.Incomplete;
      if (reading instanceof Reading.Refused) {
        waiting.remove(declaration.getKey());
      }
    }
    return isWaiting;
  }

  private Map<RequestName, Target> readAll(Map<RequestName, Request> requests) {
    Map<RequestName, Target> targets = new LinkedHashMap<>();
    requests.forEach(
        (name, request) -> {
          Reading reading = declarations.read(request, PendingTargets.NONE);
          if (reading instanceof Reading.Complete complete) {
            targets.put(name, complete.target());
          } else if (reading instanceof Reading.Incomplete incomplete) {
            waiting.put(name, incomplete.missing());
          }
        });
    return targets;
  }

  private void write(
      Map<RequestName, Target> targets, Map<RequestName, Request> requests, boolean isCertain) {
    requests.forEach(
        (name, request) -> {
          Target target = targets.get(name);
          if (target != null && files.write(target, name, request) && !isCertain) {
            doubtful.put(name, LastRound.describe(target));
          }
        });
  }

  /**
   * Ends a compilation.
   *
   * @param hasErrors whether an error has been reported, and may have ended the rounds too early
   */
  public void end(boolean hasErrors) {
    declarations.beginRound();
    LastRound last = new LastRound(declarations);
    boolean isFaulty = last.reportFaulty(faulty, waiting);
    if (!hasErrors) {
      if (!isFaulty) {
        last.reportMissing(waiting);
      }
      last.compare(doubtful);
    }
  }
}
