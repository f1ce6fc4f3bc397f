package io.multishot.processor.read;

import com.palantir.javapoet.ClassName;
import io.multishot.processor.model.ReservedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ErrorType;

/**
 * The channels that are about to be written. Messages that carry each other's senders each name a
 * class that cannot exist before the other one's channel is written: this says what it will be.
 */
public final class PendingChannels {

  /** For declarations that reference no channel that is yet to be written. */
  public static final PendingChannels NONE = new PendingChannels(List.of());

  private final Map<String, List<PendingChannel>> bySimpleName = new HashMap<>();

  public PendingChannels(Collection<PendingChannel> channels) {
    for (PendingChannel channel : channels) {
      bySimpleName
          .computeIfAbsent(channel.name().simpleName(), name -> new ArrayList<>())
          .add(channel);
    }
  }

  /**
   * Finds the class that a missing one is going to be.
   *
   * @param missing what stands for the class: the compiler knows it by what the user wrote
   * @param packageName where it was written
   */
  Optional<PendingClass> find(ErrorType missing, String packageName) {
    String written = written(missing);
    int dot = written.lastIndexOf('.');
    String nested = written.substring(dot + 1);
    if (dot < 0 || !ReservedNames.NESTED.contains(nested)) {
      return Optional.empty();
    }
    return findChannel(written.substring(0, dot), packageName)
        .map(channel -> new PendingClass(channel, channel.name().nestedClass(nested)));
  }

  /** The name of a missing class, as the user wrote it. */
  static String written(ErrorType missing) {
    return ((TypeElement) missing.asElement()).getQualifiedName().toString();
  }

  /** By its full name; by its simple name in its own package, or anywhere if it is the only one. */
  private Optional<PendingChannel> findChannel(String written, String packageName) {
    List<PendingChannel> namesakes =
        bySimpleName.getOrDefault(written.substring(written.lastIndexOf('.') + 1), List.of());
    String inPackage = packageName.isEmpty() ? written : packageName + "." + written;
    for (String name : List.of(written, inPackage)) {
      for (PendingChannel channel : namesakes) {
        if (channel.name().canonicalName().equals(name)) {
          return Optional.of(channel);
        }
      }
    }
    return namesakes.size() == 1 && written.indexOf('.') < 0
        ? Optional.of(namesakes.get(0)) // imported
        : Optional.empty();
  }

  /** A class inside a channel that is about to be written. */
  record PendingClass(PendingChannel channel, ClassName name) {

    boolean isPublic() {
      return channel.isPublic();
    }

    String packageName() {
      return name.packageName();
    }
  }
}
