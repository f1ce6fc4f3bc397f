package io.multishot.processor.misuse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A program of the corpus, which was written from the contract alone.
 *
 * @param kind what is wrong in it, or what it comes near to
 * @param shape where that is
 * @param wrong the lines in which it is wrong
 */
record CorpusProgram(Path file, String kind, String shape, SortedSet<Long> wrong) {

  /** Reads all programs of one folder: {@code right} or {@code wrong}. */
  static List<CorpusProgram> in(String folder) {
    try (Stream<Path> files = Files.list(Javac.CORPUS.resolve(folder))) {
      return files.sorted().map(CorpusProgram::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CorpusProgram read(Path file) {
    List<String> lines = new ArrayList<>();
    try {
      lines.addAll(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedSet<Long> wrong = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// wrong")) {
        wrong.add(i + 1L);
      }
    }
    return new CorpusProgram(file, header(lines, "kind"), header(lines, "shape"), wrong);
  }

  private static String header(List<String> lines, String name) {
    String start = "// " + name + ": ";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError(lines));
  }

  String name() {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  boolean isRight() {
    return wrong.isEmpty();
  }
}
