package io.multishot.bench.compile;

import io.multishot.bench.MetricsProfiler;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One run of {@code javac} over {@link #declarations} source files, from sources to class files,
 * all of them in memory.
 *
 * <p>What a processor costs is the difference between {@link Processing#FULL} and {@link
 * Processing#NONE}: its own work, and the compilation of what it generates.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileTime {

  /**
   * The same for all, or what compiles little or slowly would be measured in a colder machine. Then
   * javac itself is warm, whichever processor it runs.
   */
  private static final int WARM_UP_RUNS = 15;

  private static final int WARM_UP_DECLARATIONS = 100;

  private static final AtomicBoolean HAS_COMPILED = new AtomicBoolean();

  @Param public Over over = Over.MULTISHOT;

  @Param public Declares declares = Declares.VALUE;

  @Param({"1", "10", "100", "1000"})
  public int declarations;

  @Param({"NONE", "FULL"})
  public Processing processing = Processing.FULL;

  private Compilation compilation;
  private Usage usage;
  private Output output;
  private long classBytes;
  private long sourceBytes;

  @Setup
  public void prepare(BenchmarkParams benchmark) throws IOException {
    if (!isCold(benchmark)) {
      warmUp();
    }
    compilation = new Compilation(over, declares, declarations, processing);
  }

  private void warmUp() throws IOException {
    Compilation again = new Compilation(over, declares, WARM_UP_DECLARATIONS, processing);
    for (int run = 0; run < WARM_UP_RUNS; run++) {
      try (Output some = new Output()) {
        again.run(some);
      }
    }
  }

  @Setup(Level.Iteration)
  public void startIteration() {
    usage = new Usage();
  }

  @Setup(Level.Invocation)
  public void open() throws IOException {
    output = new Output();
    usage.start();
  }

  /**
   * The first compilation of a virtual machine, as in a build by Maven: each needs its own fork.
   */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(3)
  public void cold() throws IOException {
    if (HAS_COMPILED.getAndSet(true)) {
      throw new IllegalStateException("only the first is cold: run this with -wi 0 -i 1");
    }
    compilation.run(output);
  }

  /** One of many in the same virtual machine, as in a daemon. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 1, time = 300, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
  @Fork(2)
  public void warm() throws IOException {
    compilation.run(output);
  }

  @TearDown(Level.Invocation)
  public void check() throws IOException {
    usage.stop();
    try (Output written = output) {
      compilation.check(written);
      classBytes = Output.bytes(written.generatedClasses());
      sourceBytes = Output.bytes(written.sources());
    }
  }

  @TearDown(Level.Iteration)
  public void report(BenchmarkParams benchmark) {
    usage.reportCpu();
    if (isCold(benchmark)) {
      usage.reportHeap();
    }
    MetricsProfiler.report("classFiles", (double) classBytes, "B/op");
    MetricsProfiler.report("classFilesPerDeclaration", (double) classBytes / declarations, "B");
    MetricsProfiler.report("sourcePerDeclaration", (double) sourceBytes / declarations, "B");
  }

  private static boolean isCold(BenchmarkParams benchmark) {
    return benchmark.getMode() == Mode.SingleShotTime;
  }
}
