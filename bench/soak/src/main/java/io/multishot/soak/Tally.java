package io.multishot.soak;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often each thing happened. Any thread may add to it. */
final class Tally {

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);

  Tally() {
    for (Count what : Count.values()) {
      counts.put(what, new LongAdder());
    }
  }

  void add(Count what) {
    add(what, 1);
  }

  void add(Count what, long times) {
    adder(what).add(times);
  }

  void add(Tally other) {
    for (Count what : Count.values()) {
      add(what, other.get(what));
    }
  }

  long get(Count what) {
    return adder(what).sum();
  }

  long shots() {
    return get(Count.SAME_THREAD) + get(Count.CROSS_THREAD);
  }

  Map<Count, Long> toMap() {
    Map<Count, Long> map = new EnumMap<>(Count.class);
    for (Count what : Count.values()) {
      map.put(what, get(what));
    }
    return map;
  }

  /** One line, for {@link #parse}. */
  String format() {
    return Arrays.stream(Count.values())
        .map(what -> what.name() + "=" + get(what))
        .collect(Collectors.joining(" "));
  }

  /**
   * Reads what {@link #format} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static Tally parse(String line) {
    Tally tally = new Tally();
    for (String entry : line.trim().split(" ", -1)) {
      int equals = entry.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("no tally: " + line);
      }
      tally.add(
          Count.valueOf(entry.substring(0, equals)), Long.parseLong(entry.substring(equals + 1)));
    }
    return tally;
  }

  private LongAdder adder(Count what) {
    return Objects.requireNonNull(counts.get(what));
  }
}
