package io.multishot.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a point in front of each allocation, and of each call that leaves the rewritten classes: one
 * of the JDK's methods, or one of an interface that user code implements.
 *
 * <p>The call of the hook takes nothing from the stack and leaves nothing there, so it may stand
 * between {@code NEW} and the constructor, and before {@code super(...)}. Class initializers are
 * left alone: they have run before anything is thrown.
 */
final class Rewriting extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String INJECTOR = Type.getInternalName(Injector.class);

  private String type = "";

  private Rewriting(ClassVisitor next) {
    super(API, next);
  }

  static byte[] rewrite(byte[] file) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewriting(writer), 0);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    type = simple(name);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    return name.equals("<clinit>") ? next : new Points(next, name);
  }

  private static String simple(String internalName) {
    return internalName.substring(internalName.lastIndexOf('/') + 1).replace('$', '.');
  }

  private static boolean isReference(Type argument) {
    return argument.getSort() == Type.OBJECT || argument.getSort() == Type.ARRAY;
  }

  private final class Points extends MethodVisitor {

    private final String method;
    private int line;

    /** Where the next instruction is. */
    private final List<Label> here = new ArrayList<>();

    /** Frames tell an object without constructor by where its NEW is, which has moved. */
    private final Map<Object, Label> moved = new HashMap<>();

    Points(MethodVisitor next, String method) {
      super(API, next);
      this.method = method;
    }

    @Override
    public void visitLabel(Label label) {
      here.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitFrame(
        int kind,
        int localCount,
        @Nullable Object @Nullable [] locals,
        int stackSize,
        @Nullable Object @Nullable [] stack) {
      super.visitFrame(kind, localCount, moved(locals), stackSize, moved(stack));
    }

    private @Nullable Object @Nullable [] moved(@Nullable Object @Nullable [] types) {
      if (types == null) {
        return null;
      }
      @Nullable Object[] changed = types.clone();
      for (int i = 0; i < changed.length; i++) {
        Label label = changed[i] == null ? null : moved.get(changed[i]);
        changed[i] = label == null ? changed[i] : label;
      }
      return changed;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
      super.visitLineNumber(number, start);
    }

    @Override
    public void visitTypeInsn(int opcode, String operand) {
      if (opcode == Opcodes.NEW) {
        Set<Label> before = Set.copyOf(here);
        point("new " + simple(operand), "");
        Label label = new Label();
        super.visitLabel(label);
        before.forEach(each -> moved.put(each, label));
      } else if (opcode == Opcodes.ANEWARRAY) {
        point("new " + simple(operand) + "[]", "");
      }
      super.visitTypeInsn(opcode, operand);
      here.clear();
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode == Opcodes.NEWARRAY) {
        point("new array", "");
      }
      super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      point("new array", "");
      super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      String made = simple(Type.getReturnType(descriptor).getInternalName());
      point("new " + made + " by invokedynamic", "");
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean isCallback = opcode == Opcodes.INVOKEINTERFACE;
      if ((isCallback || !Outline.isRewrittenMethod(owner, name, descriptor))
          && !Excluded.contains(owner, name)) {
        String instruction = "call " + simple(owner) + "." + name;
        Type[] arguments = Type.getArgumentTypes(descriptor);
        if (isCallback && arguments.length == 0) {
          super.visitInsn(Opcodes.DUP);
          callback(instruction, name, "(Ljava/lang/Object;I)V");
        } else if (isCallback && arguments.length == 1 && isReference(arguments[0])) {
          super.visitInsn(Opcodes.DUP2);
          callback(instruction, name, "(Ljava/lang/Object;Ljava/lang/Object;I)V");
        } else {
          point(instruction, name);
        }
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    /** A call by an interface may lead to user code, or back to the runtime; the target tells. */
    private void callback(String instruction, String called, String descriptor) {
      int id = Injector.newSite(new Site(type, method, instruction, called, line));
      super.visitLdcInsn(id);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, INJECTOR, "callback", descriptor, false);
    }

    private void point(String instruction, String called) {
      int id = Injector.newSite(new Site(type, method, instruction, called, line));
      super.visitLdcInsn(id);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, INJECTOR, "point", "(I)V", false);
    }
  }
}
