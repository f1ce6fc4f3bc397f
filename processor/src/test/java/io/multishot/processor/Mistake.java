package io.multishot.processor;

import com.google.testing.compile.JavaFileObjects;
import io.multishot.processor.read.Problem;
import javax.tools.JavaFileObject;

/**
 * A mistake in a declaration.
 *
 * @param words a part of the message that names what is wrong
 * @param source the class {@code example.Mistake}, with {@link #HERE} where the error must be
 */
record Mistake(Problem problem, String words, String source) {

  private static final String HERE = "/*here*/";

  JavaFileObject file() {
    return JavaFileObjects.forSourceString("example.Mistake", text().replace(HERE, ""));
  }

  long line() {
    return text().substring(0, text().indexOf(HERE)).chars().filter(c -> c == '\n').count() + 1;
  }

  int column() {
    int place = text().indexOf(HERE);
    return place - text().lastIndexOf('\n', place);
  }

  /** The same mistake in the declaration of a slab. */
  Mistake ofSlab() {
    return new Mistake(
        problem, ofSlab(words), ofSlab(source).replace("@MultiShot", "@MultiShotSlab"));
  }

  private static String ofSlab(String text) {
    return text.replace("channel", "slab").replace("Channel", "Slab");
  }

  boolean isOfSlab() {
    return source.contains("@MultiShotSlab");
  }

  private String text() {
    return "package example;\nimport io.multishot.*;\n" + source;
  }

  @Override
  public String toString() {
    return problem + ": " + words;
  }
}
