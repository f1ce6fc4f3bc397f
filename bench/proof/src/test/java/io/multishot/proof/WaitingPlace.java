package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.modelchecker.ClassChange;
import io.multishot.modelchecker.Faults;
import io.multishot.modelchecker.ModelChecker;
import io.multishot.modelchecker.Verdict;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that waits for another thread.
 *
 * @param type its class, by its name
 * @param method its name
 */
record WaitingPlace(String type, String method) {

  /** What such a method calls each time round. */
  static final String PAUSE = "brieflyForAnother";

  /** Has whoever comes to wait there stop for ever, so that it is seen who waits elsewhere. */
  ClassChange asEnd() {
    return (name, file) -> name.equals(type) ? withoutPauses(file) : file;
  }

  private byte[] withoutPauses(byte[] file) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new SiteVisitor(writer) {
          @Override
          void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
            boolean waits =
                site.method().startsWith(method + "(") && instruction.name().equals(PAUSE);
            if (waits) {
              String faults = Type.getInternalName(Faults.class);
              next.visitMethodInsn(Opcodes.INVOKESTATIC, faults, "suspend", "()V", false);
            } else {
              instruction.emit(next);
            }
          }
        },
        0);
    return writer.toByteArray();
  }

  /** Asserts that a thread waits there for ever. */
  void assertIsWaitedAt(String who, ModelChecker checker) {
    Verdict verdict = checker.check();
    assertNotNull(verdict.failure(), "it does not wait any more");
    assertEquals(
        "livelock: " + who + " has made 1000 steps", verdict.failure().cause().getMessage());
    assertTrue(isLastOf(verdict.failure().trace()), verdict.failure()::trace);
  }

  /** Whether an execution ends there. */
  private boolean isLastOf(String trace) {
    String last = trace.substring(trace.lastIndexOf(" at "));
    return last.contains(method + "(" + type.substring(type.lastIndexOf('.') + 1) + ".java:");
  }
}
