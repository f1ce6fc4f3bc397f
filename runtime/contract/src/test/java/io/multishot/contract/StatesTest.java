package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.contract.StateTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every operation does in every state what {@code STATES.md} says. */
@Tag("production")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StatesTest extends ChannelTest {

  private static final StateTable TABLE = StateTable.read("STATES.md");
  private static final Map<String, String> RAW = TABLE.states();
  private static final List<Operation> OPERATIONS = List.of(Operation.values());

  /** Those in which a thread waits in the states of the table; it is the other's that return. */
  private static final Set<Operation> BLOCK_AS_THEIR_STATES =
      Set.of(Operation.RECEIVE, Operation.AWAIT_ANY);

  private static final Set<String> THREADED = Set.of("blocked", "parked member");

  private static final String ABANDONED = "ABANDONED, odd";
  private static final String RETIRED = "RETIRED, odd";

  private int tried;

  StatesTest(Subject subject) {
    super(subject);
  }

  /** What is around in a position beside its state, and must not matter. */
  private enum Around {
    NOTHING,
    A_WATCHING_SENDER,
    AN_ABANDONED_SENDER,
    AN_ABANDONED_SENDER_THAT_HAS_NOTICED;

    boolean isAbandoned() {
      return this == AN_ABANDONED_SENDER || this == AN_ABANDONED_SENDER_THAT_HAS_NOTICED;
    }
  }

  /** How the sender, in a live state, comes to be left to a future. */
  private enum Left {
    BY_SENDER(Operation.SEND_FROM_FUTURE),
    BY_SHOT(Operation.SEND_FROM_FUTURE_IN_SHOT);

    private final Operation operation;

    Left(Operation operation) {
      this.operation = operation;
    }
  }

  @Test
  void operation_inEachState_givesWhatTheTableSays() throws Exception {
    for (Around around : Around.values()) {
      for (Operation operation : OPERATIONS) {
        for (String state : RAW.keySet()) {
          tryOne(around, state, operation, Hand.OWN);
        }
      }
    }
    assertTrue(tried > 2_500, () -> "cells tried: " + tried);
  }

  @Test
  void operation_byTheSenderOfAnotherShot_leavesTheReceiverAsItWas() throws Exception {
    for (Operation operation : OPERATIONS) {
      if (operation.isOfTheSender()) {
        for (String state : RAW.keySet()) {
          tryOne(Around.AN_ABANDONED_SENDER, state, operation, Hand.ABANDONED);
          tryOne(Around.AN_ABANDONED_SENDER_THAT_HAS_NOTICED, state, operation, Hand.ABANDONED);
          tryOne(Around.A_WATCHING_SENDER, state, operation, Hand.OVER);
        }
      }
    }
    assertTrue(tried > 400, () -> "cells tried: " + tried);
  }

  @Test
  void operation_ofAShotLeftToAFuture_givesWhatTheTableSays() throws Exception {
    for (Left left : Left.values()) {
      for (Operation operation : OPERATIONS) {
        for (String state : TABLE.table("The source").keySet()) {
          tryLeft(left, state, operation);
        }
      }
    }
    assertTrue(tried > 600, () -> "cells tried: " + tried);
  }

  private void tryLeft(Left left, String state, Operation operation) throws Exception {
    if (!operation.isOfTheSender() && TABLE.cell(operation, state).result().equals("waits")) {
      return; // or it would take too long; the walks go there
    }
    try (Position position = new Position(subject)) {
      enter(position, Around.NOTHING, state);
      assertEquals("done", left.operation.run(position, Hand.OWN));
      assertEquals(List.of(), position.tell());
      Cell cell = TABLE.cell(operation.headingFor(position, Hand.OWN), operation, state);
      if (cell.isPossible() && operation.isPossible(position, Hand.OWN)) {
        String where = subject + ": " + operation + " in " + state + ", left " + left;
        perform(position, operation, Hand.OWN, cell, state, where);
        tried++;
      }
    }
  }

  @Test
  void lateSource_inEachState_leavesTheReceiverAsItWas() throws Exception {
    for (Around around : Around.values()) {
      for (String state : RAW.keySet()) {
        try (Position position = new Position(subject)) {
          enter(position, around, state);
          position.completeLateSources();
          String where = subject + ": a late source, " + around;
          assertEquals(List.of(), position.tell(), where);
          assertRaw(state, position, where);
        }
      }
    }
  }

  /** Whatever a state keeps of its history that is not in the table, some walk would show. */
  @Test
  void operations_inRandomWalks_giveWhatTheTableSays() {
    for (long seed = 0; seed < 40; seed++) {
      walk(new SplittableRandom(seed), "walk " + seed + " with " + subject);
    }
  }

  private void tryOne(Around around, String state, Operation operation, Hand hand)
      throws Exception {
    String row = rowOf(around, state, hand);
    Cell cell = TABLE.cell(operation, row);
    boolean takesThread = THREADED.contains(state) || cell.result().equals("waits");
    if (takesThread && hand == Hand.OWN && around.isAbandoned()) {
      return; // or it would take too long; the walks go there
    }
    try (Position position = new Position(subject)) {
      enter(position, around, state);
      boolean isPossible = operation.isPossible(position, hand);
      if (!cell.isPossible()) {
        boolean isOthers = state.equals("parked member") && !operation.isOfTheSender();
        assertTrue(isOthers || !isPossible, () -> operation + " is possible in " + row);
      } else if (isPossible) {
        String where = subject + ": " + operation + " in " + row + ", " + around;
        perform(position, operation, hand, cell, state, where);
        tried++;
      }
    }
  }

  private static String rowOf(Around around, String state, Hand hand) {
    return switch (hand) {
      case OWN -> state;
      // To close abandons the sender that was live, and the one before is forgotten.
      case ABANDONED ->
          around == Around.AN_ABANDONED_SENDER || state.equals("retired successor")
              ? "abandoned"
              : "retired sender";
      case OVER -> "over";
    };
  }

  private void enter(Position position, Around around, String state) throws Exception {
    if (around.isAbandoned()) {
      position.leaveAbandoned(around == Around.AN_ABANDONED_SENDER_THAT_HAS_NOTICED);
    }
    if (!state.equals("idle")) {
      position.leaveHistory();
    }
    if (around == Around.A_WATCHING_SENDER) {
      position.watch();
    }
    position.enter(state);
    assertRaw(state, position, subject + ": in the cell");
  }

  /** Performs an operation and compares; returns the next state of the receiver. */
  private String perform(
      Position position, Operation operation, Hand hand, Cell cell, String state, String where) {
    MultiShotSender armed = position.own();
    boolean wasWatched = position.isWatched();
    boolean wasLeft = position.isLeft();
    String result = operation.run(position, hand);
    List<String> told = new ArrayList<>(position.tell());
    assertTrue(cell.allows(result), () -> where + ": " + result + " instead of " + cell);
    if (cell.abandons()) {
      assertEquals(
          wasLeft ? RETIRED : ABANDONED,
          RawState.of(requireNonNull(armed)),
          () -> where + ": the sender that was abandoned");
      assertEquals(wasWatched, told.remove("abandoned"), () -> where + ": its waker was run");
    }
    assertTrue(cell.allowsTelling(told), () -> where + ": told " + told + " instead of " + cell);
    boolean isOwn = hand == Hand.OWN;
    String next = isOwn ? cell.next() : state;
    assertRaw(next, position, where);
    if (hand == Hand.ABANDONED) {
      boolean isConsumed = cell.next().equals("retired sender");
      assertEquals(isConsumed ? RETIRED : ABANDONED, position.rawOfAbandoned(), where);
    }
    return next;
  }

  private void walk(SplittableRandom random, String name) {
    List<String> way = new ArrayList<>();
    String state = "idle";
    try (Position position = new Position(subject)) {
      for (int step = 0; step < 60 && !state.equals("retired"); step++) {
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        Hand hand = operation.isOfTheSender() ? anyHand(random) : Hand.OWN;
        String row =
            hand == Hand.OWN ? state : hand == Hand.OVER ? "over" : position.abandonedRow();
        Cell cell = TABLE.cell(operation.headingFor(position, hand), operation, row);
        if (!cell.isPossible() || !operation.isPossible(position, hand)) {
          continue;
        }
        if (operation == Operation.CLOSE && random.nextInt(10) != 0) {
          continue; // or few walks would be long
        }
        way.add(operation + " in " + row);
        state = perform(position, operation, hand, cell, state, name + " " + way);
        if (cell.result().equals("waits") && !BLOCK_AS_THEIR_STATES.contains(operation)) {
          return;
        }
        if (random.nextInt(4) == 0) {
          position.completeLateSources();
        }
        if (!state.equals("queued") && position.hasTask()) {
          state = runTasks(position, cell, state, name + " " + way);
        }
      }
    }
  }

  /** Late ones, which do nothing; but if this operation gave one, the handler learns the end. */
  private static String runTasks(Position position, Cell cell, String state, String where) {
    position.runTasks();
    List<String> told = position.tell();
    boolean isHandled = cell.told().contains("task");
    assertEquals(isHandled ? 1 : 0, told.size(), () -> where + ": told " + told);
    boolean isEnded = isHandled && List.of("failed", "disconnected").contains(state);
    String next = isEnded ? "idle after discard" : state;
    assertRaw(next, position, where);
    return next;
  }

  private static void assertRaw(String state, Position position, String where) {
    String raw = position.raw();
    assertTrue(TABLE.allows(state, raw), () -> where + ": " + raw + " in the cell when " + state);
  }

  private static Hand anyHand(SplittableRandom random) {
    return random.nextInt(4) != 0 ? Hand.OWN : random.nextBoolean() ? Hand.ABANDONED : Hand.OVER;
  }
}
