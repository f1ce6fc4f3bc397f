package io.multishot.processor;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A program of libraries whose channels were generated for one level or another. */
final class LibraryLoader extends URLClassLoader {

  private final Map<String, byte[]> classes = new HashMap<>();

  LibraryLoader(File runtime) throws IOException {
    super(new URL[] {runtime.toURI().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** Adds what was compiled, as if it had been generated for the given level. */
  void add(Compilation library, int level) throws IOException {
    for (JavaFileObject file : library.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        try (InputStream in = file.openInputStream()) {
          ClassReader read = new ClassReader(in);
          ClassWriter written = new ClassWriter(0);
          read.accept(new LevelChange(written, level), 0);
          classes.put(read.getClassName().replace('/', '.'), written.toByteArray());
        }
      }
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
  }

  Object open(String channel) throws ReflectiveOperationException {
    return Objects.requireNonNull(loadClass(channel).getMethod("open").invoke(null));
  }

  @Nullable Object sendAndTake(String channel, Object value) throws ReflectiveOperationException {
    Object receiver = open(channel);
    Object sender =
        Objects.requireNonNull(receiver.getClass().getMethod("sender").invoke(receiver));
    Method send =
        Stream.of(sender.getClass().getMethods())
            .filter(method -> method.getName().equals("send"))
            .findFirst()
            .orElseThrow();
    send.invoke(sender, value);
    return receiver.getClass().getMethod("take").invoke(receiver);
  }

  private static final class LevelChange extends ClassVisitor {
    private final int level;

    private LevelChange(ClassVisitor next, int level) {
      super(Opcodes.ASM9, next);
      this.level = level;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!name.equals("open")) {
        return next;
      }
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitInsn(int opcode) {
          if (opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5) {
            visitIntInsn(Opcodes.BIPUSH, level);
          } else {
            super.visitInsn(opcode);
          }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) { // its only constant is the level
          super.visitIntInsn(Opcodes.BIPUSH, level);
        }
      };
    }
  }
}
