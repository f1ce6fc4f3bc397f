package io.multishot.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * The calls by which a protocol accesses what threads share, by their names.
 *
 * @param classes where the protocol is
 * @param weaker the next weaker modes of each
 * @param writes what others may see, besides read-modify-writes
 * @param accessors what only calls another: its own accesses are those of whoever calls it
 * @param looks what returns a reference that is {@code null} if there is nothing to be seen
 * @param checks whose answer decides whether to go on, besides compare-and-sets
 */
record Accesses(
    List<String> classes,
    Map<String, List<String>> weaker,
    Set<String> writes,
    Set<String> accessors,
    Set<String> looks,
    Set<String> checks) {

  private static final String RUNTIME = "io.multishot.";
  private static final String GENERATED = "io.multishot.proof.scenario.";

  /** The next weaker forms of each access by a {@code VarHandle}. */
  private static final Map<String, List<String>> WEAKER =
      Map.of(
          "getOpaque", List.of("get"),
          "setOpaque", List.of("set"),
          "getAcquire", List.of("getOpaque"),
          "setRelease", List.of("setOpaque"),
          "getVolatile", List.of("getAcquire"),
          "setVolatile", List.of("setRelease"),
          "compareAndSet", halves("compareAndExchange"),
          "getAndSet", halves("getAndSet"),
          "getAndAdd", halves("getAndAdd"));

  /** {@code PaddedSender} is the same code as {@code UnpaddedSender}. */
  static final Accesses OF_CHANNELS =
      new Accesses(
          List.of(
              RUNTIME + "Cell",
              RUNTIME + "MultiShotSender",
              RUNTIME + "MultiShotReceiver",
              RUNTIME + "Shot",
              RUNTIME + "SourceLease",
              RUNTIME + "Blocking",
              RUNTIME + "Spinning",
              RUNTIME + "Callbacks",
              RUNTIME + "HandlerTask",
              RUNTIME + "OutcomeFuture",
              RUNTIME + "ReceiverGroup",
              RUNTIME + "GroupMember",
              RUNTIME + "ReceiverMember",
              RUNTIME + "GroupTicket",
              GENERATED + "LongChannel$Sender",
              GENERATED + "LongChannel$Receiver"),
          weakerAnd(
              Map.ofEntries(
                  Map.entry("stateAcquire", "getAcquire"),
                  Map.entry("stateVolatile", "getVolatile"),
                  Map.entry("setStateRelease", "setRelease"),
                  Map.entry("sequenceOpaque", "getOpaque"),
                  Map.entry("sequenceAcquire", "getAcquire"),
                  Map.entry("setSequenceOpaque", "setOpaque"),
                  Map.entry("setSequenceRelease", "setRelease"),
                  Map.entry("abandonWakerVolatile", "getVolatile"),
                  Map.entry("setAbandonWakerVolatile", "setVolatile"),
                  Map.entry("wordVolatile", "getVolatile"),
                  Map.entry("compareAndSetState", "compareAndSet"),
                  Map.entry("compareAndSetAbandonWaker", "compareAndSet"),
                  Map.entry("compareAndSetWord", "compareAndSet"),
                  Map.entry("getAndSetState", "getAndSet"))),
          Set.of(
              "setStateRelease",
              "setSequenceOpaque",
              "setSequenceRelease",
              "setAbandonWakerVolatile",
              "setVolatile",
              "setRelease",
              "setOpaque",
              "clear",
              "consume",
              "discard",
              "follow",
              "install",
              "publish",
              "setDispatcher",
              "setFuture",
              "settle",
              "take",
              "taint",
              "unpark",
              "wake"),
          Set.of("wordVolatile", "compareAndSetWord"),
          Set.of("stateVolatile"),
          Set.of());

  /** {@code Nesting} is of one thread. */
  static final Accesses OF_SLABS =
      new Accesses(
          List.of(
              RUNTIME + "SlotArrays",
              RUNTIME + "SlotTable",
              RUNTIME + "SlotSearch",
              RUNTIME + "SlotBlocking",
              RUNTIME + "SlotTask",
              RUNTIME + "SlotSource",
              RUNTIME + "SlabFuture",
              RUNTIME + "SlabMember",
              RUNTIME + "Slab",
              GENERATED + "AnswerSlab"),
          weakerAnd(
              Map.ofEntries(
                  Map.entry("wordOpaque", "getOpaque"),
                  Map.entry("wordAcquire", "getAcquire"),
                  Map.entry("word", "getAcquire"),
                  Map.entry("wordVolatile", "getVolatile"),
                  Map.entry("wordNow", "getVolatile"),
                  Map.entry("setWordRelease", "setRelease"),
                  Map.entry("compareAndSetWord", "compareAndSet"),
                  Map.entry("waiter", "getOpaque"),
                  Map.entry("waiterAcquire", "getAcquire"),
                  Map.entry("registered", "getAcquire"),
                  Map.entry("trySetWaiter", "compareAndSet"),
                  Map.entry("clearWaiter", "setOpaque"),
                  Map.entry("deadline", "getOpaque"),
                  Map.entry("setDeadline", "setOpaque"),
                  Map.entry("tasks", "getAcquire"),
                  Map.entry("closing", "getVolatile"),
                  Map.entry("id", "getOpaque"))),
          Set.of(
              "setWordRelease",
              "clearWaiter",
              "setDeadline",
              "setTask",
              "setPrimitive",
              "setReference",
              "setBits",
              "clearReferences",
              "setRelease",
              "setOpaque",
              "free",
              "freeTaken",
              "release",
              "untake",
              "giveBack",
              "endTake",
              "takeAway",
              "abandon",
              "publish",
              "publishShot",
              "register",
              "tryDeregister",
              "tryPrepare",
              "clear",
              "dispatch",
              "deliverTo",
              "tellAbandoned",
              "cancelByOwner",
              "wake"),
          Set.of(
              "wordOpaque",
              "wordAcquire",
              "word",
              "wordVolatile",
              "wordNow",
              "setWordRelease",
              "compareAndSetWord",
              "waiter",
              "waiterAcquire",
              "registered",
              "trySetWaiter",
              "clearWaiter",
              "deadline",
              "setDeadline",
              "tasks",
              "closing",
              "id"),
          Set.of("closing"),
          Set.of("closing", "isOf", "trySetWaiter"));

  /** What a pair adds to a channel. */
  static final Accesses OF_SEATS =
      new Accesses(
          List.of(RUNTIME + "Seat", RUNTIME + "MultiShotCaller"),
          weakerAnd(
              Map.of(
                  "stateVolatile", "getVolatile",
                  "stateAcquire", "getAcquire",
                  "sequence", "getOpaque",
                  "waiterNow", "getVolatile")),
          Set.of(
              "setVolatile",
              "setPassed",
              "ask",
              "openQuestion",
              "prepareQuestion",
              "disconnectUnserved",
              "takeBackAbandonWaker",
              "deregister",
              "close",
              "wake"),
          Set.of("waiterNow"),
          Set.of("stateVolatile", "stateNow"),
          Set.of("isNew", "isLive"));

  /** The modes of accessors, each of which is an access by a {@code VarHandle}. */
  private static Map<String, List<String>> weakerAnd(Map<String, String> accessors) {
    Map<String, List<String>> all = new HashMap<>(WEAKER);
    accessors.forEach((name, access) -> all.put(name, weakerOf(access)));
    return Map.copyOf(all);
  }

  private static List<String> weakerOf(String access) {
    return WEAKER.getOrDefault(access, List.of());
  }

  private static List<String> halves(String name) {
    return List.of(name + "Acquire", name + "Release");
  }

  /** Those of a class: where that is neither a slab's nor listed, as of a channel. */
  static Accesses of(String type) {
    if (OF_SEATS.classes.contains(type)) {
      return OF_SEATS;
    }
    return OF_SLABS.classes.contains(type) ? OF_SLABS : OF_CHANNELS;
  }

  /** Whether it reads and writes at once: it has two halves, or is compared and set. */
  boolean isReadModifyWrite(String name) {
    return weaker.getOrDefault(name, List.of()).size() > 1;
  }

  /** Whether its answer is one to be turned round wherever it is called. */
  boolean isCheck(String name) {
    return name.startsWith("compareAndSet") || checks.contains(name);
  }

  /** Whether others may see what it does. */
  boolean isWrite(SiteVisitor.Instruction instruction) {
    return instruction.isFieldAccess()
        ? instruction.opcode() == Opcodes.PUTFIELD
        : writes.contains(instruction.name()) || isReadModifyWrite(instruction.name());
  }
}
