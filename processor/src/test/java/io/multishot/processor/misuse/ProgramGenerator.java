package io.multishot.processor.misuse;

import io.multishot.processor.misuse.Program.Act;
import io.multishot.processor.misuse.Program.Action;
import io.multishot.processor.misuse.Program.And;
import io.multishot.processor.misuse.Program.Atom;
import io.multishot.processor.misuse.Program.Condition;
import io.multishot.processor.misuse.Program.If;
import io.multishot.processor.misuse.Program.Jump;
import io.multishot.processor.misuse.Program.JumpKind;
import io.multishot.processor.misuse.Program.Labeled;
import io.multishot.processor.misuse.Program.Loop;
import io.multishot.processor.misuse.Program.LoopKind;
import io.multishot.processor.misuse.Program.Not;
import io.multishot.processor.misuse.Program.Or;
import io.multishot.processor.misuse.Program.Sequence;
import io.multishot.processor.misuse.Program.Site;
import io.multishot.processor.misuse.Program.Statement;
import io.multishot.processor.misuse.Program.Switch;
import io.multishot.processor.misuse.Program.Throw;
import io.multishot.processor.misuse.Program.Try;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes random bodies in which every statement can be reached, as the language demands. */
final class ProgramGenerator {

  private final Random random;
  private final List<Loop> loops = new ArrayList<>();
  private final List<String> breakable = new ArrayList<>();
  private final List<String> shots = new ArrayList<>(List.of("x0", "x1"));
  private final Set<String> broken = new HashSet<>();
  private int finallies;
  private int names;
  private int size;

  ProgramGenerator(Random random) {
    this.random = random;
  }

  Sequence body() {
    size = 5 + random.nextInt(14);
    return block(0).statement;
  }

  /** A statement, and whether what follows it can be reached. */
  private record Made<S extends Statement>(S statement, boolean completes) {}

  private Made<Sequence> block(int depth) {
    List<Statement> statements = new ArrayList<>();
    int length = depth == 0 ? size : 1 + random.nextInt(3);
    for (int i = 0; i < length && (i == 0 || size > 0); i++) {
      Made<? extends Statement> made = statement(depth);
      statements.add(made.statement);
      if (!made.completes) {
        return new Made<>(new Sequence(statements), false);
      }
    }
    return new Made<>(new Sequence(statements), true);
  }

  private Made<? extends Statement> statement(int depth) {
    size--;
    int choice = random.nextInt(100);
    if (depth >= 4 || size <= 0 || choice < 58) {
      return new Made<>(act(false), true);
    }
    if (choice < 70) {
      return branch(depth);
    }
    if (choice < 79) {
      return loop(depth);
    }
    if (choice < 89) {
      return guarded(depth);
    }
    if (choice < 93) {
      return cases(depth);
    }
    if (choice < 95) {
      return labeled(depth);
    }
    return depth > 0 ? jump() : new Made<>(act(false), true);
  }

  private Made<If> branch(int depth) {
    Condition condition = condition(0);
    Made<Sequence> then = block(depth + 1);
    if (random.nextBoolean()) {
      return new Made<>(new If(condition, then.statement, null), true);
    }
    Made<Sequence> otherwise = block(depth + 1);
    return new Made<>(
        new If(condition, then.statement, otherwise.statement),
        then.completes || otherwise.completes);
  }

  private Made<Loop> loop(int depth) {
    Loop loop = new Loop(List.of(LoopKind.values()).get(random.nextInt(4)), "l" + names++);
    loops.add(loop);
    breakable.add(loop.label);
    if (loop.kind != LoopKind.FOREVER && loop.kind != LoopKind.DO) {
      loop.condition = condition(0);
    }
    if (loop.kind == LoopKind.FOR) {
      loop.update = act(false);
    }
    Made<Sequence> body = block(depth + 1);
    loop.body = body.statement;
    boolean isContinued = broken.contains("continue " + loop.label);
    boolean reachesEnd = body.completes || isContinued;
    if (loop.kind == LoopKind.DO) {
      loop.condition = condition(0);
    }
    breakable.remove(breakable.size() - 1);
    loops.remove(loops.size() - 1);
    boolean isLeft = broken.contains("break " + loop.label);
    boolean completes =
        switch (loop.kind) {
          case WHILE, FOR -> true;
          case DO -> reachesEnd || isLeft;
          case FOREVER -> isLeft;
        };
    return new Made<>(loop, completes);
  }

  private Made<Try> guarded(int depth) {
    boolean hasResource = random.nextInt(3) == 0;
    String sender = hasResource ? sender() : "";
    String resource = hasResource ? "t" + names++ : "";
    Site site = site();
    if (hasResource) {
      shots.add(resource);
    }
    Made<Sequence> body = block(depth + 1);
    if (hasResource) {
      shots.remove(shots.size() - 1);
    }
    boolean completes = body.completes;
    Statement handler = null;
    if (!hasResource || random.nextBoolean()) {
      Made<Sequence> made = block(depth + 1);
      handler = made.statement;
      completes |= made.completes;
    }
    Statement last = null;
    if (random.nextInt(3) == 0) {
      finallies++; // it must be able to complete, whatever is in it
      last = act(false);
      if (random.nextBoolean()) {
        Statement exit = jump().statement;
        last = new Sequence(List.of(last, new If(condition(1), exit, null), act(false)));
      }
      finallies--;
    }
    return new Made<>(
        new Try(sender, resource, site, body.statement, handler, random.nextInt(3) == 0, last),
        completes);
  }

