package io.multishot.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Lists the bugs to be seeded in the shipped classes: each access one step weaker, each
 * read-modify-write in two steps, each answer of a look or check turned round, each write made
 * after the next.
 */
final class Mutator {

  private static final String RUNTIME = "io.multishot.";
  private static final String GENERATED = "io.multishot.proof.scenario.LongChannel";

  /** Where the protocol is. {@code PaddedSender} is the same code as {@code UnpaddedSender}. */
  static final List<String> CLASSES =
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
          GENERATED + "$Sender",
          GENERATED + "$Receiver");

  /** The next weaker forms of each accessor, and of each access. */
  private static final Map<String, List<String>> WEAKER =
      Map.ofEntries(
          Map.entry("stateAcquire", List.of("getOpaque")),
          Map.entry("stateVolatile", List.of("getAcquire")),
          Map.entry("setStateRelease", List.of("setOpaque")),
          Map.entry("sequenceOpaque", List.of("get")),
          Map.entry("sequenceAcquire", List.of("getOpaque")),
          Map.entry("setSequenceOpaque", List.of("set")),
          Map.entry("setSequenceRelease", List.of("setOpaque")),
          Map.entry("abandonWakerVolatile", List.of("getAcquire")),
          Map.entry("setAbandonWakerVolatile", List.of("setRelease")),
          Map.entry("wordVolatile", List.of("getAcquire")),
          Map.entry("getAcquire", List.of("getOpaque")),
          Map.entry("setRelease", List.of("setOpaque")),
          Map.entry("getOpaque", List.of("get")),
          Map.entry("setOpaque", List.of("set")),
          Map.entry("getVolatile", List.of("getAcquire")),
          Map.entry("setVolatile", List.of("setRelease")),
          Map.entry("compareAndSetState", comparisons("compareAndExchange")),
          Map.entry("compareAndSetAbandonWaker", comparisons("compareAndExchange")),
          Map.entry("compareAndSetWord", comparisons("compareAndExchange")),
          Map.entry("compareAndSet", comparisons("compareAndExchange")),
          Map.entry("getAndSetState", List.of("getAndSetAcquire", "getAndSetRelease")),
          Map.entry("getAndAdd", List.of("getAndAddAcquire", "getAndAddRelease")));

  private static final Set<String> READ_MODIFY_WRITES =
      Set.of(
          "compareAndSetState",
          "compareAndSetAbandonWaker",
          "compareAndSetWord",
          "compareAndSet",
          "getAndSetState",
          "getAndAdd");

  private static final Set<String> WRITES =
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
          "wake");

  /** What only calls another: its own accesses are those of whoever calls it. */
  private static final Set<String> ACCESSORS = Set.of("wordVolatile", "compareAndSetWord");

  private Mutator() {}

  private static List<String> comparisons(String name) {
    return List.of(name + "Acquire", name + "Release");
  }

  static List<Mutation> all() {
    List<Mutation> mutations = new ArrayList<>();
    for (String type : CLASSES) {
      mutations.addAll(of(type));
    }
    return mutations;
  }

  static List<Mutation> of(String type) {
    Collector collector = new Collector();
    try (InputStream file =
        ClassLoader.getSystemResourceAsStream(type.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new IllegalStateException("no class file of " + type);
      }
      new ClassReader(file).accept(collector, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.mutations;
  }

  /** Whether others may see what it does. */
  static boolean isWrite(SiteVisitor.Instruction instruction) {
    return instruction.isFieldAccess()
        ? instruction.opcode() == Opcodes.PUTFIELD
        : WRITES.contains(instruction.name()) || READ_MODIFY_WRITES.contains(instruction.name());
  }

  private static final class Collector extends SiteVisitor {

    private final List<Mutation> mutations = new ArrayList<>();

    /** A write that could be made after the next of the same method. */
    private Mutation.@Nullable Site lastWrite;

    /** The last method with a write. */
    private String writingMethod = "";

    Collector() {
      super(null);
    }

    @Override
    void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
      if (ACCESSORS.contains(site.method().substring(0, site.method().indexOf('(')))) {
        return;
      }
      for (String weaker : WEAKER.getOrDefault(accessOf(instruction), List.of())) {
        add(Mutation.Kind.WEAKEN, site, weaker);
      }
      if (READ_MODIFY_WRITES.contains(instruction.name())) {
        add(Mutation.Kind.SPLIT, site, "");
      }
      if (instruction.isCall() && (isComparison(instruction) || isBehindAWrite(site))) {
        ignore(site, instruction);
      }
      if (isWrite(instruction)) {
        writingMethod = site.method();
        delayLast(site);
        boolean canWait =
            instruction.isFieldAccess()
                || Type.getReturnType(instruction.descriptor()).equals(Type.VOID_TYPE);
        lastWrite = canWait ? site : null;
      }
    }

    private static boolean isComparison(Instruction instruction) {
      return instruction.name().startsWith("compareAndSet");
    }

    /** A look behind a write is a second one: the first was for what to write. */
    private boolean isBehindAWrite(Mutation.Site site) {
      return site.method().equals(writingMethod);
    }

    private static String accessOf(Instruction instruction) {
      boolean isVolatile = instruction.isFieldAccess() && isVolatile(instruction);
      if (isVolatile) {
        return instruction.opcode() == Opcodes.GETFIELD ? "getVolatile" : "setVolatile";
      }
      return instruction.isFieldAccess() ? "" : instruction.name();
    }

    private static boolean isVolatile(Instruction instruction) {
      try {
        Class<?> owner = Class.forName(instruction.owner().replace('/', '.'));
        return Modifier.isVolatile(owner.getDeclaredField(instruction.name()).getModifiers());
      } catch (NoSuchFieldException inherited) {
        return false; // no volatile field is
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private void ignore(Mutation.Site site, Instruction instruction) {
      Type result = Type.getReturnType(instruction.descriptor());
      if (result.equals(Type.BOOLEAN_TYPE)) {
        add(Mutation.Kind.IGNORE, site, "false");
        add(Mutation.Kind.IGNORE, site, "true");
      } else if (instruction.name().equals("stateVolatile")) {
        add(Mutation.Kind.IGNORE, site, "null");
      }
    }

    private void delayLast(Mutation.Site site) {
      Mutation.Site last = lastWrite;
      if (last != null && last.method().equals(site.method()) && last.type().equals(site.type())) {
        add(Mutation.Kind.DELAY, last, "");
      }
    }

    private void add(Mutation.Kind kind, Mutation.Site site, String detail) {
      mutations.add(new Mutation(kind, site, detail));
    }
  }
}
