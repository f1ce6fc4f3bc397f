package io.multishot.proof;

import io.multishot.modelchecker.Faults;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes one mutation. */
final class MutatingVisitor extends SiteVisitor {

  private static final String FAULTS = Type.getInternalName(Faults.class);
  private static final String DEFERRED = "deferred$";

  private final ClassWriter writer;
  private final Mutation mutation;
  private boolean isDelaying;

  MutatingVisitor(ClassWriter writer, Mutation mutation) {
    super(writer);
    this.writer = writer;
    this.mutation = mutation;
  }

  @Override
  void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction) {
    boolean isHere =
        site.method().equals(mutation.site().method()) && site.index() == mutation.site().index();
    if (!isHere) {
      instruction.emit(next);
      if (isDelaying && Accesses.of(mutation.site().type()).isWrite(instruction)) {
        runDeferred(next);
        isDelaying = false;
      }
      return;
    }
    switch (mutation.kind()) {
      case WEAKEN -> {
        next.visitLdcInsn(mutation.detail());
        callFaults(next, "nextAs", "(Ljava/lang/String;)V");
        instruction.emit(next);
      }
      case SPLIT -> {
        callFaults(next, "splitNext", "()V");
        instruction.emit(next);
      }
      case IGNORE -> {
        instruction.emit(next);
        next.visitInsn(Opcodes.POP);
        next.visitInsn(
            switch (mutation.detail()) {
              case "false" -> Opcodes.ICONST_0;
              case "true" -> Opcodes.ICONST_1;
              default -> Opcodes.ACONST_NULL;
            });
      }
      case DELAY -> {
        delay(next, instruction);
        isDelaying = true;
      }
    }
  }

  @Override
  void visitReturn(MethodVisitor next, String method) {
    if (mutation.kind() == Mutation.Kind.DELAY && method.equals(mutation.site().method())) {
      runDeferred(next);
    }
  }

  /** Puts the instruction into a method of its own, which is called later. */
  private void delay(MethodVisitor next, Instruction instruction) {
    String owner = mutation.site().type().replace('.', '/');
    String operands =
        instruction.isFieldAccess()
            ? "(L" + instruction.owner() + ";" + instruction.descriptor() + ")V"
            : instruction.opcode() == Opcodes.INVOKESTATIC
                ? instruction.descriptor()
                : instruction.descriptor().replace("(", "(L" + instruction.owner() + ";");
    MethodVisitor body =
        writer.visitMethod(
            Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, DEFERRED, operands, null, null);
    body.visitCode();
    int slot = 0;
    for (Type type : Type.getArgumentTypes(operands)) {
      body.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      slot += type.getSize();
    }
    instruction.emit(body);
    body.visitInsn(Opcodes.RETURN);
    body.visitMaxs(0, 0);
    body.visitEnd();
    next.visitInvokeDynamicInsn(
        DEFERRED,
        operands,
        new Handle(
            Opcodes.H_INVOKESTATIC,
            FAULTS,
            "linkDeferred",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodHandle;)"
                + "Ljava/lang/invoke/CallSite;",
            false),
        new Handle(Opcodes.H_INVOKESTATIC, owner, DEFERRED, operands, false));
  }

  private static void runDeferred(MethodVisitor next) {
    callFaults(next, "runDeferred", "()V");
  }

  private static void callFaults(MethodVisitor next, String name, String descriptor) {
    next.visitMethodInsn(Opcodes.INVOKESTATIC, FAULTS, name, descriptor, false);
  }
}
