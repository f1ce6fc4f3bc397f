package io.multishot.processor.misuse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of one file. */
final class Lines {

  private final SourcePositions positions;
  private final CompilationUnitTree unit;

  Lines(SourcePositions positions, CompilationUnitTree unit) {
    this.positions = positions;
    this.unit = unit;
  }

  /** Says in which line a tree begins; nothing if nobody knows. */
  String of(Tree tree) {
    long position = positions.getStartPosition(unit, tree);
    @Nullable LineMap map = unit.getLineMap();
    if (map != null) {
      return words(map.getLineNumber(position));
    }
    // With -g:none, or any -g without lines, the compiler has not kept it.
    try {
      return words(count(unit.getSourceFile().getCharContent(true), position));
    } catch (IOException e) {
      return "";
    }
  }

  private static String words(long line) {
    return " in line " + line;
  }

  private static long count(CharSequence source, long position) {
    long line = 1;
    for (int i = 0; i < position; i++) {
      char c = source.charAt(i);
      boolean isFirstOfTwo = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !isFirstOfTwo)) {
        line++;
      }
    }
    return line;
  }
}
