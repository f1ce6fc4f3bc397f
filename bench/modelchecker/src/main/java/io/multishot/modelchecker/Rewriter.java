package io.multishot.modelchecker;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Sends what is to be modelled to {@link Hooks}, and refuses what is not. */
final class Rewriter extends ClassVisitor {

  private static final int API = Opcodes.ASM9;
  private static final String HOOKS = Type.getInternalName(Hooks.class);
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String THREAD = "java/lang/Thread";
  private static final String OBJECT_AND_INT = "(Ljava/lang/Object;I)V";
  private static final String LINK =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;";

  private static final Set<String> PURE_METHODS_OF_THREAD =
      Set.of("currentThread", "getName", "toString", "hashCode", "equals");

  /** Of the JDK: what threads may use as they like, for it keeps nothing that they could share. */
  private static final Set<String> STATELESS =
      Set.of(
          "java/util/Objects",
          "java/util/concurrent/Executor",
          "java/util/concurrent/TimeUnit",
          "java/lang/CharSequence",
          "java/lang/Class",
          "java/lang/Enum",
          "java/lang/Math",
          "java/lang/Record",
          "java/lang/Runnable",
          "java/lang/String",
          "java/lang/StringBuilder");

  private static final Set<Integer> LOADS =
      Set.of(
          Opcodes.IALOAD,
          Opcodes.LALOAD,
          Opcodes.FALOAD,
          Opcodes.DALOAD,
          Opcodes.AALOAD,
          Opcodes.BALOAD,
          Opcodes.CALOAD,
          Opcodes.SALOAD);

  private static final Set<Integer> SHORT_STORES =
      Set.of(
          Opcodes.IASTORE,
          Opcodes.FASTORE,
          Opcodes.AASTORE,
          Opcodes.BASTORE,
          Opcodes.CASTORE,
          Opcodes.SASTORE);

  private static final Set<Integer> LONG_STORES = Set.of(Opcodes.LASTORE, Opcodes.DASTORE);

  private final Set<String> skipped;
  private String className = "";

  private Rewriter(ClassVisitor next, Set<String> skipped) {
    super(API, next);
    this.skipped = skipped;
  }

