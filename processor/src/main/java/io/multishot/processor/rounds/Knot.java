package io.multishot.processor.rounds;

import io.multishot.processor.model.Channel;
import io.multishot.processor.read.DeclarationName;
import io.multishot.processor.read.PendingChannel;
import io.multishot.processor.read.PendingChannels;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Declarations that wait for nothing but each other's channels, or their own. */
final class Knot {

  private final Declarations declarations;
  private final Map<DeclarationName, TypeElement> elements;

  /**
   * Begins with all that may belong to it.
   *
   * @param elements this round's elements of the declarations that wait, at least
   */
  Knot(Declarations declarations, Map<DeclarationName, TypeElement> elements) {
    this.declarations = declarations;
    this.elements = elements;
  }

  /**
   * Returns the channels that can be written together, and removes their declarations from those
   * that wait, as well as those in error. What is assumed of the channels is at first that all are
   * written, and as visible as their declarations; then what comes of that, until nothing changes.
   * What a declaration still misses at first is all that can be held against it. Those that wait
   * for nothing by themselves are held back.
   */
  Map<DeclarationName, Channel> read(Map<DeclarationName, String> waiting) {
    Map<DeclarationName, PendingChannel> assumed = new LinkedHashMap<>();
    Set<DeclarationName> heldBack = new HashSet<>();
    for (DeclarationName name : waiting.keySet()) {
      if (waiting.get(name).isEmpty()) {
        heldBack.add(name);
      }
      declarations.pending(element(name)).ifPresent(channel -> assumed.put(name, channel));
    }
    Map<DeclarationName, Channel> channels = read(assumed, heldBack, waiting);
    while (!haveAll(channels, assumed)) {
      assumed.clear();
      channels.forEach((name, channel) -> assumed.put(name, PendingChannel.of(channel)));
      channels = read(assumed, heldBack, new LinkedHashMap<>());
    }
    waiting.keySet().removeAll(channels.keySet());
    return channels;
  }

  /** Whether the channels are what was assumed of them. */
  private static boolean haveAll(
      Map<DeclarationName, Channel> channels, Map<DeclarationName, PendingChannel> assumed) {
    Map<DeclarationName, PendingChannel> found = new LinkedHashMap<>();
    channels.forEach((name, channel) -> found.put(name, PendingChannel.of(channel)));
    return found.equals(assumed);
  }

  /** Reads the declarations once, and takes down what each of them waits for. */
  private Map<DeclarationName, Channel> read(
      Map<DeclarationName, PendingChannel> assumed,
      Set<DeclarationName> heldBack,
      Map<DeclarationName, String> waiting) {
    PendingChannels pending = new PendingChannels(assumed.values());
    Map<DeclarationName, Channel> channels = new LinkedHashMap<>();
    for (DeclarationName name : assumed.keySet()) {
      if (heldBack.contains(name)) {
        continue;
      }
      Reading reading = declarations.read(element(name), pending);
      if (reading instanceof Reading.Complete complete) {
        waiting.put(name, "");
        channels.put(name, complete.channel());
      } else if (reading instanceof Reading.Incomplete incomplete) {
        waiting.put(name, incomplete.missing());
      } else {
        waiting.remove(name);
      }
    }
    return channels;
  }

  private TypeElement element(DeclarationName name) {
    return Objects.requireNonNull(elements.get(name));
  }
}
