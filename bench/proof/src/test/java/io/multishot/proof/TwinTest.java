package io.multishot.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is shown of the unpadded sender holds for the padded one: where fields lie is no matter. */
class TwinTest {

  @Test
  void paddedAndUnpaddedSenders_haveTheSameCode() throws IOException {
    List<String> padded = code("PaddedSender");
    assertEquals(code("UnpaddedSender"), padded);
  }

  /** All members, and what their code does to fields and calls, without the name of the class. */
  private static List<String> code(String name) throws IOException {
    String type = "io/multishot/" + name;
    List<String> code = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String field,
              String descriptor,
              @Nullable String signature,
              @Nullable Object value) {
            code.add(access + " " + field + " " + descriptor);
            return null;
          }

          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String method,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            code.add(access + " " + method + descriptor);
            return method.equals("<init>") ? null : new Calls(code, type);
          }
        };
    try (InputStream file = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      new ClassReader(file.readAllBytes()).accept(visitor, ClassReader.SKIP_DEBUG);
    }
    return code;
  }

  private static final class Calls extends MethodVisitor {

    private final List<String> code;
    private final String type;

    Calls(List<String> code, String type) {
      super(Opcodes.ASM9);
      this.code = code;
      this.type = type;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      code.add((owner + "." + name + descriptor).replace(type, "Sender"));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      code.add((opcode + " " + owner + "." + name + descriptor).replace(type, "Sender"));
    }

    @Override
    public void visitInsn(int opcode) {
      code.add(String.valueOf(opcode));
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      code.add(opcode + " " + variable);
    }
  }
}
