package io.multishot.processor.rounds;

import io.multishot.processor.model.Channel;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.PendingChannels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

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
 *  written    its channel is written       none
 *  doubtful   its channel is written       written, if it reads the same in the last round;
 *                                          refused, if it reads otherwise
 *  refused    its problem is reported      none
 * </pre>
 *
 * <p>A declaration waits because it mentions what does not exist yet. Those that wait for each
 * other's channels only are written together, on the assumption that these are what the missing
 * names mean, which makes them doubtful.
 *
 * <p>Compilers other than javac hide a part whose type does not exist yet, rather than show that it
 * is missing. On these, every declaration is doubtful. Messages wait until generic channels are
 * written, for it is mostly their types that are hidden. And no mistake is reported before the last
 * round: it may be a supertype or an override that is hidden.
 *
 * <p>Between rounds only names are kept: in the next one another element may stand for the
 * declaration.
 */
public final class Rounds {

  private final Admission admission;
  private final Declarations declarations;
  private final ChannelFiles files;

  /** Each with what it waits for; with nothing if that is the channel of another one. */
  private final Map<DeclarationName, String> waiting = new LinkedHashMap<>();

  /** Those that seem to be in error, where parts of them may be hidden. */
  private final Set<DeclarationName> faulty = new LinkedHashSet<>();

  /** Of those whose channels are written, the ones to read again, each with what it was read as. */
  private final Map<DeclarationName, String> doubtful = new LinkedHashMap<>();

  /**
   * Begins a compilation.
   *
   * @param generator the name of the class that {@code @Generated} names
   */
  public Rounds(ProcessingEnvironment environment, String generator) {
    this.declarations = new Declarations(environment);
    this.admission = new Admission(environment, declarations);
    this.files = new ChannelFiles(environment.getFiler(), declarations, generator);
  }

  /** Takes note that the compilation is of several modules. */
  public void compileModules() {
    files.nameModules();
  }

  /** Reads what waits and what a round has found, and writes what can be written. */
  public void run(Collection<TypeElement> found) {
    declarations.beginRound();
    Map<DeclarationName, TypeElement> candidates = new LinkedHashMap<>();
    faulty.addAll(waiting.keySet());
    for (DeclarationName name : faulty) {
      declarations.find(name).ifPresent(declaration -> candidates.put(name, declaration));
    }
    for (TypeElement declaration : found) {
      if (admission.admits(declaration)) {
        candidates.put(declarations.nameOf(declaration), declaration);
      }
    }
    waiting.clear();
    faulty.clear();
    Map<DeclarationName, Channel> channels = read(candidates);
    boolean isCertain = !declarations.mayBeHidden();
    if (channels.isEmpty()) {
      channels = new Knot(declarations, candidates).read(waiting);
      isCertain = false;
    }
    write(channels, candidates, isCertain);
    if (declarations.mayBeHidden()) {
      faulty.addAll(candidates.keySet());
      faulty.removeAll(channels.keySet());
      faulty.removeAll(waiting.keySet());
    }
  }

  /** Reads what can be read now; the rest waits for the next round, which comes. */
  private Map<DeclarationName, Channel> read(Map<DeclarationName, TypeElement> candidates) {
    if (!declarations.mayBeHidden() || candidates.values().stream().noneMatch(Rounds::isGeneric)) {
      return readAll(candidates);
    }
    Map<DeclarationName, TypeElement> messages = new LinkedHashMap<>(candidates);
    messages.values().removeIf(element -> isGeneric(element) || Declarations.namesType(element));
    Map<DeclarationName, TypeElement> others = new LinkedHashMap<>(candidates);
    others.keySet().removeAll(messages.keySet());
    Map<DeclarationName, Channel> channels = readAll(others);
    if (channels.isEmpty() && !isGenericWaiting(others, messages)) {
      return readAll(messages);
    }
    messages.keySet().forEach(name -> waiting.put(name, ""));
    return channels;
  }

  /**
   * Whether a generic declaration waits for something else than the channels of messages. If so,
   * either there will be a next round, or the compilation fails.
   */
  private boolean isGenericWaiting(
      Map<DeclarationName, TypeElement> others, Map<DeclarationName, TypeElement> messages) {
    PendingChannels pending =
        new PendingChannels(
            messages.values().stream().flatMap(m -> declarations.pending(m).stream()).toList());
    Map<DeclarationName, TypeElement> generic = new LinkedHashMap<>(others);
    generic.keySet().retainAll(waiting.keySet());
    generic.values().removeIf(element -> !isGeneric(element));
    boolean isWaiting = false;
    for (Map.Entry<DeclarationName, TypeElement> declaration : generic.entrySet()) {
      Reading reading = declarations.read(declaration.getValue(), pending);
      isWaiting |= reading instanceof Reading.Incomplete;
      if (reading instanceof Reading.Refused) {
        waiting.remove(declaration.getKey());
      }
    }
    return isWaiting;
  }

  private Map<DeclarationName, Channel> readAll(Map<DeclarationName, TypeElement> elements) {
    Map<DeclarationName, Channel> channels = new LinkedHashMap<>();
    elements.forEach(
        (name, declaration) -> {
          Reading reading = declarations.read(declaration, PendingChannels.NONE);
          if (reading instanceof Reading.Complete complete) {
            channels.put(name, complete.channel());
          } else if (reading instanceof Reading.Incomplete incomplete) {
            waiting.put(name, incomplete.missing());
          }
        });
    return channels;
  }

  private void write(
      Map<DeclarationName, Channel> channels,
      Map<DeclarationName, TypeElement> elements,
      boolean isCertain) {
    elements.forEach(
        (name, declaration) -> {
          Channel channel = channels.get(name);
          if (channel != null && files.write(channel, name, declaration) && !isCertain) {
            doubtful.put(name, LastRound.describe(channel));
          }
        });
  }

  private static boolean isGeneric(TypeElement declaration) {
    return !declaration.getTypeParameters().isEmpty();
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
