package io.multishot.soak;

import io.multishot.PaddedSender;
import io.multishot.fixtures.Channel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** One of the generated channels, or one of the two ways to receive a record from it. */
final class Kind {

  private static final List<Kind> ALL = findAll();

  private final String name;
  private final Supplier<Channel> open;
  private final Channel sample;
  private final boolean isPadded;
  private final MethodHandle loops = HiddenCopy.of(TypedLoops.class, Channel.class, Loops.class);

  private Kind(String name, Supplier<Channel> open) {
    this.name = name;
    this.open = open;
    this.sample = open.get();
    this.isPadded = sample.sender() instanceof PaddedSender;
  }

  /** All kinds, always in the same order. */
  static List<Kind> all() {
    return ALL;
  }

  Channel open() {
    return open.get();
  }

  /** Loops over a channel of this kind. */
  Loops loops(Channel channel) {
    try {
      return (Loops) loops.invokeExact(channel);
    } catch (Throwable thrown) {
      throw Unchecked.rethrow(thrown);
    }
  }

  /** Whether a message holds a reference. */
  boolean hasReference() {
    return sample.fieldTypes().stream().anyMatch(field -> !field.isPrimitive());
  }

  /** Whether it has several parts. */
  boolean isMessage() {
    return sample.fieldTypes().size() > 1;
  }

  /** Whether what its futures complete with can be read until the next shot is armed only. */
  boolean isView() {
    return sample.form() == Channel.Form.VIEW && !name.endsWith("View");
  }

  boolean isPadded() {
    return isPadded;
  }

  /** Whether whoever waits for it parks in the end. */
  boolean parks() {
    return !name.contains("Busy");
  }

  static Kind anyThatParks() {
    return ALL.stream().filter(Kind::parks).findFirst().orElseThrow();
  }

  /** Whether receiving makes an object: a record. */
  boolean allocates() {
    return sample.form() == Channel.Form.RECORD;
  }

  /** This kind with other channels: to see whether a fault in one would be found. */
  Kind with(Supplier<Channel> channels) {
    return new Kind(name, channels);
  }

  @Override
  public String toString() {
    return name;
  }

  private static List<Kind> findAll() {
    List<Class<?>> declarations = new ArrayList<>(List.of(Declarations.class.getDeclaredClasses()));
    declarations.sort(Comparator.comparing(Class::getName)); // reflection promises no order
    List<Kind> kinds = new ArrayList<>();
    for (Class<?> declaration : declarations) {
      String name = declaration.getSimpleName();
      Supplier<Channel> channels = channels(name);
      kinds.add(new Kind(name, channels));
      if (declaration.isRecord()) {
        kinds.add(new Kind(name + "View", () -> channels.get().views()));
      }
    }
    return List.copyOf(kinds);
  }

  /** Opens channels of a declaration. */
  private static Supplier<Channel> channels(String declaration) {
    MethodHandle constructor;
    try {
      constructor =
          MethodHandles.lookup()
              .findConstructor(
                  Class.forName(
                      Declarations.class.getName() + "_" + declaration + "ChannelAdapter"),
                  MethodType.methodType(void.class))
              .asType(MethodType.methodType(Channel.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a generated channel is not as expected", e);
    }
    return () -> {
      try {
        return (Channel) constructor.invokeExact();
      } catch (Throwable thrown) {
        throw Unchecked.rethrow(thrown);
      }
    };
  }
}
