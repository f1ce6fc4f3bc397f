package io.multishot.modelchecker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** The modifiers of fields, looked up in class files, for the classes are not loaded yet. */
final class FieldModifiers {

  private static final Map<String, Integer> KNOWN = new ConcurrentHashMap<>();

  private FieldModifiers() {}

  static int of(String owner, String name) {
    Integer known = KNOWN.get(owner + "." + name);
    if (known == null) {
      known = find(owner, name);
      KNOWN.put(owner + "." + name, known);
    }
    return known;
  }

  private static int find(String owner, String name) {
    String at = owner;
    while (at != null) {
      int[] found = {-1};
      ClassReader reader = read(at);
      reader.accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public @Nullable FieldVisitor visitField(
                int access,
                String field,
                String descriptor,
                @Nullable String signature,
                @Nullable Object value) {
              if (field.equals(name)) {
                found[0] = access;
              }
              return null;
            }
          },
          ClassReader.SKIP_CODE);
      if (found[0] >= 0) {
        return found[0];
      }
      at = reader.getSuperName();
    }
    return Opcodes.ACC_FINAL; // of an interface, then
  }

  private static ClassReader read(String type) {
    try (InputStream file = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      if (file == null) {
        throw new IllegalStateException("no class file of " + type);
      }
      return new ClassReader(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
