package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotReceiver;
import io.multishot.MultiShotSender;
import io.multishot.RawState;
import io.multishot.ReceiverGroup;
import io.multishot.Shot;
import io.multishot.contract.StateTable.Cell;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code STATES.md} leaves out no state, and no method that the public can call. */
@Tag("production")
final class StatesDocumentTest {

  private static final StateTable TABLE = StateTable.read("STATES.md");

  private static final String OTHERS = "Senders of other shots";

  /** Those in which a sender is live. */
  private static final Set<String> LIVE =
      new TreeSet<>(
          List.of(
              "armed",
              "waker",
              "handler",
              "loop handler",
              "future",
              "member",
              "parked member",
              "blocked"));

  /** Those of every kind of message; the same operation may take or make a view instead. */
  private static final List<Class<?>> PUBLIC =
      List.of(
          LongChannel.Receiver.class,
          LongChannel.Sender.class,
          LongChannel.Shot.class,
          TradeChannel.Receiver.class,
          TradeChannel.Sender.class,
          TradeChannel.Shot.class,
          FillChannel.Receiver.class,
          FillChannel.Sender.class,
          ReceiverGroup.class);

  /** Those that count members: what they do, {@code GroupCountTest} tells of several. */
  private static final Set<String> OF_SEVERAL =
      Set.of("pollAtLeast", "awaitAtLeast", "outcomes", "abandonAll");

  @Test
  void publicMethods_haveAColumnEach() {
    Set<String> methods =
        PUBLIC.stream()
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
            .filter(method -> isOurs(method.getDeclaringClass()))
            .filter(method -> !OF_SEVERAL.contains(method.getName()))
            .map(StatesDocumentTest::nameOf)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested =
        Arrays.stream(Operation.values())
            .map(operation -> operation.method)
            .filter(method -> method.matches("(Receiver|ReceiverGroup|Sender|Shot)[.].*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(methods, tested);
  }

  private static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.multishot.");
  }

  private static String nameOf(Method method) {
    Class<?> declaring = method.getDeclaringClass();
    String owner =
        Stream.of(MultiShotReceiver.class, MultiShotSender.class, Shot.class, ReceiverGroup.class)
            .filter(type -> type.isAssignableFrom(declaring))
            .map(type -> type.getSimpleName().replace("MultiShot", ""))
            .findFirst()
            .orElseThrow();
    String name = owner + '.' + method.getName().replace("View", "");
    if (method.getName().equals("send")) {
      return name; // whatever the message
    }
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type.getSimpleName().replaceAll("View|MultiShot", ""))
        .collect(Collectors.joining(", ", name + '(', ")"));
  }

  @Test
  void operations_haveAColumnEachInTheirTables() {
    List<String> headings = TABLE.headings();
    headings.removeAll(List.of("The states", OTHERS));
    for (String heading : headings) {
      Collection<String> columns = TABLE.table(heading).values().iterator().next().keySet();
      List<String> operations =
          Arrays.stream(Operation.values())
              .filter(operation -> operation.headings().contains(heading))
              .map(each -> each.column)
              .toList();
      assertEquals(operations, new ArrayList<>(columns), heading);
    }
    Set<String> expected =
        Arrays.stream(Operation.values())
            .flatMap(operation -> operation.headings().stream())
            .collect(Collectors.toSet());
    assertEquals(expected, Set.copyOf(headings));
  }

  @Test
  void states_haveARowEachInEveryTable() {
    for (Operation operation : Operation.values()) {
      Set<String> rows = new TreeSet<>(TABLE.states().keySet());
      if (operation.isOfTheSource()) {
        rows = LIVE;
      } else if (operation.isOfTheSender()) {
        rows.addAll(TABLE.table(OTHERS).keySet());
        if (operation.heading.equals("The sender")) {
          rows.remove("over");
        }
      } else if (operation != Operation.INTERRUPT) {
        rows.remove("parked member"); // the receiver is the group's
      }
      assertEquals(rows, new TreeSet<>(TABLE.table(operation.heading).keySet()), operation.heading);
    }
  }

  @Test
  void liveStates_ofAShotLeftToAFuture_haveARowEach() {
    for (Operation operation : Operation.values()) {
      if (operation.isOfTheSender()) {
        String heading = operation.headings().get(1);
        assertEquals(LIVE, new TreeSet<>(TABLE.table(heading).keySet()), heading);
      }
    }
  }

  @Test
  void nextStates_areStatesOfTheDocument() {
    Set<String> known = new TreeSet<>(TABLE.states().keySet());
    known.addAll(TABLE.table(OTHERS).keySet());
    for (Operation operation : Operation.values()) {
      for (String heading : operation.headings()) {
        for (String state : TABLE.table(heading).keySet()) {
          Cell cell = TABLE.cell(heading, operation, state);
          assertTrue(known.contains(cell.next()), () -> operation + " in " + state + ": " + cell);
        }
      }
    }
  }

  /** As {@code Cell} names them. */
  @Test
  void cellStates_areAllInTheDocument() {
    Stream<String> givenUp =
        TABLE.table(OTHERS).values().stream().flatMap(row -> row.values().stream());
    Set<String> inCells =
        Stream.concat(TABLE.states().values().stream(), givenUp)
            .filter(raw -> raw.matches("\\w+, (any|odd|even)"))
            .map(raw -> raw.substring(0, raw.indexOf(',')))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all = new TreeSet<>(RawState.constants());
    all.addAll(List.of("null", "this", "failed", "Thread", "Waker"));
    all.addAll(RawState.wakersOfOurs());
    assertEquals(all, inCells);
  }
}
