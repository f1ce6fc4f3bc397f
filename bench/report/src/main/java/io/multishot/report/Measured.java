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
import org.jspecify.annotations.Nullable;

/** What JMH measured in one trial, as its JSON tells it. */
final class Measured {

  /** The time of an operation, JMH's primary result. */
  static final String TIME = "";

  /** What an operation allocates, as JMH's profiler of garbage collectors calls it. */
  static final String ALLOCATED = "gc.alloc.rate.norm";

  private static final Map<String, Double> NANOS =
      Map.of("ns/op", 1.0, "us/op", 1e3, "ms/op", 1e6, "s/op", 1e9);

  private final JsonObject json;

  private Measured(JsonObject json) {
    this.json = json;
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
            new Measured(json));
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

  /**
   * The median of each fork, in the order in which they were run: nanoseconds for a time, and else
   * the figure's own unit. Empty if the trial has no such figure.
   */
  double[] forks(String figure) {
    JsonObject metric = metric(figure);
    if (metric == null) {
      return new double[0];
    }
    double scale = NANOS.getOrDefault(unit(figure), 1.0);
    return metric.getAsJsonArray("rawData").asList().stream()
        .mapToDouble(fork -> scale * median(fork.getAsJsonArray()))
        .toArray();
  }

  /** Whether the figure is a time. */
  boolean isTime(String figure) {
    return NANOS.containsKey(unit(figure));
  }

  /** The unit that JMH prints, or "" if there is no such figure. */
  String unit(String figure) {
    JsonObject metric = metric(figure);
    return metric == null ? "" : metric.get("scoreUnit").getAsString();
  }

  /** What the virtual machine calls itself. */
  String virtualMachine() {
    return json.get("vmName").getAsString() + " " + json.get("vmVersion").getAsString();
  }

  private @Nullable JsonObject metric(String figure) {
    if (figure.equals(TIME)) {
      return json.getAsJsonObject("primaryMetric");
    }
    return json.getAsJsonObject("secondaryMetrics").getAsJsonObject(figure);
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
