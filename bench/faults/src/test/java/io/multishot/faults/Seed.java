package io.multishot.faults;

import java.util.List;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Mutants of the runtime, each of which must be found. This list, in contrast to the trials, names
 * classes of the runtime.
 *
 * <p>Some that were tried are not in it, because no trial can tell them from the runtime as it is.
 * The {@code finally} of {@code Callbacks.runAndDrain}, {@code Cell.runAbandonWaker}, {@code
 * OutcomeFuture.endShot} and {@code MultiShotReceiver.cancel}, and the {@code catch} of {@code
 * SourceLease.fail}, enclose no point: only a stack at its end leads there, in spite of {@code
 * Headroom}. Without the {@code catch} of {@code SourceLease.causeOf}, the shot fails with what was
 * thrown there. The {@code catch} of {@code Callbacks.register} and of {@code
 * MultiShotReceiver.outcomeFuture} are for a second thread, or a stack at its end; and what is
 * thrown there after {@code Callbacks.enter} leaves a registration that the next one casts off.
 * Without {@code Callbacks.withdraw} no channel opens: the rehearsal tells.
 */
enum Seed implements UnaryOperator<byte[]> {
  WAKERS_THROW_INTO_SEND("Cell", "wake", Seeding.Change.CATCH_NOTHING, ""),
  HANDLERS_THROW_INTO_EXECUTORS("Callbacks", "run", Seeding.Change.CATCH_NOTHING, ""),
  REFUSED_HANDLERS_STAY_CLAIMED("Callbacks", "dispatch", Seeding.Change.CATCH_NOTHING, ""),
  UNCAUGHT_EXCEPTIONS_COME_BACK("UserCode", "dispatchUncaught", Seeding.Change.CATCH_NOTHING, ""),
  FUTURES_ARE_LEFT_WITH_NOTHING("OutcomeFuture", "deliver", Seeding.Change.DROP_CALL, "completeBy"),
  SOURCES_LOSE_WHAT_THEY_CANNOT_SEND("SourceLease", "accept", Seeding.Change.CATCH_NOTHING, ""),
  ALLOCATES_AFTER_THE_EXCHANGE("Cell", "publish", Seeding.Change.ALLOCATE_AFTER, "getAndSetState"),
  ALLOCATES_AFTER_A_CLAIM("Callbacks", "wake", Seeding.Change.ALLOCATE_AFTER, "compareAndSetWord"),
  KEEPS_A_DISCARDED_OUTCOME("Cell", "discard", Seeding.Change.DROP_CALL, "setStateRelease"),
  DOES_NOT_TELL_THE_ABANDONED(
      "MultiShotReceiver", "abandonLive", Seeding.Change.DROP_CALL, "runAbandonWaker"),
  SLAB_KEEPS_A_SLOT("Slab", "runCallback", Seeding.Change.CATCH_NOTHING, ""),
  SLAB_KEEPS_A_REFUSED_HANDLER("SlotTask", "dispatch", Seeding.Change.CATCH_NOTHING, ""),
  SLAB_LOSES_WHAT_IT_CANNOT_SEND("SlotSource", "accept", Seeding.Change.CATCH_NOTHING, ""),
  SLAB_ALLOCATES_AFTER_A_CLAIM(
      "SlotTable", "claimShot", Seeding.Change.ALLOCATE_AFTER, "compareAndSetWord"),
  SLAB_TELLS_NOBODY("SlotTable", "tryAbandon", Seeding.Change.DROP_CALL, "tellAbandoned"),
  SLAB_STAYS_WAITED_FOR("SlotBlocking", "park", Seeding.Change.CATCH_NOTHING, ""),
  CALL_WAKES_NO_SERVER("Seat", "tell", Seeding.Change.DROP_CALL, "wake"),
  CALL_TELLS_NO_SERVER_OF_THE_END("Seat", "close", Seeding.Change.DROP_CALL, "wake"),
  CALL_ALLOCATES_WHEN_IT_IS_ASKED("Seat", "ask", Seeding.Change.ALLOCATE_AFTER, "ask"),
  CALL_STAYS_WAITED_FOR("Seat", "awaitParked", Seeding.Change.CATCH_NOTHING, ""),
  CALL_IS_OPEN_WHEN_NOBODY_SERVES("Seat", "leave", Seeding.Change.DROP_CALL, "disconnectUnserved"),
  CALL_OF_A_STUB_STAYS_OPEN("CallRoute", "end", Seeding.Change.DROP_CALL, "abandon");

  private final String type;
  private final String method;
  private final Seeding.Change change;
  private final String call;

  /**
   * @param type a class of the runtime
   * @param method which of its methods, all of that name
   * @param call the name of the method called there that the change is about
   */
  Seed(String type, String method, Seeding.Change change, String call) {
    this.type = type;
    this.method = method;
    this.change = change;
    this.call = call;
  }

  /** What it is about. */
  List<String> kinds() {
    return isOfSlabs() ? Explorer.SLABS : isOfCalls() ? Explorer.CALLS : List.of("unpadded");
  }

  Explorer explorer(InjectingLoader loader) {
    return isOfSlabs()
        ? loader.slabExplorer()
        : isOfCalls() ? loader.callExplorer() : loader.explorer();
  }

  private boolean isOfSlabs() {
    return name().startsWith("SLAB_");
  }

  private boolean isOfCalls() {
    return name().startsWith("CALL_");
  }

  @Override
  public byte[] apply(byte[] file) {
    ClassReader reader = new ClassReader(file);
    if (!reader.getClassName().equals("io/multishot/" + type)) {
      return file;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Seeding seeding = new Seeding(writer, method, change, call);
    reader.accept(seeding, 0);
    if (!seeding.hasChanged()) {
      throw new IllegalStateException("nothing to change: " + this);
    }
    return writer.toByteArray();
  }
}
