package io.multishot.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Shortens JMH's JSON to what the report reads: the raw figures, to five digits, without the
 * scores, errors and percentiles that can be computed from them. What is left has JMH's own names
 * and structure, so that {@link Measured} reads both. A short file stays as it is.
 */
final class CompactJson {

  private static final MathContext DIGITS = new MathContext(5);
  private static final List<String> HEAD = List.of("benchmark", "mode", "vmName", "vmVersion");
  private static final String ARGUMENTS = "jvmArgs";
  private static final String PARAMS = "params";
  private static final String SECONDARY = "secondaryMetrics";
  private static final String PRIMARY = "primaryMetric";

  private CompactJson() {}

  /** Rewrites a file. */
  static void rewrite(Path file) throws IOException {
    write(file, file);
  }

  /** Writes what JMH wrote to {@code from} in short to {@code to}. */
  static void write(Path from, Path to) throws IOException {
    Measured.read(from); // reports what is wrong with the file
    try {
      JsonArray all = JsonParser.parseString(Files.readString(from)).getAsJsonArray();
      Files.writeString(to, compact(all, figures()));
    } catch (JsonParseException e) {
      throw new IOException(from + ": " + e.getMessage(), e);
    }
  }

  /** The secondary results that the report shows. */
  private static Set<String> figures() {
    Set<String> figures = new HashSet<>();
    figures.add(Measured.ALLOCATED);
    Counters.SHOWN.forEach(counter -> figures.add(counter.figure()));
    for (Section section : Catalogue.sections()) {
      section.cases().forEach(each -> figures.add(each.figure()));
    }
    return figures;
  }

  /** A line for each trial. */
  static String compact(JsonArray trials, Set<String> figures) {
    StringBuilder lines = new StringBuilder("[");
    String separator = "\n";
    for (JsonElement trial : trials) {
      lines.append(separator).append(new Gson().toJson(compact(trial.getAsJsonObject(), figures)));
      separator = ",\n";
    }
    return lines.append("\n]\n").toString();
  }

  private static JsonObject compact(JsonObject trial, Set<String> figures) {
    JsonObject compact = new JsonObject();
    for (String name : HEAD) {
      if (trial.has(name)) {
        compact.add(name, trial.get(name));
      }
    }
    JsonArray arguments = new JsonArray();
    for (JsonElement argument : trial.getAsJsonArray(ARGUMENTS)) {
      if (Trial.isCollector(argument.getAsString())) {
        arguments.add(argument);
      }
    }
    compact.add(ARGUMENTS, arguments);
    if (trial.has(PARAMS)) {
      compact.add(PARAMS, trial.get(PARAMS));
    }
    compact.add(PRIMARY, metric(trial.getAsJsonObject(PRIMARY)));
    JsonObject secondary = new JsonObject();
    trial
        .getAsJsonObject(SECONDARY)
        .asMap()
        .forEach(
            (name, metric) -> {
              if (figures.contains(name)) {
                secondary.add(name, metric(metric.getAsJsonObject()));
              }
            });
    compact.add(SECONDARY, secondary);
    return compact;
  }

  private static JsonObject metric(JsonObject metric) {
    JsonArray forks = new JsonArray();
    for (JsonElement fork : metric.getAsJsonArray("rawData")) {
      JsonArray iterations = new JsonArray();
      for (JsonElement iteration : fork.getAsJsonArray()) {
        iterations.add(rounded(iteration));
      }
      forks.add(iterations);
    }
    JsonObject compact = new JsonObject();
    compact.add("scoreUnit", metric.get("scoreUnit"));
    compact.add("rawData", forks);
    return compact;
  }

  /** JMH writes what is no number as a string. */
  private static JsonElement rounded(JsonElement figure) {
    JsonPrimitive primitive = figure.getAsJsonPrimitive();
    return primitive.isString()
        ? primitive
        : new JsonPrimitive(primitive.getAsBigDecimal().round(DIGITS).stripTrailingZeros());
  }
}
