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

  /** Whether hardly anything used a processor. */
  boolean isQuiet() {
    return load <= 0.2 * processors;
  }

  private static Path file(Path folder) {
    return folder.resolve("run.json");
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        file(folder), new GsonBuilder().setPrettyPrinting().create().toJson(this) + "\n");
  }

  static Machine read(Path folder) throws IOException {
    Path file = file(folder);
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
