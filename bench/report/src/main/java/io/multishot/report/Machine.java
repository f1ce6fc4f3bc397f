package io.multishot.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The machine that a run was made on, as far as it matters for its figures.
 *
 * @param memory in GiB
 * @param load how many processors were busy in the second before; below 0 if the system does not
 *     tell
 * @param set what was chosen to be run
 */
record Machine(
    String date,
    String processor,
    int processors,
    long memory,
    String system,
    double load,
    boolean counters,
    String set) {

  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  static Machine describe(String set) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        LocalDate.now(ZoneOffset.UTC).toString(),
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / 0x1p30),
        System.getProperty("os.name"),
        load(system),
        Counters.AVAILABLE,
        set);
  }

  /** Of one second only: a minute's average would still include the build before this. */
  private static double load(OperatingSystemMXBean system) {
    system.getCpuLoad(); // the next call covers the time since this one
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    return system.getCpuLoad() * system.getAvailableProcessors();
  }

  private static String processorName() {
    try {
      for (String line : Files.readAllLines(CPU_INFO)) {
        if (line.startsWith(MODEL)) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      // not Linux: the architecture will do
    }
    return System.getProperty("os.arch");
  }

  /** In words. */
  String hardware() {
    return "%s, %d processors, %d GiB, %s".formatted(processor, processors, memory, system);
  }

  /** Whether hardly anything used a processor. */
  boolean isQuiet() {
    return load <= 0.2 * processors;
  }

  private static Path file(Path folder, int run) {
    return folder.resolve(run == 1 ? "run.json" : "run-" + run + ".json");
  }

  /**
   * Writes it beside the results.
   *
   * @param isAdded whether earlier runs stay, to which this one is added
   */
  void write(Path folder, boolean isAdded) throws IOException {
    Files.createDirectories(folder);
    int runs = runs(folder);
    for (int run = 1; run <= runs && !isAdded; run++) {
      Files.delete(file(folder, run));
    }
    Files.writeString(
        file(folder, isAdded ? runs + 1 : 1),
        new GsonBuilder().setPrettyPrinting().create().toJson(this) + "\n");
  }

  private static int runs(Path folder) {
    int runs = 0;
    while (Files.exists(file(folder, runs + 1))) {
      runs++;
    }
    return runs;
  }

  /** The machines of all runs into a folder, in their order; the first is there in any case. */
  static List<Machine> readAll(Path folder) throws IOException {
    List<Machine> machines = new ArrayList<>();
    machines.add(read(file(folder, 1)));
    for (int run = 2; run <= runs(folder); run++) {
      machines.add(read(file(folder, run)));
    }
    return machines;
  }

  private static Machine read(Path file) throws IOException {
    try {
      Machine machine = new Gson().fromJson(Files.readString(file), Machine.class);
      if (machine != null) {
        return machine;
      }
    } catch (JsonParseException e) {
      throw new IOException(file + " does not describe a machine: " + e.getMessage(), e);
    }
    throw new IOException(file + " is empty");
  }
}
