package io.multishot.processor;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The classes and members of the runtime that class files extend, call, read or implement. */
final class UsedMembers {

  private final Map<String, ClassReader> classes = new HashMap<>();
  private final Set<String> lines = new TreeSet<>();
  private final Set<String> extended = new TreeSet<>();

  UsedMembers(Compilation compilation) throws IOException {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        try (InputStream in = file.openInputStream()) {
          ClassReader read = new ClassReader(in);
          classes.put(read.getClassName(), read);
        }
      }
    }
    classes.values().forEach(read -> read.accept(new Uses(read), ClassReader.SKIP_DEBUG));
  }

  /** A line for each. */
  Set<String> lines() {
    return lines;
  }

  /** The internal names of what generated classes extend or implement. */
  Set<String> extended() {
    return extended;
  }

  private void useType(String internalName) {
    if (RuntimeMembers.isOfRuntime(internalName)) {
      lines.add(RuntimeMembers.line(internalName));
    }
  }

  /** A call of an inherited method names the generated class. */
  private void useMember(String owner, String name, String descriptor) {
    for (String type : runtimeTypesOf(owner)) {
      String line = RuntimeMembers.line(type, name, descriptor);
      if (line != null) {
        lines.add(line);
      }
    }
  }

  /** The class itself, or the first ones above it that are the runtime's. */
  private List<String> runtimeTypesOf(String internalName) {
    if (RuntimeMembers.isOfRuntime(internalName)) {
      return List.of(internalName);
    }
    List<String> types = new ArrayList<>();
    ClassReader generated = classes.get(internalName);
    if (generated != null) {
      types.addAll(runtimeTypesOf(generated.getSuperName()));
      for (String implemented : generated.getInterfaces()) {
        types.addAll(runtimeTypesOf(implemented));
      }
    }
    return types;
  }

  private final class Uses extends ClassVisitor {
    private final ClassReader read;

    private Uses(ClassReader read) {
      super(Opcodes.ASM9);
      this.read = read;
      extended.addAll(runtimeTypesOf(read.getClassName()));
      runtimeTypesOf(read.getClassName()).forEach(UsedMembers.this::useType);
      useInheritedImplementations();
    }

    /** What a class of the runtime implements for an interface of it. */
    private void useInheritedImplementations() {
      for (String implemented : read.getInterfaces()) {
        if (RuntimeMembers.isOfRuntime(implemented)) {
          for (String type : runtimeTypesOf(read.getSuperName())) {
            lines.addAll(RuntimeMembers.implementedBy(type, implemented));
          }
        }
      }
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      useType(Type.getType(descriptor).getInternalName());
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !name.equals("<init>")) {
        useMember(read.getClassName(), name, descriptor); // overridden
      }
      return new Instructions();
    }
  }

  private final class Instructions extends MethodVisitor {
    private Instructions() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      useType(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      useMember(owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      useMember(owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          useMember(handle.getOwner(), handle.getName(), handle.getDesc());
        }
      }
    }
  }
}
