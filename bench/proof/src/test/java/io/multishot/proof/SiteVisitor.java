package io.multishot.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Goes through the instructions of a class that a mutation could change. */
abstract class SiteVisitor extends ClassVisitor {

  private String className = "";

  /** How often the methods of one name, overloaded or not, do the same. */
  private final Map<String, Integer> counts = new HashMap<>();

  SiteVisitor(@Nullable ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  /** A call, or an access to a field that is not final. */
  record Instruction(int opcode, String owner, String name, String descriptor) {
    boolean isCall() {
      return !isFieldAccess();
    }

    boolean isFieldAccess() {
      return opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
    }

    void emit(MethodVisitor next) {
      if (isFieldAccess()) {
        next.visitFieldInsn(opcode, owner, name, descriptor);
      } else {
        next.visitMethodInsn(opcode, owner, name, descriptor, false);
      }
    }
  }

  /** Is told of each, in place of which it may put others into {@code next}. */
  abstract void visitSite(MethodVisitor next, Mutation.Site site, Instruction instruction);

  /** Is told of each return from a method. */
  void visitReturn(MethodVisitor next, String method) {}

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    className = name.replace('/', '.');
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (name.startsWith("<") || name.equals("toString")) {
      return next; // nothing is shared yet, or any more
    }
    return new Sites(next, name + descriptor);
  }

  private final class Sites extends MethodVisitor {

    private final MethodVisitor none = new MethodVisitor(Opcodes.ASM9) {};
    private final String method;
    private int index;
    private int line;

    Sites(@Nullable MethodVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    private MethodVisitor next() {
      return mv == null ? none : mv;
    }

    @Override
    public void visitLineNumber(int newLine, Label start) {
      line = newLine;
      super.visitLineNumber(newLine, start);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (name.startsWith("<") || isInterface) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      } else {
        site(new Instruction(opcode, owner, name, descriptor), name);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD) {
        String what = (opcode == Opcodes.GETFIELD ? "read " : "write ") + name;
        site(new Instruction(opcode, owner, name, descriptor), what);
      } else {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      }
    }

    private void site(Instruction instruction, String what) {
      String name = method.substring(0, method.indexOf('('));
      int count = counts.merge(name + ": " + what, 1, Integer::sum);
      String numbered = count == 1 ? what : what + " #" + count;
      visitSite(next(), new Mutation.Site(className, method, index++, line, numbered), instruction);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        visitReturn(next(), method);
      }
      super.visitInsn(opcode);
    }
  }
}
