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

/**
 * What JMH measured in one trial.
 *
 * @param virtualMachine its name and version
 * @param figures by their names; the primary one is {@link #TIME}
 */
record Measured(String virtualMachine, Map<String, Figure> figures) {

  /** The time of an operation, JMH's primary result. */
  static final String TIME = "";

  /** What an operation allocates, as JMH's profiler of garbage collectors calls it. */
  static final String ALLOCATED = "gc.alloc.rate.norm";

  /** How many times as long one thing took as another, in one virtual machine. */
  static final String RATIO = "ratio";

  private static final Map<String, Double> NANOS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  private static final Figure NONE = new Figure("", List.of());

  /**
   * One result.
   *
   * @param unit as JMH prints it
   * @param forks the median of each fork's iterations, in the order in which the forks were run
   */
  private record Figure(String unit, List<Double> forks) {}

  /** Reads a file that JMH wrote, or {@link CompactJson}. */
  static Map<Trial, Measured> read(Path file) throws IOException {
    Map<Trial, Measured> all = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
        JsonObject json = element.getAsJsonObject();
        all.put(trial(json), measured(json));
      }
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException
        | NumberFormatException e) { // all that Gson throws where it finds another type
      throw new IOException(file + " is not what JMH writes with -rf json: " + e.getMessage(), e);
    }
    return all;
  }

  private static Trial trial(JsonObject json) {
    Map<String, String> params = new LinkedHashMap<>();
    if (json.has("params")) {
      json.getAsJsonObject("params")
          .asMap()
          .forEach((name, value) -> params.put(name, value.getAsString()));
    }
    List<String> jvmArgs = new ArrayList<>();
    required(json, "jvmArgs").getAsJsonArray().forEach(arg -> jvmArgs.add(arg.getAsString()));
    return Trial.of(required(json, "benchmark").getAsString(), params, jvmArgs);
  }

  private static Measured measured(JsonObject json) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put(TIME, figure(required(json, "primaryMetric").getAsJsonObject()));
    required(json, "secondaryMetrics")
        .getAsJsonObject()
        .asMap()
        .forEach((name, metric) -> figures.put(name, figure(metric.getAsJsonObject())));
    String virtualMachine =
        required(json, "vmName").getAsString() + " " + required(json, "vmVersion").getAsString();
    return new Measured(virtualMachine, figures);
  }

  private static Figure figure(JsonObject metric) {
    String unit = required(metric, "scoreUnit").getAsString();
    double scale = NANOS.getOrDefault(unit, 1.0);
    List<Double> forks = new ArrayList<>();
    for (JsonElement fork : required(metric, "rawData").getAsJsonArray()) {
      forks.add(scale * median(fork.getAsJsonArray()));
    }
    return new Figure(unit, forks);
  }

  private static JsonElement required(JsonObject json, String name) {
    JsonElement element = json.get(name);
    if (element == null) {
      throw new JsonParseException("a result has no " + name);
    }
    return element;
  }

  /**
   * The median of each fork, in the order in which the forks were run: nanoseconds for a time, and
   * else the figure's own unit. Empty if the trial has no such figure.
   */
  double[] forks(String figure) {
    return figures.getOrDefault(figure, NONE).forks.stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** Whether the figure is a time. */
  boolean isTime(String figure) {
    return NANOS.containsKey(unit(figure));
  }

  /** The unit that JMH prints, or "" if there is no such figure. */
  String unit(String figure) {
    return figures.getOrDefault(figure, NONE).unit;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double median(JsonArray values) {
    if (values.isEmpty()) { // as of a collector's times where it did not run
      return Double.NaN;
    }
    double[] doubles = new double[values.size()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values.get(i).getAsDouble();
    }
    return median(doubles);
  }
}
