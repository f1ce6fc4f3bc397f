package io.multishot.contract;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.contract.Position.Hand;
import io.multishot.contract.StateTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every operation does in every state what {@code STATES.md} says. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StatesTest<R extends MultiShotReceiver, S extends MultiShotSender>
    extends ChannelTest<R, S> {

  private static final StateTable TABLE = StateTable.read("STATES.md");
  private static final Map<String, String> RAW = TABLE.states();
  private static final List<Operation> OPERATIONS = List.of(Operation.values());

  /** Those in which a thread waits in the states of the table; it is the other's that return. */
  private static final Set<Operation> BLOCK_AS_THEIR_STATES =
      Set.of(Operation.RECEIVE, Operation.AWAIT_ANY);

  private static final Set<String> THREADED = Set.of("blocked", "parked member");

  private static final String ABANDONED = "ABANDONED, odd";

  private int tried;

  StatesTest(Subject<R, S> subject) {
    super(subject);
  }

  /** What is around in a position beside its state, and must not matter. */
  private enum Around {
    NOTHING,
    A_WATCHING_SENDER,
    A_STALE_SENDER,
    A_STALE_SENDER_THAT_KNOWS;

    boolean isStale() {
      return this == A_STALE_SENDER || this == A_STALE_SENDER_THAT_KNOWS;
    }
  }

  @Test
  void theReceiverAndItsSenderDoAsTheTableSays() throws Exception {
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
  void whoeverHasNoPartInTheShotLeavesTheReceiverAlone() throws Exception {
    for (Operation operation : OPERATIONS) {
      if (operation.isOfTheSender()) {
        for (String state : RAW.keySet()) {
          tryOne(Around.A_STALE_SENDER, state, operation, Hand.STALE);
          tryOne(Around.A_STALE_SENDER_THAT_KNOWS, state, operation, Hand.STALE);
          tryOne(Around.A_WATCHING_SENDER, state, operation, Hand.OVER);
        }
      }
    }
    assertTrue(tried > 400, () -> "cells tried: " + tried);
  }

  /** Whatever a state keeps of its history that is not in the table, some walk would show. */
  @Test
  void alongAnyWayTheTableHolds() {
    for (long seed = 0; seed < 40; seed++) {
      walk(new SplittableRandom(seed), "walk " + seed + " with " + subject);
    }
  }

  private void tryOne(Around around, String state, Operation operation, Hand hand)
      throws Exception {
    String row = rowOf(around, state, hand);
    Cell cell = TABLE.cell(operation, row);
    boolean takesThread = THREADED.contains(state) || cell.result().equals("waits");
    if (takesThread && hand == Hand.OWN && around.isStale()) {
      return; // or it would take too long; the walks go there
    }
    try (Position<R, S> position = new Position<>(subject)) {
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
      // To close gives up the sender that was live, and the one before is forgotten.
      case STALE ->
          around == Around.A_STALE_SENDER || state.equals("closed") ? "stale" : "stale used";
      case OVER -> "over";
    };
  }

  private void enter(Position<R, S> position, Around around, String state) throws Exception {
    if (around.isStale()) {
      position.leaveStale(around == Around.A_STALE_SENDER_THAT_KNOWS);
    }
    if (!state.equals("idle")) {
      position.leaveHistory();
    }
    if (around == Around.A_WATCHING_SENDER) {
      position.watch();
    }
    position.enter(state);
    assertEquals(RAW.get(state), position.raw(), () -> subject + ": in the cell when " + state);
  }

  /** Performs an operation and compares; returns the next state of the receiver. */
  private String perform(
      Position<R, S> position,
      Operation operation,
      Hand hand,
      Cell cell,
      String state,
      String where) {
    S armed = position.own();
    boolean wasWatched = position.isWatched();
    String result = operation.run(position, hand);
    List<String> told = new ArrayList<>(position.tell());
    assertTrue(cell.allows(result), () -> where + ": " + result + " instead of " + cell);
    if (cell.abandons()) {
      assertEquals(
          ABANDONED, RawState.of(requireNonNull(armed)), () -> where + ": the sender given up");
      assertEquals(wasWatched, told.remove("abandoned"), () -> where + ": its waker was run");
    }
    assertTrue(cell.allowsTelling(told), () -> where + ": told " + told + " instead of " + cell);
    boolean isOwn = hand == Hand.OWN;
    String next = isOwn ? cell.next() : state;
    assertEquals(RAW.get(next), position.raw(), () -> where + ": in the cell, next " + next);
    if (hand == Hand.STALE) {
      boolean isUsed = cell.next().equals("stale used");
      assertEquals(isUsed ? "ABANDONED_USED, odd" : ABANDONED, position.rawOfStale(), where);
    }
    return next;
  }

  private void walk(SplittableRandom random, String name) {
    List<String> way = new ArrayList<>();
    String state = "idle";
    try (Position<R, S> position = new Position<>(subject)) {
      for (int step = 0; step < 60 && !state.equals("closed used"); step++) {
        Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        Hand hand = operation.isOfTheSender() ? anyHand(random) : Hand.OWN;
        String row = hand == Hand.OWN ? state : hand == Hand.OVER ? "over" : position.staleRow();
        Cell cell = TABLE.cell(operation, row);
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
        if (!state.equals("queued") && position.hasTask()) {
          state = runTasks(position, cell, state, name + " " + way);
        }
      }
    }
  }

  /** Late ones, which do nothing; but if this operation gave one, the handler learns the end. */
  private static String runTasks(Position<?, ?> position, Cell cell, String state, String where) {
    position.runTasks();
    List<String> told = position.tell();
    boolean isHandled = cell.told().contains("task");
    assertEquals(isHandled ? 1 : 0, told.size(), () -> where + ": told " + told);
    boolean isEnded = isHandled && List.of("failed", "disconnected").contains(state);
    String next = isEnded ? "dropped" : state;
    assertEquals(RAW.get(next), position.raw(), where);
    return next;
  }

  private static Hand anyHand(SplittableRandom random) {
    return random.nextInt(4) != 0 ? Hand.OWN : random.nextBoolean() ? Hand.STALE : Hand.OVER;
  }
}
