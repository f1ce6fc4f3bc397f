package io.multishot.processor.rounds;

import io.multishot.processor.model.Channel;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.PendingChannels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * What becomes of the declarations of a compilation, from round to round.
 *
 * <pre>
 *  state     meaning                      next
 *  waiting   read again in each round     written, if it can be read and is not held back;
 *                                         refused, if it is in error, or there is no next round
 *  written   its channel is written       done, if it reads the same in the last round;
 *                                         refused, if it reads otherwise
 *  refused   its problem is reported      none
 * </pre>
 *
 * <p>A declaration waits because it mentions what does not exist yet. Those that wait for each
 * other's channels only are written together. Compilers other than javac hide a part whose type is
 * yet to be generated, rather than show that it is missing: so messages are held back while generic
 * channels are written, which are what they hide; and in the last round each declaration is read
 * again.
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

  /** Each with what it was read as. */
  private final Map<DeclarationName, String> written = new LinkedHashMap<>();

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
    Map<DeclarationName, TypeElement> candidates = new LinkedHashMap<>();
    for (DeclarationName name : waiting.keySet()) {
      declarations.find(name).ifPresent(declaration -> candidates.put(name, declaration));
    }
    for (TypeElement declaration : found) {
      if (admission.admits(declaration)) {
        candidates.put(declarations.nameOf(declaration), declaration);
      }
    }
    waiting.clear();
    Map<DeclarationName, Channel> channels = read(candidates);
    if (channels.isEmpty()) {
      channels = new Knot(declarations, candidates).read(waiting);
    }
    write(channels, candidates);
  }

  /** Reads what can be read now; the rest waits for the next round, which comes. */
  private Map<DeclarationName, Channel> read(Map<DeclarationName, TypeElement> candidates) {
    if (candidates.values().stream().noneMatch(Rounds::isGeneric)) {
      return readAll(candidates);
    }
    Map<DeclarationName, TypeElement> messages = new LinkedHashMap<>(candidates);
    messages.values().removeIf(element -> isGeneric(element) || Declarations.namesType(element));
    Map<DeclarationName, TypeElement> others = new LinkedHashMap<>(candidates);
    others.keySet().removeAll(messages.keySet());
    Map<DeclarationName, Channel> channels = readAll(others);
    if (channels.isEmpty()) {
      return readAll(messages);
    }
    messages.keySet().forEach(name -> waiting.put(name, ""));
    return channels;
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
      Map<DeclarationName, Channel> channels, Map<DeclarationName, TypeElement> elements) {
    elements.forEach(
        (name, declaration) -> {
          Channel channel = channels.get(name);
          if (channel != null && files.write(channel, name, declaration)) {
            written.put(name, LastRound.describe(channel));
          }
        });
  }

  private static boolean isGeneric(TypeElement declaration) {
    return !declaration.getTypeParameters().isEmpty();
  }

  /** Ends a compilation in which no error has been reported. */
  public void end() {
    LastRound last = new LastRound(declarations);
    last.reportMissing(waiting);
    last.compare(written);
  }
}
