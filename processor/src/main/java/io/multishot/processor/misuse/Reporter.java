package io.multishot.processor.misuse;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.StringJoiner;
import javax.tools.Diagnostic;

/** Tells the user of what was found in one file. */
final class Reporter {

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Level level;
  private final Lines lines;

  Reporter(Trees trees, CompilationUnitTree unit, Level level) {
    this.trees = trees;
    this.unit = unit;
    this.level = level;
    this.lines = new Lines(trees.getSourcePositions(), unit);
  }

  void report(Findings findings) {
    for (Finding finding : findings.all()) {
      String what = finding.use() == null ? finding.remedy() : describe(finding.use(), finding);
      report(finding.problem(), finding.tree(), finding.subject(), what);
    }
  }

  void report(Problem problem, Tree tree, Object... arguments) {
    trees.printMessage(level.kind, problem.message(arguments), tree, unit);
  }

  /** Reports what is wrong with the check itself, or its settings. */
  void report(Diagnostic.Kind kind, String message, Tree tree) {
    trees.printMessage(kind, message, tree, unit);
  }

  private String describe(Use use, Finding finding) {
    StringJoiner places = new StringJoiner(" or ");
    for (Use.Place place : use.places()) {
      places.add(place.what() + lines.of(place.tree()));
    }
    return places + (finding.isRepeated() ? ", in an earlier round of the loop" : "");
  }
}
