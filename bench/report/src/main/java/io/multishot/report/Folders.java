package io.multishot.report;

import java.nio.file.Path;

/** Where the report lies, seen from the module's folder. Nothing else knows it. */
final class Folders {

  /** The report of the last full run, which is committed. */
  static final Path COMMITTED = Path.of("results");

  /** What a clean build deletes. */
  static final Path BUILD = Path.of("target", "report");

  /** The file whose table of results {@link ReadmeTable} writes. */
  static final Path ROOT_README = Path.of("..", "..", "README.md");

  private Folders() {}

  /** Where the page for a browser goes, with the charts that are not committed. */
  static Path pages(Path report) {
    return report.equals(COMMITTED) ? BUILD.resolve("full") : report;
  }
}
