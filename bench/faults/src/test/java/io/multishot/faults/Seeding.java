package io.multishot.faults;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Changes one method for the worse. */
final class Seeding extends ClassVisitor {

  /** What is done to the method. */
  enum Change {
    /** Its {@code catch} and {@code finally} are for nothing. */
    CATCH_NOTHING,
    /** A call is not made; its result is 0, {@code false} or {@code null}. */
    DROP_CALL,
    /** Something is allocated after a call, as if it had been before. */
    ALLOCATE_AFTER
  }

  private static final int API = Opcodes.ASM9;

  private final String method;
  private final Change change;
  private final String call;
  private boolean hasChanged;

  Seeding(ClassVisitor next, String method, Change change, String call) {
    super(API, next);
    this.method = method;
    this.change = change;
    this.call = call;
  }

  boolean hasChanged() {
    return hasChanged;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.equals(method) ? new Changing(next) : next;
  }

  private final class Changing extends MethodVisitor {

    Changing(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
      if (change == Change.CATCH_NOTHING) {
        hasChanged = true;
      } else {
        super.visitTryCatchBlock(start, end, handler, type);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isMeant = name.equals(call);
      if (isMeant && change == Change.DROP_CALL) {
        hasChanged = true;
        drop(opcode, descriptor);
        return;
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (isMeant && change == Change.ALLOCATE_AFTER) {
        hasChanged = true;
        super.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
        super.visitInsn(Opcodes.POP);
      }
    }

    private void drop(int opcode, String descriptor) {
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (int i = arguments.length - 1; i >= 0; i--) {
        super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
      if (opcode != Opcodes.INVOKESTATIC) {
        super.visitInsn(Opcodes.POP);
      }
      switch (Type.getReturnType(descriptor).getSort()) {
        case Type.VOID -> {}
        case Type.LONG -> super.visitInsn(Opcodes.LCONST_0);
        case Type.FLOAT -> super.visitInsn(Opcodes.FCONST_0);
        case Type.DOUBLE -> super.visitInsn(Opcodes.DCONST_0);
        case Type.OBJECT, Type.ARRAY -> super.visitInsn(Opcodes.ACONST_NULL);
        default -> super.visitInsn(Opcodes.ICONST_0);
      }
    }
  }
}
