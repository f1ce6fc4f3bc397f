package io.multishot.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.multishot.MultiShotGenerated;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the class files of a channel hold, and what they must not. */
@Tag("production")
final class ClassFileTest extends ChannelTest {

  /**
   * Where a channel may allocate: its halves, when it is opened and when a shot is abandoned, and
   * what the user asks for: the resource of a {@code try} statement, a record.
   */
  private static final Set<String> MAY_ALLOCATE =
      Set.of("open", "newCell", "<init>", "shot", "copy");

  ClassFileTest(Subject subject) {
    super(subject);
  }

  @Test
  void shot_exceptForFutures_hasNoBoxingAllocationOrInvokedynamic() throws IOException {
    List<String> found = new ArrayList<>();
    for (Class<?> type : classes()) {
      scan(type, new Forbidden(type.getSimpleName(), found));
    }
    assertEquals(ofFutures(), found.stream().sorted().toList());
  }

  /** Futures hold objects: a primitive is boxed for them and unboxed, a record made. Once each. */
  private List<String> ofFutures() {
    Class<?> taken = taken();
    if (taken.isPrimitive()) {
      String box = Type.getInternalName(MethodType.methodType(taken).wrap().returnType());
      return List.of(
          "Receiver.readValue: " + box + ".valueOf",
          "Sender.sendResult: " + box + "." + taken + "Value");
    }
    return taken.isRecord()
        ? List.of("Receiver.valueFor: new " + Type.getInternalName(taken))
        : List.of();
  }

  private Class<?> taken() {
    return Arrays.stream(line.receiver().getClass().getDeclaredMethods())
        .filter(method -> method.getName().equals("take"))
        .findFirst()
        .orElseThrow()
        .getReturnType();
  }

  @Test
  void generatedClasses_areAnnotatedAsGenerated() throws IOException {
    for (Class<?> type : classes()) {
      Set<String> annotations = new HashSet<>();
      scan(
          type,
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String name, boolean visible) {
              annotations.add(name);
              return null;
            }
          });
      assertTrue(
          annotations.contains(Type.getDescriptor(MultiShotGenerated.class)), type::toString);
    }
  }

  @Test
  void generatedClasses_areFinalOrAbstractAndHaveNoStaticField() {
    for (Class<?> type : classes()) {
      assertTrue(
          Modifier.isFinal(type.getModifiers()) || Modifier.isAbstract(type.getModifiers()),
          type::toString);
      for (Field field : type.getDeclaredFields()) {
        assertFalse(Modifier.isStatic(field.getModifiers()), field::toString);
      }
    }
  }

  @Test
  void classFiles_ofAChannel_areSmall() throws IOException {
    int size = 0;
    for (Class<?> type : classes()) {
      size += bytes(type).length;
    }
    boolean hasView = classes().size() > 6;
    assertTrue(size < (hasView ? 17_000 : 9_000), "bytes: " + size);
  }

  private List<Class<?>> classes() {
    Class<?> channel = line.receiver().getClass().getEnclosingClass();
    List<Class<?>> classes = new ArrayList<>(List.of(channel.getDeclaredClasses()));
    classes.add(channel);
    assertTrue(classes.size() >= 6, classes::toString);
    return classes;
  }

  private static void scan(Class<?> type, ClassVisitor visitor) throws IOException {
    new ClassReader(bytes(type)).accept(visitor, 0);
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return in.readAllBytes();
    }
  }

  private static final class Forbidden extends ClassVisitor {
    private final String type;
    private final List<String> found;

    Forbidden(String type, List<String> found) {
      super(Opcodes.ASM9);
      this.type = type;
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (method.equals("toString")) {
        return null; // on nobody's way
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitInvokeDynamicInsn(
            String name, String invoked, Handle bootstrap, Object... arguments) {
          report("invokedynamic " + name);
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String invoked, boolean isInterface) {
          if (name.equals("valueOf")
              || (owner.startsWith("java/lang/") && name.endsWith("Value"))) {
            report(owner + "." + name);
          }
        }

        @Override
        public void visitTypeInsn(int opcode, String created) {
          if (opcode == Opcodes.ANEWARRAY) {
            report("new array of " + created);
          }
          if (opcode == Opcodes.NEW && !MAY_ALLOCATE.contains(method)) {
            report("new " + created);
          }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
          if (opcode == Opcodes.NEWARRAY) {
            report("new array");
          }
        }

        private void report(String what) {
          found.add(type + "." + method + ": " + what);
        }
      };
    }
  }
}
