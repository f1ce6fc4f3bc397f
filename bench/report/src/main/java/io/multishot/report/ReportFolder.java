package io.multishot.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder with what was measured, from which the report is drawn.
 *
 * @param folder has the results, and gets the README and the charts that are committed with it
 * @param pages gets the page for a browser and all charts
 */
record ReportFolder(Path folder, Path pages) {

  private static final String TITLE = "MultiShot for Java, measured";

  private static final String NOTE =
      "The command `draw` writes this file, and a page for a browser (`index.html`), which has a"
          + " chart for every table.";

  static ReportFolder of(Path folder) {
    return new ReportFolder(folder, Folders.pages(folder));
  }

  /** All that was measured, a JDK each. */
  List<Results> results() throws IOException {
    List<Results> results = Results.readAll(folder);
    if (results.isEmpty()) {
      throw new IOException("there are no results in " + folder.toAbsolutePath());
    }
    return results;
  }

  /** Writes everything but the results, and returns the page for a browser. */
  Path draw() throws IOException {
    List<Block> blocks =
        Chapters.of(TITLE, Machine.readAll(folder), results(), Budgets.all(), Catalogue.sections());
    Files.createDirectories(pages);
    for (Block block : blocks) {
      if (block instanceof Block.Chart chart) {
        Files.writeString(pages.resolve(chart.name()), chart.svg());
        if (chart.isCommitted()) {
          Files.writeString(folder.resolve(chart.name()), chart.svg());
        }
      }
    }
    List<Block> readme = new ArrayList<>(blocks);
    readme.add(1, new Block.Paragraph(NOTE));
    Files.writeString(folder.resolve("README.md"), MarkdownWriter.write(readme));
    Path page = pages.resolve("index.html");
    Files.writeString(page, HtmlWriter.write(TITLE, blocks));
    return page;
  }

  /** Shortens the results; see {@link CompactJson}. */
  int compact() throws IOException {
    List<Path> files = Results.files(folder);
    for (Path file : files) {
      CompactJson.rewrite(file);
    }
    return files.size();
  }
}
