package io.multishot.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionDataStore;
import org.junit.jupiter.api.Test;

/** What JaCoCo counts of the program. */
final class JacocoTest {

  /** A class without code has no line in a report, and no number. */
  @Test
  void generatedClasses_haveNoCodeToBeCovered() throws Exception {
    CoverageBuilder coverage = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(new ExecutionDataStore(), coverage);
    for (Path file : Program.classFiles()) {
      try (InputStream in = Files.newInputStream(file)) {
        analyzer.analyzeClass(in, file.toString());
      }
    }
    List<String> withCode =
        coverage.getClasses().stream()
            .filter(IClassCoverage::containsCode)
            .map(IClassCoverage::getName)
            .toList();
    assertEquals(List.of(), withCode.stream().filter(name -> name.contains("Channel")).toList());
    assertTrue(withCode.contains("demo/Main"), withCode::toString);
    assertTrue(coverage.getClasses().size() > 100, "generated ones among them");
  }
}
