package io.multishot.tools;

import io.multishot.MultiShot;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The fields of the runtime that are found by their names: read from its class files. */
final class NamedFields {

  private NamedFields() {}

  /** By class. */
  static Map<String, Set<String>> find() throws Exception {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String name : classNames()) {
      Class<?> type = Class.forName(name);
      Initializer initializer = new Initializer();
      String file = "/" + name.replace('.', '/') + ".class";
      try (InputStream in = MultiShot.class.getResourceAsStream(file)) {
        new ClassReader(Objects.requireNonNull(in)).accept(initializer, 0);
      }
      Set<String> fields = new TreeSet<>();
      for (Field field : initializer.makesVarHandles ? type.getDeclaredFields() : new Field[0]) {
        if (initializer.strings.contains(field.getName())) {
          fields.add(field.getName());
        }
      }
      if (!fields.isEmpty()) {
        found.put(name, fields);
      }
    }
    return found;
  }

  private static List<String> classNames() throws IOException {
    Path runtime = Program.locationOf(MultiShot.class);
    if (Files.isDirectory(runtime)) {
      return classNames(runtime);
    }
    try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
      return classNames(jar.getPath("/"));
    }
  }

  private static List<String> classNames(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("io/multishot"))) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> "io.multishot." + file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.endsWith("-info"))
          .toList();
    }
  }

  private static final class Initializer extends ClassVisitor {
    private final Set<String> strings = new HashSet<>();
    private boolean makesVarHandles;

    private Initializer() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLdcInsn(Object value) {
          if (method.equals("<clinit>") && value instanceof String string) {
            strings.add(string);
          }
        }

        @Override
        public void visitMethodInsn(
            int opcode, String owner, String name, String descriptor, boolean isInterface) {
          makesVarHandles |= name.equals("fieldVarHandle") || name.equals("findVarHandle");
        }
      };
    }
  }
}
