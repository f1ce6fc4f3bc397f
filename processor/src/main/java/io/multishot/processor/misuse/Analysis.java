package io.multishot.processor.misuse;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of one body: what its parts share. It interprets the body over {@link State states},
 * as the compiler's own definite assignment does, and finds what is misuse on every way.
 */
final class Analysis {

  final Attributed attributed;
  final ChannelTypes types;
  final Operations operations;
  final Suppressions suppressions;
  final Flow flow = new Flow(State.EMPTY);
  final Findings findings = new Findings();
  final Scopes scopes = new Scopes();
  final Budget budget;
  final Bodies bodies;
  final Calls calls;
  final Conditions conditions;
  final Constants constants;
  final Expressions expressions;
  final Ids ids;
  final Loops loops;
  final References references;
  final Seats seats;
  final Switches switches;
  final Tries tries;
  final BodyWalk walk;

  private final Set<Element> suppressedVariables = new HashSet<>();
  private int suppressed;

  /** How many of the loops around are in a later round than their first. */
  private int repeated;

  Analysis(
      Attributed attributed,
      ChannelTypes types,
      Operations operations,
      Suppressions suppressions,
      Budget budget) {
    this.attributed = attributed;
    this.types = types;
    this.operations = operations;
    this.suppressions = suppressions;
    this.budget = budget;
    this.bodies = new Bodies(this);
    this.calls = new Calls(this);
    this.conditions = new Conditions(this);
    this.constants = new Constants(this);
    this.expressions = new Expressions(this);
    this.ids = new Ids(this);
    this.loops = new Loops(this);
    this.references = new References(this);
    this.seats = new Seats(this);
    this.switches = new Switches(this);
    this.tries = new Tries(this);
    this.walk = new BodyWalk(this);
  }

  /** Analyses a method, an initialiser or a field. */
  Findings of(Tree member) {
    seats.scan(member, null);
    bodies.member(member);
    return findings;
  }

  void scan(@Nullable Tree tree) {
    walk.scan(tree, null);
  }

  void scan(Iterable<? extends Tree> trees) {
    walk.scan(trees, null);
  }

  /** Tells of an object, unless the variable that it is used by is to be left alone. */
  void tell(Problem problem, Tree tree, ExpressionTree by, String subject, @Nullable Use use) {
    if (suppressed == 0 && !isSuppressed(by)) {
      findings.add(new Finding(problem, tree, subject, "", use, repeated > 0));
    }
  }

  /** Tells of a sender or a request that is used once more. */
  void tellConsumed(Tree tree, ExpressionTree by, Ref sender, Use use) {
    boolean isRequest = sender.role == Role.REQUEST;
    tell(isRequest ? Problem.REQUEST_CONSUMED : Problem.CONSUMED, tree, by, "sender", use);
  }

  /**
   * Code elsewhere runs here, which may take ids back that are left to handlers or futures, or wait
   * at a request; whether it throws or not.
   *
   * @param code what is called; {@code null} if that is not known
   * @param but an id that it does not touch
   */
  void runOther(@Nullable Element code, @Nullable Ref but) {
    State forgotten = flow.state().forgetLeftIds(but);
    if (seats.mayWait(code)) {
      forgotten = forgotten.forgetServed();
    }
    if (forgotten != flow.state()) {
      flow.change(forgotten);
    }
  }

  /** Tells of an id, unless it or its slab is to be left alone. */
  void tellOfId(Problem problem, Call call, ExpressionTree id, @Nullable Use use) {
    if (!isSuppressed(call.object())) {
      tell(problem, call.tree(), id, "id", use);
    }
  }

  /** Tells of an id that stands in the place of another argument. */
  void tellExchanged(Call call, ExpressionTree id) {
    if (suppressed == 0 && !isSuppressed(call.object()) && !isSuppressed(id)) {
      String method = call.operation().method();
      findings.add(new Finding(Problem.EXCHANGED, call.tree(), method, id.toString(), null, false));
    }
  }

  /** Tells of a call of which only the result is of use, and that is thrown away. */
  void tellIgnored(Call call, String remedy) {
    if (suppressed == 0 && !isSuppressed(call.object())) {
      String what = call.method();
      findings.add(new Finding(Problem.IGNORED, call.tree(), what, remedy, null, false));
    }
  }

  void enterSuppressed(boolean isSuppressed) {
    suppressed += isSuppressed ? 1 : 0;
  }

  void leaveSuppressed(boolean wasSuppressed) {
    suppressed -= wasSuppressed ? 1 : 0;
  }

  void suppress(Element variable) {
    suppressedVariables.add(variable);
  }

  void enterRepetition() {
    repeated++;
  }

  void leaveRepetition() {
    repeated--;
  }

  private boolean isSuppressed(ExpressionTree by) {
    ExpressionTree plain = plain(by);
    return !suppressedVariables.isEmpty()
        && plain instanceof IdentifierTree
        && suppressedVariables.contains(attributed.element(plain));
  }

  /** Sees through parentheses and casts. */
  static ExpressionTree plain(ExpressionTree tree) {
    ExpressionTree plain = tree;
    while (true) {
      if (plain instanceof ParenthesizedTree parenthesized) {
        plain = parenthesized.getExpression();
      } else if (plain instanceof TypeCastTree cast) {
        plain = cast.getExpression();
      } else {
        return plain;
      }
    }
  }
}
