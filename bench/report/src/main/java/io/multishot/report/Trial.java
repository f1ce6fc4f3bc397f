package io.multishot.report;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What JMH runs: a benchmark with a value for each of its parameters, on some garbage collector.
 *
 * @param benchmark class and method, in the package of the benchmarks
 * @param collector the option that chooses it, or "" for the virtual machine's own choice
 */
record Trial(String benchmark, SortedMap<String, String> params, String collector) {

  static final String PACKAGE = "io.multishot.bench.";

  private static final String COLLECTOR = "-XX:+Use";

  Trial {
    params = new TreeMap<>(params);
  }

  /** Reads {@code RoundTrip.trip over=CHANNEL -XX:+UseSerialGC}. */
  static Trial parse(String text) {
    List<String> words = Splitter.on(' ').splitToList(text);
    SortedMap<String, String> params = new TreeMap<>();
    String collector = "";
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (word.startsWith(COLLECTOR)) {
        collector = word;
      } else if (equals > 0) {
        params.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        throw new IllegalArgumentException(word + " is no parameter: " + text);
      }
    }
    return new Trial(words.get(0), params, collector);
  }

  /** From what JMH writes of it. */
  static Trial of(String benchmark, Map<String, String> params, Iterable<String> jvmArgs) {
    String collector = "";
    for (String arg : jvmArgs) {
      if (isCollector(arg)) {
        collector = arg;
      }
    }
    return new Trial(benchmark.replace(PACKAGE, ""), new TreeMap<>(params), collector);
  }

  /** Whether an argument of a virtual machine chooses its garbage collector. */
  static boolean isCollector(String arg) {
    return arg.startsWith(COLLECTOR) && arg.endsWith("GC");
  }

  /** What {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(benchmark);
    params.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    if (!collector.isEmpty()) {
      text.append(' ').append(collector);
    }
    return text.toString();
  }
}
