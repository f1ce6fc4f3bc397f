package io.multishot.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares, read because the class is not loaded yet.
 *
 * @param parent its superclass
 * @param methods names and descriptors
 */
record Outline(@Nullable String parent, Set<String> methods, boolean isGenerated) {

  private static final String RUNTIME = "io/multishot/";
  private static final String GENERATED = "Lio/multishot/MultiShotGenerated;";
  private static final Map<String, Outline> KNOWN = new ConcurrentHashMap<>();

  /** Whether the class is rewritten: one of the runtime, or one generated for the trials. */
  static boolean isRewritten(String type) {
    return isOfRuntime(type) || (InjectingLoader.isOfTrials(type) && of(type).isGenerated);
  }

  /** Whether the class is in the runtime's package. */
  static boolean isOfRuntime(String type) {
    return type.startsWith(RUNTIME) && type.indexOf('/', RUNTIME.length()) < 0;
  }

  /** Whether the method is one of a rewritten class, be it inherited. */
  static boolean isRewrittenMethod(String owner, String name, String descriptor) {
    String at = owner;
    while (at != null && isRewritten(at)) {
      Outline outline = of(at);
      if (outline.methods.contains(name + descriptor)) {
        return true;
      }
      at = outline.parent;
    }
    return false;
  }

  private static Outline of(String type) {
    return KNOWN.computeIfAbsent(type, Outline::read);
  }

  private static Outline read(String type) {
    try (InputStream file = Outline.class.getResourceAsStream("/" + type + ".class")) {
      if (file == null) {
        throw new IllegalStateException("no class file of " + type);
      }
      ClassReader reader = new ClassReader(file);
      Reading reading = new Reading();
      reader.accept(reading, ClassReader.SKIP_CODE);
      return new Outline(reader.getSuperName(), Set.copyOf(reading.methods), reading.isGenerated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reading extends ClassVisitor {

    final Set<String> methods = new HashSet<>();
    boolean isGenerated;

    Reading() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean isVisible) {
      isGenerated |= descriptor.equals(GENERATED);
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      methods.add(name + descriptor);
      return null;
    }
  }
}