  private Made<Switch> cases(int depth) {
    String label = "l" + names++;
    breakable.add(label);
    boolean isRule = random.nextBoolean();
    boolean hasDefault = random.nextBoolean();
    List<Statement> cases = new ArrayList<>();
    boolean completes = !hasDefault;
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      Made<Sequence> part = block(depth + 1);
      List<Statement> statements = new ArrayList<>(part.statement.statements());
      boolean ends = part.completes;
      if (ends && !isRule && random.nextBoolean()) {
        broken.add("break " + label);
        statements.add(new Jump(JumpKind.BREAK, label));
        ends = false;
      }
      cases.add(new Sequence(statements));
      completes |= isRule && ends;
      if (!isRule && ends) {
        broken.add("fall " + label);
      } else {
        broken.remove("fall " + label);
      }
    }
    breakable.remove(breakable.size() - 1);
    completes |= broken.contains("break " + label) || broken.contains("fall " + label);
    return new Made<>(new Switch(cases, isRule, hasDefault, label), completes);
  }

  private Made<Labeled> labeled(int depth) {
    String label = "l" + names++;
    breakable.add(label);
    Made<Sequence> body = block(depth + 1);
    breakable.remove(breakable.size() - 1);
    return new Made<>(
        new Labeled(label, body.statement), body.completes || broken.contains("break " + label));
  }

  private Made<? extends Statement> jump() {
    int choice = random.nextInt(5);
    if (choice < 2 && !breakable.isEmpty()) {
      String label = breakable.get(random.nextInt(breakable.size()));
      broken.add("break " + label);
      return new Made<>(new Jump(JumpKind.BREAK, label), false);
    }
    if (choice == 2 && !loops.isEmpty()) {
      Loop loop = loops.get(random.nextInt(loops.size()));
      broken.add("continue " + loop.label);
      return new Made<>(new Jump(JumpKind.CONTINUE, loop.label), false);
    }
    return choice == 3 && finallies == 0
        ? new Made<>(new Throw(), false)
        : new Made<>(new Jump(JumpKind.RETURN, ""), false);
  }

  private Condition condition(int depth) {
    int choice = random.nextInt(depth > 1 ? 6 : 9);
    if (choice < 4) {
      return new Atom(new Act(Action.OPAQUE, "", "", site()));
    }
    if (choice < 6) {
      return new Atom(act(true));
    }
    Condition left = condition(depth + 1);
    if (choice == 6) {
      return new Not(left);
    }
    Condition right = condition(depth + 1);
    return choice == 7 ? new And(left, right) : new Or(left, right);
  }

  private Act act(boolean isCondition) {
    List<Action> actions = List.of(Action.values());
    while (true) {
      int choice = random.nextInt(6);
      Action action =
          choice < 2
              ? Action.SEND
              : choice == 2 ? Action.SERVE : actions.get(random.nextInt(actions.size()));
      if (!isCondition || action.isBoolean()) {
        return act(action);
      }
    }
  }

  private Act act(Action action) {
    String target = "";
    String source = "";
    switch (action) {
      case OPAQUE -> {}
      case SEND, FAIL, CLOSE, SEND_FROM, ON_ABANDONED -> source = sender();
      case SHOT -> {
        target = "x" + random.nextInt(2);
        source = sender();
      }
      case SHOT_SEND, SHOT_FAIL, SHOT_SEND_FROM, SHOT_CLOSE ->
          source = shots.get(random.nextInt(shots.size()));
      case ARM, RENEW, TRY_ARM -> {
        target = sender();
        source = receiver();
      }
      case ARM_STATEMENT, RENEW_STATEMENT, CLOSE_RECEIVER -> source = receiver();
      case OPEN -> target = receiver();
      case ALIAS -> {
        target = sender();
        source = sender();
      }
      case ALIAS_RECEIVER -> {
        target = receiver();
        source = receiver();
      }
      case TAKE -> {
        target = view();
        source = receiver();
      }
      case READ -> source = view();
      case ID_TAKE, ID_ABANDON, ID_LEAVE, ID_WITHDRAW, ID_POLL, ID_SEND -> {
        target = slab();
        source = id();
      }
      case ALIAS_ID -> {
        target = id();
        source = id();
      }
      case ACQUIRE -> {
        target = id();
        source = slab();
      }
      case CLOSE_SLAB -> source = slab();
      case OPEN_SLAB -> target = slab();
      case SERVE, CLOSE_REQUEST, PASS_ON -> source = request();
      case ALIAS_REQUEST -> {
        target = request();
        source = request();
      }
      case ASK, SEAT -> {
        target = request();
        source = caller();
      }
      case ASK_STATEMENT, CLOSE_CALLER -> source = caller();
      case OPEN_CALLER -> target = caller();
      case ALIAS_VIEW -> {
        target = view();
        source = view();
      }
    }
    return new Act(action, target, source, site());
  }

  private Site site() {
    return new Site(loops);
  }

  private String sender() {
    return "s" + random.nextInt(3);
  }

  private String receiver() {
    return "r" + random.nextInt(2);
  }

  private String slab() {
    return "l" + random.nextInt(2);
  }

  private String id() {
    return "i" + random.nextInt(2);
  }

  private String caller() {
    return "c" + random.nextInt(2);
  }

  private String request() {
    return "q" + random.nextInt(2);
  }

  private String view() {
    return "v" + random.nextInt(2);
  }
}
