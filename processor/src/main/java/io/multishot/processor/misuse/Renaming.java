package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two states of the same variables: objects have no names but the variables'. */
final class Renaming {

  private final State one;
  private final State other;
  private final Map<Ref, Ref> forth = new HashMap<>();
  private final Map<Ref, Ref> back = new HashMap<>();

  Renaming(State one, State other) {
    this.one = one;
    this.other = other;
  }

  boolean isPossible(Set<Object> variables) {
    for (Object variable : variables) {
      if (!match(one.get(variable), other.get(variable))) {
        return false;
      }
    }
    return true;
  }

  private boolean match(@Nullable Ref left, @Nullable Ref right) {
    if (left == null || right == null) {
      return left == right;
    }
    if (left.role == Role.CONSTANT || right.role == Role.CONSTANT) {
      return left == right;
    }
    Ref known = forth.get(left);
    if (known != null || back.containsKey(right)) {
      return known == right;
    }
    forth.put(left, right);
    back.put(right, left);
    return left.isLike(right)
        && Objects.equals(one.end(left), other.end(right))
        && match(left.receiver, right.receiver);
  }
}
