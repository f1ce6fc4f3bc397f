package io.multishot.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes files as JMH does, of figures that nobody measured. */
final class JmhJson {

  private final JsonArray trials = new JsonArray();

  /** A trial with one figure for each fork, in nanoseconds. */
  JmhJson add(String trial, double... forks) {
    return add(
        trial,
        forks,
        Measured.ALLOCATED,
        metric("B/op", Arrays.stream(forks).map(x -> 24).toArray()));
  }

  /** A trial that measured a multiple itself, one for each fork. */
  JmhJson addMultiple(String trial, double... forks) {
    return add(trial, forks, Measured.RATIO, metric("×", forks));
  }

  private JmhJson add(String trial, double[] forks, String figure, JsonObject metric) {
    Trial parsed = Trial.parse(trial);
    JsonObject json = new JsonObject();
    json.addProperty("benchmark", Trial.PACKAGE + parsed.benchmark());
    JsonArray jvmArgs = new JsonArray();
    jvmArgs.add("-XX:+IgnoreUnrecognizedVMOptions");
    if (!parsed.collector().isEmpty()) {
      jvmArgs.add(parsed.collector());
    }
    json.add("jvmArgs", jvmArgs);
    json.addProperty("vmName", "A virtual machine");
    json.addProperty("vmVersion", "17.0.99");
    JsonObject params = new JsonObject();
    parsed.params().forEach(params::addProperty);
    json.add("params", params);
    json.add("primaryMetric", metric("ns/op", forks));
    JsonObject secondary = new JsonObject();
    secondary.add(figure, metric);
    json.add("secondaryMetrics", secondary);
    trials.add(json);
    return this;
  }

  private static JsonObject metric(String unit, double... forks) {
    JsonArray raw = new JsonArray();
    for (double fork : forks) {
      JsonArray iterations = new JsonArray();
      iterations.add(fork * 10); // an outlier, which a median passes over
      iterations.add(fork);
      iterations.add(fork);
      raw.add(iterations);
    }
    JsonObject metric = new JsonObject();
    metric.addProperty("scoreUnit", unit);
    metric.add("rawData", raw);
    return metric;
  }

  void write(Path folder, int release) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(Results.next(folder, release), trials.toString());
  }
}