  /**
   * Rewrites a class file.
   *
   * @param skipped methods that are to do nothing: class and name, with a point between them
   */
  static byte[] rewrite(byte[] file, Set<String> skipped) {
    ClassReader reader = new ClassReader(file);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewriter(writer, skipped), 0);
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
    className = name.replace('/', '.');
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
    if (skipped.contains(className + "." + name)) {
      return new Skipped(next);
    }
    return new Code(next, name, (access & Opcodes.ACC_SYNCHRONIZED) != 0);
  }

  /** Leaves the code of a method out. */
  private static final class Skipped extends MethodVisitor {

    private final MethodVisitor code;

    Skipped(MethodVisitor code) {
      super(API);
      this.code = code;
    }

    @Override
    public void visitCode() {
      code.visitCode();
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }

  private final class Code extends MethodVisitor {

    private final String method;
    private final boolean isSynchronized;

    Code(MethodVisitor next, String method, boolean isSynchronized) {
      super(API, next);
      this.method = method;
      this.isSynchronized = isSynchronized;
    }

    private boolean isInitializer() {
      return method.equals("<clinit>");
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (isInitializer()) {
        callHook("enterInitializer", "()V");
      }
      if (isSynchronized) {
        refuse("a synchronized method", "refuse");
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN && isInitializer()) {
        callHook("leaveInitializer", "()V");
      } else if (opcode == Opcodes.MONITORENTER) {
        refuse("a synchronized statement", "refuse");
      } else if (LOADS.contains(opcode)) {
        super.visitInsn(Opcodes.DUP2);
        callHook("beforeLoad", OBJECT_AND_INT);
      } else if (SHORT_STORES.contains(opcode)) {
        super.visitInsn(Opcodes.DUP_X2); // value, array, index, value
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.DUP2);
        callHook("beforeStore", OBJECT_AND_INT);
        super.visitInsn(Opcodes.DUP2_X1); // array, index, value, array, index
        super.visitInsn(Opcodes.POP2);
      } else if (LONG_STORES.contains(opcode)) {
        super.visitInsn(Opcodes.DUP2_X2);
        super.visitInsn(Opcodes.POP2);
        super.visitInsn(Opcodes.DUP2);
        callHook("beforeStore", OBJECT_AND_INT);
        super.visitInsn(Opcodes.DUP2_X2);
        super.visitInsn(Opcodes.POP2);
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      int access = FieldModifiers.of(owner, name);
      if ((access & Opcodes.ACC_FINAL) != 0) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
        return;
      }
      boolean isVolatile = (access & Opcodes.ACC_VOLATILE) != 0;
      switch (opcode) {
        case Opcodes.GETFIELD ->
            linkField("linkGet", "(L" + owner + ";)" + descriptor, owner, name, isVolatile);
        case Opcodes.PUTFIELD ->
            linkField("linkSet", "(L" + owner + ";" + descriptor + ")V", owner, name, isVolatile);
        default -> {
          if (!isInitializer()) {
            refuse("the static variable " + owner.replace('/', '.') + "." + name, "refuse");
          }
          super.visitFieldInsn(opcode, owner, name, descriptor);
        }
      }
    }

    private void linkField(
        String bootstrap, String descriptor, String owner, String name, boolean isVolatile) {
      Handle linker =
          new Handle(
              Opcodes.H_INVOKESTATIC,
              HOOKS,
              bootstrap,
              LINK + "Ljava/lang/Class;I)Ljava/lang/invoke/CallSite;",
              false);
      super.visitInvokeDynamicInsn(
          name, descriptor, linker, Type.getObjectType(owner), isVolatile ? 1 : 0);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      String hook = hookFor(owner, name);
      if (hook != null) {
        boolean isStatic = opcode == Opcodes.INVOKESTATIC;
        callHook(hook, isStatic ? descriptor : descriptor.replace("(", "(L" + owner + ";"));
      } else if (owner.equals(VAR_HANDLE) && Access.of(name) != null) {
        Handle linker =
            new Handle(
                Opcodes.H_INVOKESTATIC,
                HOOKS,
                "linkAccess",
                LINK + ")Ljava/lang/invoke/CallSite;",
                false);
        String called = descriptor.replace("(", "(L" + VAR_HANDLE + ";");
        super.visitInvokeDynamicInsn(name, called, linker);
      } else {
        String what = "%s.%s".formatted(owner.replace('/', '.'), name);
        boolean copiesArray = owner.startsWith("[") && name.equals("clone");
        if (isNeverModelled(owner, name)) {
          refuse(what, "refuse");
        } else if (copiesArray) {
          refuse("the clone of an array", "refuseAmongOthers");
        } else if (!isHarmless(owner)) {
          refuse(what, "refuseAmongOthers");
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    /** A method reference would go past the hooks. */
    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle
            && (hookFor(handle.getOwner(), handle.getName()) != null
                || isNeverModelled(handle.getOwner(), handle.getName())
                || handle.getOwner().equals(VAR_HANDLE))) {
          String what = handle.getOwner().replace('/', '.') + "::" + handle.getName();
          refuse("the method reference " + what, "refuse");
        }
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    private void refuse(String what, String how) {
      super.visitLdcInsn("%s is not modelled, which %s.%s uses".formatted(what, className, method));
      callHook(how, "(Ljava/lang/String;)V");
    }

    private void callHook(String name, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, name, descriptor, false);
    }
  }

  private static @Nullable String hookFor(String owner, String name) {
    return switch (owner) {
      case "java/util/concurrent/locks/LockSupport" ->
          Set.of("park", "parkNanos", "unpark").contains(name) ? name : null;
      case THREAD ->
          switch (name) {
            case "interrupt", "interrupted", "isInterrupted" -> name;
            case "onSpinWait", "yield" -> "spin";
            case "getId", "threadId" -> "threadId";
            case "getUncaughtExceptionHandler" -> "uncaughtExceptionHandler";
            default -> null;
          };
      case "java/lang/System" -> name.equals("nanoTime") ? name : null;
      case VAR_HANDLE ->
          switch (name) {
            case "fullFence", "acquireFence", "releaseFence" -> name;
            default -> null;
          };
      default -> null;
    };
  }

  private static boolean isNeverModelled(String owner, String name) {
    return switch (owner) {
      case THREAD -> !PURE_METHODS_OF_THREAD.contains(name);
      case "java/util/concurrent/locks/LockSupport", "java/lang/ref/Reference" -> true;
      case "java/lang/System" -> name.startsWith("current");
      case "java/lang/Object" -> Set.of("wait", "notify", "notifyAll").contains(name);
      case "java/lang/Math" -> name.equals("random");
      case VAR_HANDLE ->
          Set.of("loadLoadFence", "storeStoreFence", "toMethodHandle").contains(name);
      default ->
          owner.startsWith("java/util/concurrent/atomic/")
              || owner.startsWith("java/util/concurrent/locks/")
              || owner.startsWith("sun/misc/")
              || owner.startsWith("jdk/internal/");
    };
  }

  private static final Map<String, Boolean> HARMLESS = new ConcurrentHashMap<>();

  private static boolean isHarmless(String owner) {
    return HARMLESS.computeIfAbsent(owner, Rewriter::computeHarmless);
  }

  private static boolean computeHarmless(String owner) {
    boolean isJdk = owner.startsWith("java/") || owner.startsWith("javax/");
    if (!isJdk
        || STATELESS.contains(owner)
        || owner.equals("java/lang/Object")
        || owner.equals(THREAD)
        || owner.startsWith("java/lang/invoke/")
        || owner.startsWith("java/util/function/")
        || owner.startsWith("java/lang/Thread$UncaughtExceptionHandler")) {
      return true;
    }
    try {
      Class<?> type = Class.forName(owner.replace('/', '.'), false, null);
      return Throwable.class.isAssignableFrom(type)
          || Number.class.isAssignableFrom(type)
          || Set.of(Boolean.class, Character.class).contains(type);
    } catch (ClassNotFoundException elsewhere) {
      return false;
    }
  }
}
