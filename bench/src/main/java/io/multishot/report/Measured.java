package io.multishot.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What JMH measured in one trial, in one run or in several, as its JSON tells it. */
final class Measured {

  /** The time of an operation, JMH's primary result. */
  static final String TIME = "";

  /** What an operation allocates, as JMH's profiler of garbage collectors calls it. */
  static final String ALLOCATED = "gc.alloc.rate.norm";

  private static final Map<String, Double> NANOS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  private final List<JsonObject> runs;

  private Measured(List<JsonObject> runs) {
    this.runs = runs;
  }

  /** Reads a file that JMH wrote, or {@link Campaign}. */
  static Map<Trial, Measured> read(Path file) throws IOException {
    Map<Trial, Measured> all = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
        JsonObject json = element.getAsJsonObject();
        Map<String, String> params = new LinkedHashMap<>();
        if (json.has("params")) {
          json.getAsJsonObject("params")
              .asMap()
              .forEach((name, value) -> params.put(name, value.getAsString()));
        }
        List<String> jvmArgs = new ArrayList<>();
        required(json, "jvmArgs").getAsJsonArray().forEach(arg -> jvmArgs.add(arg.getAsString()));
        all.put(
            Trial.of(required(json, "benchmark").getAsString(), params, jvmArgs),
            new Measured(List.of(json)));
      }
    } catch (JsonParseException | IllegalStateException e) {
      throw new IOException(file + " is not what JMH writes with -rf json: " + e.getMessage(), e);
    }
    return all;
  }

  private static JsonElement required(JsonObject json, String name) {
    JsonElement element = json.get(name);
    if (element == null) {
      throw new JsonParseException("a result has no " + name);
    }
    return element;
  }

  /** With the forks of a later run of the same trial. */
  Measured and(Measured later) {
    List<JsonObject> all = new ArrayList<>(runs);
    all.addAll(later.runs);
    return new Measured(all);
  }

  /**
   * The median of each fork, in the order in which they were run: nanoseconds for a time, and else
   * the figure's own unit. Empty if the trial has no such figure.
   */
  double[] forks(String figure) {
    double scale = NANOS.getOrDefault(unit(figure), 1.0);
    return metrics(figure)
        .flatMap(metric -> metric.getAsJsonArray("rawData").asList().stream())
        .mapToDouble(fork -> scale * median(fork.getAsJsonArray()))
        .toArray();
  }

  /** Whether the figure is a time. */
  boolean isTime(String figure) {
    return NANOS.containsKey(unit(figure));
  }

  /** The unit that JMH prints, or "" if there is no such figure. */
  String unit(String figure) {
    return metrics(figure)
        .findFirst()
        .map(metric -> metric.get("scoreUnit").getAsString())
        .orElse("");
  }

  /** What the virtual machine calls itself. */
  String virtualMachine() {
    JsonObject any = runs.get(0);
    return any.get("vmName").getAsString() + " " + any.get("vmVersion").getAsString();
  }

  private Stream<JsonObject> metrics(String figure) {
    Stream<@Nullable JsonObject> all =
        figure.equals(TIME)
            ? runs.stream().map(run -> run.getAsJsonObject("primaryMetric"))
            : runs.stream()
                .map(run -> run.getAsJsonObject("secondaryMetrics").getAsJsonObject(figure));
    return all.filter(Objects::nonNull);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double median(JsonArray values) {
    double[] doubles = new double[values.size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values.get(i).getAsDouble();
    }
    return median(doubles);
  }
}
