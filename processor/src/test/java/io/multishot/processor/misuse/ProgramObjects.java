package io.multishot.processor.misuse;

import io.multishot.processor.misuse.Program.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables of a body hold, by the contract: each arming gives a right to one outcome, and
 * who has used it must forget it. So must the owner of an id whose shot is over.
 */
final class ProgramObjects {

  sealed interface Held permits Right, Seat, Receiver, View, Slab, Id, Nothing {}

  /** What a sender, and each shot of it, stands for; or a request. */
  static final class Right implements Held {
    final boolean mayBeSeat;
    boolean isConsumed;
    boolean isLeft;

    Right(boolean mayBeSeat) {
      this.mayBeSeat = mayBeSeat;
    }

    Right() {
      this(false);
    }
  }

  /** What surely is one. */
  static final class Seat implements Held {}

  /** A caller is one, too. */
  static final class Receiver implements Held {
    boolean isClosed;
    final List<View> views = new ArrayList<>();

    void outdate() {
      views.forEach(view -> view.isOutdated = true);
    }
  }

  static final class View implements Held {
    boolean isOutdated;
  }

  static final class Slab implements Held {
    boolean isClosed;
  }

  /** The name of a shot: in each slab of another, if it is none of that slab's own. */
  static final class Id implements Held {
    final Set<Slab> endedIn = new HashSet<>();
    final Set<Slab> leftIn = new HashSet<>();

    boolean isOver(Slab slab) {
      return endedIn.contains(slab) || leftIn.contains(slab);
    }
  }

  /** Null. */
  static final class Nothing implements Held {}

  private final Map<String, Held> variables = new HashMap<>();

  ProgramObjects() {
    for (String name : List.of("s0", "s1", "s2", "x0", "x1")) {
      variables.put(name, new Right());
    }
    for (String name : List.of("q0", "q1")) {
      variables.put(name, new Right(true));
    }
    for (String name : List.of("r0", "r1", "c0", "c1")) {
      variables.put(name, new Receiver());
    }
    for (String name : List.of("v0", "v1")) {
      variables.put(name, new View());
    }
    for (String name : List.of("l0", "l1")) {
      variables.put(name, new Slab());
    }
    for (String name : List.of("i0", "i1")) {
      variables.put(name, new Id());
    }
  }

  boolean isConsumed(String sender) {
    return variables.get(sender) instanceof Right right && right.isConsumed;
  }

  void shot(String shot, String sender) {
    Held right = variables.get(sender);
    if (!(right instanceof Right)) {
      throw new ProgramRunner.Thrown(false);
    }
    variables.put(shot, right);
  }

  void closeShot(String shot) {
    if (variables.get(shot) instanceof Right right) {
      right.isConsumed = true;
    }
  }

  /** Whether a call breaks the contract; {@code null} if it is of null. */
  @Nullable Boolean isMisuse(Act act) {
    Held held = variables.get(act.source());
    return switch (act.action()) {
      case OPAQUE, OPEN, ALIAS, ALIAS_RECEIVER, ALIAS_VIEW, TAKE, TRY_ARM, CLOSE_RECEIVER -> false;
      case PASS_ON, ALIAS_REQUEST, SEAT, CLOSE_CALLER, OPEN_CALLER -> false;
      case ID_ABANDON, ID_WITHDRAW, ID_POLL, ID_SEND, ALIAS_ID, CLOSE_SLAB, OPEN_SLAB -> false;
      case ID_TAKE, ID_LEAVE -> held instanceof Id id && id.isOver(slab(act));
      case ACQUIRE -> held instanceof Slab slab && slab.isClosed;
      case SEND, FAIL, SEND_FROM, ON_ABANDONED, SHOT, SHOT_SEND, SHOT_FAIL, SHOT_SEND_FROM ->
          held instanceof Right right ? right.isConsumed : null;
      case SERVE, CLOSE_REQUEST -> held instanceof Right right && right.isConsumed;
      case CLOSE -> held instanceof Right right ? right.isConsumed && !right.isLeft : null;
      case SHOT_CLOSE -> held instanceof Right ? false : null;
      case ARM, RENEW, ARM_STATEMENT, RENEW_STATEMENT, ASK, ASK_STATEMENT ->
          held instanceof Receiver receiver && receiver.isClosed;
      case READ -> held instanceof View view && view.isOutdated;
    };
  }

  /** Does what a call does, and returns its result, if it is to be assigned. */
  @Nullable Held run(Act act, boolean isArmed) {
    Held held = variables.get(act.source());
    switch (act.action()) {
      case SEND, FAIL, SHOT_SEND, SHOT_FAIL, SERVE, CLOSE_REQUEST -> consume(held, false);
      case SEND_FROM, SHOT_SEND_FROM -> consume(held, true);
      case CLOSE -> {
        consume(held, false);
        right(act).isLeft = false;
      }
      case SHOT_CLOSE -> closeShot(act.source());
      case PASS_ON -> {
        if (held instanceof Right right && right.mayBeSeat) {
          right.isConsumed = false;
        }
      }
      case SEAT -> {
        return new Seat();
      }
      case CLOSE_RECEIVER, CLOSE_CALLER -> {
        receiver(act).isClosed = true;
        receiver(act).outdate();
      }
      case ARM, RENEW, ARM_STATEMENT, RENEW_STATEMENT, ASK, ASK_STATEMENT -> {
        receiver(act).outdate();
        return new Right();
      }
      case TRY_ARM -> {
        if (!isArmed || receiver(act).isClosed) {
          return new Nothing();
        }
        receiver(act).outdate();
        return new Right();
      }
      case OPEN, OPEN_CALLER -> {
        return new Receiver();
      }
      case TAKE -> {
        View view = new View();
        receiver(act).views.add(view);
        return view;
      }
      case ALIAS, ALIAS_RECEIVER, ALIAS_VIEW, ALIAS_ID, ALIAS_REQUEST, SHOT -> {
        return held;
      }
      case ID_TAKE -> {
        if (!id(act).isOver(slab(act))) {
          id(act).endedIn.add(slab(act));
        }
      }
      case ID_LEAVE -> {
        if (!id(act).isOver(slab(act))) {
          id(act).leftIn.add(slab(act));
        }
      }
      case ID_ABANDON -> {
        id(act).leftIn.remove(slab(act));
        id(act).endedIn.add(slab(act));
      }
      case ID_WITHDRAW -> id(act).leftIn.remove(slab(act));
      case ACQUIRE -> {
        return new Id();
      }
      case CLOSE_SLAB -> ((Slab) Objects.requireNonNull(held)).isClosed = true;
      case OPEN_SLAB -> {
        return new Slab();
      }
      case OPAQUE, ON_ABANDONED, READ, ID_POLL, ID_SEND -> {}
    }
    return null;
  }

  private Right right(Act act) {
    return (Right) Objects.requireNonNull(variables.get(act.source()));
  }

  private Receiver receiver(Act act) {
    return (Receiver) Objects.requireNonNull(variables.get(act.source()));
  }

  private Id id(Act act) {
    return (Id) Objects.requireNonNull(variables.get(act.source()));
  }

  private Slab slab(Act act) {
    return (Slab) Objects.requireNonNull(variables.get(act.target()));
  }

  void assign(Act act, @Nullable Held result) {
    if (result != null && !act.target().isEmpty()) {
      variables.put(act.target(), result);
    }
  }

  /** Once it is misused, to take the shot back is no right any more, either. */
  private static void consume(@Nullable Held held, boolean isLeft) {
    if (held instanceof Right right) {
      right.isLeft = isLeft && !right.isConsumed;
      right.isConsumed = true;
    }
  }
}
