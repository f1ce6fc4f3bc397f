package io.multishot.processor.misuse;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;

/** Checks a class: its declarations, and each of its bodies in which a channel is used. */
final class ClassCheck {

  private final Attributed attributed;
  private final ChannelTypes types;
  private final Operations operations;
  private final Suppressions suppressions;
  private final DeclarationCheck declarations;
  private final Reporter reporter;
  private final BodyScan scan;

  ClassCheck(
      Attributed attributed,
      ChannelTypes types,
      Operations operations,
      Suppressions suppressions,
      DeclarationCheck declarations,
      Reporter reporter) {
    this.attributed = attributed;
    this.types = types;
    this.operations = operations;
    this.suppressions = suppressions;
    this.declarations = declarations;
    this.reporter = reporter;
    this.scan = new BodyScan(attributed, types, operations, declarations);
  }

  void check(ClassTree tree) {
    if (suppressions.areIn(tree.getModifiers())) {
      return;
    }
    declarations.outsideCode(tree);
    for (Tree member : tree.getMembers()) {
      if (member instanceof ClassTree nested) {
        check(nested);
      } else if (scan.hasCalls(member)) {
        analyse(member);
      }
    }
  }

  private void analyse(Tree member) {
    try {
      Budget budget = new Budget(Budget.STEPS);
      reporter.report(new Analysis(attributed, types, operations, suppressions, budget).of(member));
    } catch (Budget.ExhaustedException e) {
      // It is left alone: a warning that comes after minutes is worth less than none.
    }
  }
}
