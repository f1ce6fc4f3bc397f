package io.multishot.processor.misuse;

import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The statements around a place that a jump can lead to. */
final class Scopes {

  /** What a statement is to jumps without a label. */
  enum Kind {
    LOOP,
    SWITCH,
    SWITCH_EXPRESSION,
    LABELED
  }

  private record Scope(Kind kind, Tree tree, @Nullable Name label) {}

  private final List<Scope> scopes = new ArrayList<>();

  void enter(Kind kind, Tree tree) {
    scopes.add(new Scope(kind, tree, null));
  }

  /** Enters a labeled statement; jumps name the statement itself as their target. */
  StatementTree enter(LabeledStatementTree labeled) {
    StatementTree statement = labeled.getStatement();
    while (statement instanceof LabeledStatementTree inner) {
      statement = inner.getStatement();
    }
    scopes.add(new Scope(Kind.LABELED, statement, labeled.getLabel()));
    return statement;
  }

  void leave() {
    scopes.remove(scopes.size() - 1);
  }

  @Nullable Tree breakTarget(@Nullable Name label) {
    return target(label, Kind.LOOP, Kind.SWITCH);
  }

  @Nullable Tree continueTarget(@Nullable Name label) {
    return target(label, Kind.LOOP, Kind.LOOP);
  }

  @Nullable Tree yieldTarget() {
    return target(null, Kind.SWITCH_EXPRESSION, Kind.SWITCH_EXPRESSION);
  }

  private @Nullable Tree target(@Nullable Name label, Kind kind, Kind orKind) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Scope scope = scopes.get(i);
      boolean isIt =
          label == null
              ? scope.kind == kind || scope.kind == orKind
              : scope.kind == Kind.LABELED && label.equals(scope.label);
      if (isIt) {
        return scope.tree;
      }
    }
    return null;
  }
}
