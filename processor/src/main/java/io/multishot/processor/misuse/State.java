package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/**
 * What holds on every way to one point of a body: which variables hold the same object, and which
 * objects are ended. Immutable.
 */
final class State {

  /** Of a point that no way leads to. */
  static final State UNREACHABLE = new State(Map.of(), Map.of());

  static final State EMPTY = new State(Map.of(), Map.of());

  /** The variables are elements; trees stand for the values of unfinished expressions. */
  private final Map<Object, Ref> variables;

  private final Map<Ref, End> ends;

  private State(Map<Object, Ref> variables, Map<Ref, End> ends) {
    this.variables = variables;
    this.ends = ends;
  }

  boolean isReachable() {
    return this != UNREACHABLE;
  }

  @Nullable Ref get(Object variable) {
    return variables.get(variable);
  }

  @Nullable End end(@Nullable Ref ref) {
    return ref == null ? null : ends.get(ref);
  }

  /** Has a variable hold an object; {@code null} if nothing is known of what it holds. */
  State bind(Object variable, @Nullable Ref ref) {
    if (!isReachable() || variables.get(variable) == ref) {
      return this;
    }
    Map<Object, Ref> bound = new LinkedHashMap<>(variables);
    if (ref == null) {
      bound.remove(variable);
    } else {
      bound.put(variable, ref);
    }
    return new State(bound, ends);
  }

  /** Ends an object; {@code null} if nothing is known of it from here on. */
  State end(Ref ref, @Nullable End end) {
    if (!isReachable()) {
      return this;
    }
    Map<Ref, End> ended = new HashMap<>(ends);
    if (end == null) {
      ended.remove(ref);
    } else {
      ended.put(ref, end);
    }
    return new State(variables, ended);
  }

  /** Has every consumed sender that the arming may have been of be silent from here on. */
  State rearm(Arming arming) {
    if (ends.isEmpty()) {
      return this;
    }
    Map<Ref, End> ended = new HashMap<>(ends);
    for (Map.Entry<Ref, End> entry : ended.entrySet()) {
      Ref sender = entry.getKey();
      if (sender.role.isSender() && !sender.isForeignTo(arming.receiver(), arming.channel())) {
        entry.setValue(entry.getValue().rearmed());
      }
    }
    return new State(variables, ended);
  }

  /** Outdates the views of one receiver that are not outdated yet. */
  State outdate(Ref receiver, Use use) {
    State outdated = this;
    for (Ref view : variables.values()) {
      if (view.role == Role.VIEW && view.receiver == receiver && outdated.end(view) == null) {
        outdated = outdated.end(view, End.by(use));
      }
    }
    return outdated;
  }

  /** Forgets what is known by means of a variable that is about to hold another slab. */
  State forgetIdsOf(Element slab) {
    return forget(variable -> false, (id, end) -> slab.equals(end.slab()));
  }

  /**
   * Forgets which ids are left to handlers and futures, but one: others may have withdrawn them.
   */
  State forgetLeftIds(@Nullable Ref but) {
    return forget(
        variable -> false, (id, end) -> id != but && end.slab() != null && end.use().isLeft());
  }

  /** Forgets which requests are answered that may be seats, where there is a question again. */
  State forgetServed() {
    return forget(variable -> false, (ref, end) -> ref.role == Role.REQUEST && !ref.isOwn);
  }

  /** Forgets what is known by means of fields, of which a class inside code may inherit its own. */
  State forgetFields() {
    return forget(State::isField, (id, end) -> isField(end.slab()));
  }

  private State forget(Predicate<Object> isVariable, BiPredicate<Ref, End> isEnd) {
    if (!isReachable()
        || (variables.keySet().stream().noneMatch(isVariable)
            && ends.entrySet().stream()
                .noneMatch(entry -> isEnd.test(entry.getKey(), entry.getValue())))) {
      return this;
    }
    Map<Object, Ref> left = new LinkedHashMap<>(variables);
    left.keySet().removeIf(isVariable);
    Map<Ref, End> leftEnds = new HashMap<>(ends);
    leftEnds.entrySet().removeIf(entry -> isEnd.test(entry.getKey(), entry.getValue()));
    return new State(left, leftEnds);
  }

  private static boolean isField(@Nullable Object variable) {
    return variable instanceof Element element && element.getKind() == ElementKind.FIELD;
  }

  /** What holds where two ways meet. */
  static State join(State one, State other) {
    if (one == other || !other.isReachable()) {
      return one;
    }
    return one.isReachable() ? new Join(one, other).joined() : other;
  }

  /** Whether the same is known in both, whatever stands for the objects. */
  boolean isEquivalent(State other) {
    return this == other
        || (isReachable() == other.isReachable()
            && variables.keySet().equals(other.variables.keySet())
            && new Renaming(this, other).isPossible(variables.keySet()));
  }

  Map<Object, Ref> variables() {
    return variables;
  }

  static State of(Map<Object, Ref> variables, Map<Ref, End> ends) {
    return new State(variables, ends);
  }
}
