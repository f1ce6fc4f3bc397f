package io.multishot.processor.misuse;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/**
 * Where two ways meet: variables that hold the same object on each of them go on to do so, and an
 * object is ended if it is on both.
 */
final class Join {

  private record Pair(Ref one, Ref other) {}

  private final State one;
  private final State other;
  private final Map<Pair, Ref> pairs = new HashMap<>();
  private final Map<Ref, End> ends = new HashMap<>();

  Join(State one, State other) {
    this.one = one;
    this.other = other;
  }

  State joined() {
    Map<Object, Ref> variables = new LinkedHashMap<>();
    for (Map.Entry<Object, Ref> entry : one.variables().entrySet()) {
      Ref counterpart = other.get(entry.getKey());
      if (counterpart != null && areJoinable(entry.getValue(), counterpart)) {
        variables.put(entry.getKey(), pair(entry.getValue(), counterpart));
      }
    }
    return State.of(variables, ends);
  }

  private static boolean areJoinable(Ref left, Ref right) {
    return left == right
        || (left.role == right.role && left.role != Role.CONSTANT)
        || (isRequest(left) && isRequest(right));
  }

  private static boolean isRequest(Ref ref) {
    return ref.role == Role.REQUEST || ref.role == Role.SEAT;
  }

  private Ref pair(Ref left, Ref right) {
    Pair key = new Pair(left, right);
    Ref known = pairs.get(key);
    if (known != null) {
      return known;
    }
    Ref made = left == right ? left : merged(left, right);
    pairs.put(key, made);
    End end = one.end(left);
    End counterpart = other.end(right);
    if (end != null && counterpart != null) {
      ends.put(made, end.join(counterpart));
    }
    if (made == left && left.receiver != null) {
      pair(left.receiver, left.receiver); // what is known of it stays known
    }
    return made;
  }

  private Ref merged(Ref left, Ref right) {
    TypeElement channel =
        left.channel != null && left.channel.equals(right.channel) ? left.channel : null;
    Ref receiver =
        left.receiver != null && right.receiver != null
            ? pair(left.receiver, right.receiver)
            : null;
    Role role = left.role == right.role ? left.role : Role.SEAT;
    return new Ref(role, channel, receiver, false);
  }
}
