package io.multishot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The protocol of a shot has one home, {@link Cell}: so the class files of the runtime say. */
@Tag("production")
final class ProtocolHomeTest {

  private static final String HOME = Type.getInternalName(Cell.class);
  private static final String HANDLE = Type.getDescriptor(VarHandle.class);

  /** Whoever waits must look; to write the state is the transitions' alone. */
  private static final Set<String> LOOKS = Set.of("state", "stateAcquire", "stateVolatile");

  /** Name and descriptor of what the two layouts implement. */
  private static final Set<String> ACCESSORS =
      Arrays.stream(Cell.class.getDeclaredMethods())
          .filter(method -> Modifier.isAbstract(method.getModifiers()))
          .map(method -> method.getName() + Type.getMethodDescriptor(method))
          .collect(Collectors.toSet());

  private final List<byte[]> classes = new ArrayList<>();
  private final Set<String> found = new TreeSet<>();
  private int callsFromHome;

  @BeforeEach
  void readTheRuntime() throws Exception {
    Path place =
        Path.of(
            MultiShotReceiver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      readAll(place);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        readAll(jar.getPath("/"));
      }
    }
    assertTrue(classes.size() > 25, "classes: " + classes.size());
  }

  private void readAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        classes.add(Files.readAllBytes(file));
      }
    }
  }

  @Test
  void fieldsOfACell_areWrittenByItsTransitionsOnly() throws Exception {
    assertTrue(ACCESSORS.size() > 10, ACCESSORS::toString);
    scan(
        (from, opcode, owner, name, descriptor) -> {
          if (ACCESSORS.contains(name + descriptor) && isCell(owner)) {
            if (from.startsWith(HOME + ".")) {
              callsFromHome++;
            } else if (!LOOKS.contains(name)) {
              found.add(from + " calls " + name);
            }
          }
        });
    assertTrue(callsFromHome > 20, "calls from its home: " + callsFromHome);
    assertEquals(Set.of(), found);
  }

  @Test
  void varHandles_areUsedByTheClassThatHasThem() throws Exception {
    int[] own = new int[1];
    scan(
        (from, opcode, owner, name, descriptor) -> {
          if (opcode == Opcodes.GETSTATIC && descriptor.equals(HANDLE)) {
            if (from.startsWith(owner + ".")) {
              own[0]++;
            } else {
              found.add(from + " uses " + owner + "." + name);
            }
          }
        });
    assertTrue(own[0] > 20, "uses of their own: " + own[0]);
    assertEquals(Set.of(), found);
  }

  /** Its first use loads classes, and links: not in the middle of a shot. */
  @Test
  void invokedynamic_isNowhere() throws Exception {
    scan(
        (from, opcode, owner, name, descriptor) -> {
          if (opcode == Opcodes.INVOKEDYNAMIC) {
            found.add(from + ": " + name);
          }
        });
    assertEquals(Set.of(), found);
  }

  /** As the comment in {@link Cell} has it, and no others. */
  @Test
  void layouts_implementTheAccessorsAndNothingElse() {
    for (Class<?> layout : List.of(PaddedSender.class, UnpaddedSender.class)) {
      Set<String> methods =
          Arrays.stream(layout.getDeclaredMethods())
              .map(method -> method.getName() + Type.getMethodDescriptor(method))
              .collect(Collectors.toSet());
      assertEquals(ACCESSORS, methods, layout::getName);
      for (Method method : layout.getDeclaredMethods()) {
        assertTrue(Modifier.isFinal(method.getModifiers()), method::toString);
      }
    }
  }

  private static boolean isCell(String owner) throws ClassNotFoundException {
    return owner.startsWith("io/multishot/")
        && Cell.class.isAssignableFrom(Class.forName(owner.replace('/', '.')));
  }

  /** What a method uses of a class. */
  private interface Use {
    void visit(String from, int opcode, String owner, String name, String descriptor)
        throws ClassNotFoundException;
  }

  private void scan(Use use) {
    for (byte[] file : classes) {
      ClassReader reader = new ClassReader(file);
      reader.accept(new Uses(reader.getClassName(), use), 0);
    }
  }

  private static final class Uses extends ClassVisitor {
    private final String type;
    private final Use use;

    Uses(String type, Use use) {
      super(Opcodes.ASM9);
      this.type = type;
      this.use = use;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String ofMethod,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String from = type + "." + method;
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          visit(opcode, owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
          visit(opcode, owner, name, descriptor);
        }

        @Override
        public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
          visit(Opcodes.INVOKEDYNAMIC, bootstrap.getOwner(), name, descriptor);
        }

        private void visit(int opcode, String owner, String name, String descriptor) {
          try {
            use.visit(from, opcode, owner, name, descriptor);
          } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
          }
        }
      };
    }
  }
}
